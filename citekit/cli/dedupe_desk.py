"""Libraries named on the command line, searched for duplicates: what ``citekit dedupe`` works on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

from citekit.cli.converting import Input
from citekit.cli.output import STANDARD
from citekit.cli.progress import share
from citekit.dedupe.comparison import Found
from citekit.dedupe.decisions import Decided, Decision, applied_to, read
from citekit.dedupe.duplicates import findings_of
from citekit.dedupe.entries import Entry, entries_of
from citekit.dedupe.find import find
from citekit.errors import CitekitError
from citekit.model import Finding

Sought: TypeAlias = Literal["all", "new", "nothing"]

SUFFIX = ".decisions"
"""End of the name of a file of decisions, behind the name of the library it stands beside."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The libraries as they were read, their records in one row, what was decided, and what was found."""

    inputs: tuple[Input, ...]
    entries: tuple[Entry, ...]
    decided: Decided
    found: Found
    findings: tuple[Finding, ...]


def open_desk(
    inputs: Sequence[Input],
    sources: Sequence[str],
    decisions: str | None,
    *,
    quiet: bool,
    looking_for: Sought = "all",
) -> Desk:
    """Search libraries that have been read, with the decisions on them.

    ``sources`` are the files that decisions may stand beside, ``decisions`` the one that is named. The first library is
    one that the others are held against where what is ``new`` is looked for: its own duplicates are left alone.
    """
    entries = entries_of([given.library for given in inputs])
    kept, broken = decisions_of(sources, decisions)
    works = [entry.work for entry in entries]
    decided = applied_to(works, kept)
    with share("looking", hidden=quiet or len(works) < _MANY) as after:
        old = len(inputs[0].library.works) if looking_for == "new" else 0
        found = find(works, decided.same, decided.different, after, old) if looking_for != "nothing" else Found((), ())
    open_pairs = tuple(pair for pair in found.pairs if (pair.first, pair.second) not in decided.different)
    found = replace(found, pairs=open_pairs)
    findings = (*broken, *decided.findings, *findings_of(entries, found))
    return Desk(tuple(inputs), entries, decided, found, findings)


_MANY = 2_000
"""Records from which on a search takes a second or more."""


def decisions_of(sources: Sequence[str], named: str | None) -> tuple[list[Decision], list[Finding]]:
    """The decisions in the file that is named, else in those that stand beside the libraries."""
    paths = [named] if named else [source + SUFFIX for source in sources if source != STANDARD]
    told = [read(_text(path)) for path in dict.fromkeys(map(Path, paths)) if path.is_file()]
    return [one for kept, _ in told for one in kept], [one for _, found in told for one in found]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        reason = error.strerror or error
        raise CitekitError(f"{path} cannot be read ({reason}); name another file with --decisions.") from error


def place_of_decisions(sources: Sequence[str], named: str | None) -> str:
    """The file that decisions are written to: the one that is named, else the one beside the first library."""
    if named:
        return named
    first = next((source for source in sources if source != STANDARD), "")
    if not first:
        raise CitekitError("Decisions on stdin have no file to be kept in; name one with --decisions.")
    return first + SUFFIX
