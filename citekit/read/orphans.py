"""Pieces of notes that stand in the body without a number, and the notes they may belong to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from citekit.read.balance import Balance
from citekit.read.candidates import Part
from citekit.read.genre import ends_sentence, is_cited, starts_lower
from citekit.read.layout import Layout
from citekit.read.numbering import Numbering

_LEAST = 2.5
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Orphan:
    """Rows of a piece of a note, and why they are taken for one."""

    start: int
    stop: int
    parts: tuple[Part, ...]


def orphans(layout: Layout, zones: list[tuple[int, int]], numbering: Numbering) -> list[Orphan]:
    """The pieces of notes in the zones of the body, each between a page mark and the next one."""
    marked = {layout.lines.at(marker.start) for marker in numbering.markers.items}
    found = []
    for start, stop in zones:
        for block in _blocks(layout, start, stop):
            if marked.isdisjoint(range(*block)):
                orphan = _judge(layout, *block)
                found += [orphan] if orphan else []
    return found


def _blocks(layout: Layout, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Stretches of a zone from one page mark to the next, or to its end, that are short enough for a piece."""
    for left, right in pairwise([*layout.marks.between(start - 1, stop - 1), stop]):
        if right - left <= _LONGEST:
            yield left, right


def _judge(layout: Layout, start: int, stop: int) -> Orphan | None:
    lines = layout.lines
    rows = [row for row in range(start, stop) if layout.has_words(row)]
    if not rows:
        return None
    words = " ".join(lines.words(row) for row in rows)
    cited = sum(is_cited(lines.words(row)) for row in rows)
    parts: list[Part] = [("lines that look like a citation", min(0.7 * cited, 1.4) - 0.35 * (len(rows) - cited))]
    if _is_flowed_over(layout, start, stop):
        parts.append(("the body goes on over it", 1.5))
    if Balance(words).closed:
        parts.append(("a bracket or quote closes that was not opened", 1.0))
    if ends_sentence(words, len(words), marked=False):
        parts.append(("it ends a sentence", 0.5))
    return Orphan(start, stop, tuple(parts)) if sum(weight for _, weight in parts) >= _LEAST else None


def _is_flowed_over(layout: Layout, start: int, stop: int) -> bool:
    """Whether the body is unfinished before the piece and goes on in lower case after it."""
    text, lines = layout.lines.text, layout.lines
    before, after = layout.last_words(start), layout.next_words(stop)
    if before < 0 or after == len(lines):
        return False
    return not ends_sentence(text, lines.tails[before]) and starts_lower(text, lines.heads[after])
