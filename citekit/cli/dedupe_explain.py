"""``citekit dedupe --explain A B``: the evidence on two records, field by field, in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import click

from citekit.cli.dedupe_brief import padded, values, wrapped
from citekit.cli.terminal import cells
from citekit.dedupe.comparison import Comparison, Part
from citekit.dedupe.decisions import Decided
from citekit.dedupe.entries import Entry
from citekit.dedupe.find import compare
from citekit.errors import CitekitError

_COLORS = {"same": "green", "look": "yellow", "different": "red"}


def named(entries: Sequence[Entry], name: str) -> int:
    """The record of a name: its key, or ``file:key`` where two files have the key."""
    found = [at for at, entry in enumerate(entries) if name in (entry.work.key, entry.name)]
    if not found:
        raise CitekitError(f"No record is called {name}; give its key, or file:key.")
    if len(found) > 1:
        both = ", ".join(dict.fromkeys(entries[at].name for at in found))
        raise CitekitError(f"{name} is the key of {len(found)} records ({both}); give file:key, or other keys.")
    return found[0]


def pair_of(entries: Sequence[Entry], names: tuple[str, str]) -> tuple[int, int]:
    """Two records of these names; one name given twice stands for the two records that have it."""
    if names[0] == names[1]:
        found = [at for at, entry in enumerate(entries) if names[0] in (entry.work.key, entry.name)]
        if len(found) == 2:
            return found[0], found[1]
    return named(entries, names[0]), named(entries, names[1])


def compared(entries: Sequence[Entry], pair: tuple[int, int]) -> Comparison:
    """The two records compared, under their own indices."""
    first, second = pair
    return compare(entries[first].work, entries[second].work)._replace(first=first, second=second)


def explained(entries: Sequence[Entry], pair: Comparison, width: int, decided: Decided) -> str:
    """The verdict, then a row for each field that either record has: both values, and what they say for or against."""
    one, other = entries[pair.first], entries[pair.second]
    verdict = click.style(pair.verdict, fg=_COLORS[pair.verdict], bold=True)
    akin = f", {pair.relation}" if pair.relation else ""
    head = f"{one.name} and {other.name}: {verdict}{akin}, {pair.score:+.1f}"
    return "\n".join([head, *_decision(pair, decided), "", *_table(one, other, pair.parts, width)]) + "\n"


def _decision(pair: Comparison, decided: Decided) -> Iterator[str]:
    places = (min(pair.first, pair.second), max(pair.first, pair.second))
    if places in decided.same:
        yield "You decided that they are the same."
    if places in decided.different:
        yield "You decided that they are different."


def _table(one: Entry, other: Entry, parts: Sequence[Part], width: int) -> Iterator[str]:
    left, right = values(one.work), values(other.work)
    said: dict[str, list[Part]] = {}
    for part in parts:
        said.setdefault(part.field, []).append(part)
    names = list(dict.fromkeys((*left, *right, *said)))
    first = max((cells(name) for name in names), default=5)
    room = max((width - first - 2) // 2 - 2, 10)
    yield f"{padded('', first)}  {padded(one.name, room)}  {padded(other.name, room)}".rstrip()
    for name in names:
        missing = "—" if name in left or name in right else " "
        lines = (wrapped(shown.get(name, missing), room) or [""] for shown in (left, right))
        for number, (ours, theirs) in enumerate(zip_longest(*lines, fillvalue="")):
            row = (padded("" if number else name, first), padded(ours, room), padded(theirs, room))
            yield "  ".join(row).rstrip()
        for part in said.get(name, ()):
            yield " " * (first + 2) + _say(part)


def _say(part: Part) -> str:
    veto = ", which alone keeps them apart" if part.veto else ""
    color = "red" if part.veto or part.weight < 0 else "green" if part.weight else None
    return click.style(f"{part.weight:+.1f}  {part.reason}{veto}", fg=color)
