"""The misprints of a paper in its summary: what is printed and what may be meant, a line each, the frequent first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from citekit.cli.ranges import ranges
from citekit.cli.terminal import cells
from citekit.model import Emendation, Library
from citekit.romanise.emend.decisions import as_words, plain

_SHOWN = 12
_LONGEST = 26
"""Cells that the places of one misprint may take."""


def misprint_lines(libraries: Sequence[Library], width: int) -> Iterator[str]:
    """The lines of the block; none where nothing was found in romanised strings."""
    found = [(one, library) for library in libraries for one in library.emendations if one.sort != "proposal"]
    yield from _counted([one for one, _ in found])
    waiting = [one for one, _ in found if not one.made and not one.decision and one.code != "PY024"]
    groups: dict[tuple[str, str], list[Emendation]] = {}
    for one in waiting:
        _, old, new = as_words(one)
        groups.setdefault((plain(old), new or "?"), []).append(one)
    ranked = sorted(groups.items(), key=lambda group: -len(group[1]))
    rows = [(f"{old} → {new}", _places(members), _why(members[0])) for (old, new), members in ranked[:_SHOWN]]
    wide, middle = (max((cells(row[column]) for row in rows), default=0) for column in (0, 1))
    for what, where, why in rows:
        yield _cut(f"  {_filled(what, wide)}  {_filled(where, middle)}  {why}", width)
    if waiting:
        yield from _hint(len(ranked) - _SHOWN, libraries)


def _counted(found: Sequence[Emendation]) -> Iterator[str]:
    """The heading: how many there are, and what became of them."""
    if not found:
        return
    made = sum(one.made for one in found)
    refused = sum(one.decision == "reject" for one in found)
    told = [f"{made} put right" if made else "", f"{refused} rejected" if refused else ""]
    became = "; ".join(filter(None, told))
    yield click.style(f"romanised strings: {len(found)} misprints and slips", bold=True) + (became and f", {became}")


def _places(members: Sequence[Emendation]) -> str:
    notes = [one.where.removeprefix("note ") for one in members]
    numbered = all(one.where.startswith("note ") for one in members)
    told = (f"note{'s' * (len(set(notes)) > 1)} " if numbered else "") + ranges(list(dict.fromkeys(notes)))
    return _cut(told, _LONGEST)


def _why(one: Emendation) -> str:
    return "; ".join(one.evidence) if one.evidence else one.reason


def _filled(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _cut(text: str, width: int) -> str:
    """A text that fits, its end left out."""
    if cells(text) <= width:
        return text
    while cells(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def _hint(more: int, libraries: Sequence[Library]) -> Iterator[str]:
    paper = libraries[0].document.source if len(libraries) == 1 else "PAPER"
    if more > 0:
        yield f"  and {more} more, all of them with --findings"
    yield f"`citekit romanise {paper} --decisions FILE` lists them to be accepted or rejected one by one."
