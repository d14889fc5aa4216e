"""``citekit dedupe --review``: pairs one by one, answered with a key; each answer is kept at once.

The decisions go to the file line by line, so that a run that is stopped, however it is stopped, loses none, and the
next one goes on where it ended.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from citekit.cli.dedupe_desk import Desk
from citekit.cli.dedupe_explain import explained
from citekit.cli.terminal import width
from citekit.dedupe.comparison import Comparison
from citekit.dedupe.decisions import Answer, decision, line_of
from citekit.dedupe.duplicates import is_doubt
from citekit.errors import CitekitError

_ANSWERS: dict[str, Answer] = {"s": "same", "d": "different"}
_QUESTION = "[s]ame  [d]ifferent  [l]ater  [b]ack  [q]uit "

Ask = Callable[[], str]


def open_pairs(desk: Desk) -> list[Comparison]:
    """The pairs that nobody has decided on: first those to look at, the likeliest first, then those merged unasked."""
    joined = {member: number for number, cluster in enumerate(desk.found.clusters) for member in cluster}
    decided = desk.decided.same | desk.decided.different
    pairs = [
        pair
        for pair in desk.found.pairs
        if pair.verdict != "different" and not pair.relation and (pair.first, pair.second) not in decided
    ]
    return sorted(pairs, key=lambda pair: (not is_doubt(pair, joined), -pair.score, pair.first, pair.second))


def review(desk: Desk, path: str, ask: Ask | None = None) -> int:
    """Ask about each open pair and append the answers to a file; how many pairs were answered."""
    pairs = open_pairs(desk)
    ask = ask or answer
    answered: set[int] = set()
    at = 0
    while at < len(pairs):
        click.echo(f"\n{at + 1} of {len(pairs)}", err=True)
        click.echo(explained(desk.entries, pairs[at], width(), desk.decided), err=True)
        key = _key(ask)
        if key == "q":
            break
        if key in _ANSWERS:
            one, other = (desk.entries[place].work for place in (pairs[at].first, pairs[at].second))
            append(path, line_of(decision(_ANSWERS[key], one, other)))
            answered.add(at)
        at = max(at - 1, 0) if key == "b" else at + 1
    return len(answered)


def _key(ask: Ask) -> str:
    """The first key that is an answer; the end of the input is one, to stop."""
    click.echo(_QUESTION, nl=False, err=True)
    while (key := ask().lower()) not in {"s", "d", "l", "b", "q"}:
        pass
    click.echo(key, err=True)
    return key


def answer() -> str:
    """One key from the terminal, or one letter from stdin where that is none; ``q`` where there is nothing more."""
    if not sys.stdin.isatty():
        return sys.stdin.read(1) or "q"
    try:
        return click.getchar()
    except EOFError:  # Ctrl-D
        return "q"


def append(path: str, line: str) -> None:
    """Add a line to a file so that it is there whatever happens next; a line that was cut off before is ended first."""
    try:
        with Path(path).open("ab+") as file:
            if file.tell() and file.seek(-1, os.SEEK_END) >= 0 and file.read() != b"\n":
                line = "\n" + line
            file.write(line.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise CitekitError(
            f"{path} could not be written ({error.strerror or error}); name another file with --decisions."
        ) from error


def told(pairs: Sequence[Comparison], answered: int, path: str) -> Iterator[str]:
    """What is said at the end."""
    if not pairs:
        yield "There is no pair to decide on."
        return
    left = len(pairs) - answered
    yield f"{answered} decided, {left} left; {path} keeps what you decided." if answered else f"{left} left."
