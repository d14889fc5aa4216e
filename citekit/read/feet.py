"""The foot of a page: where, below the body and above the first number, rows of a note may stand without one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from citekit.read.evidence import Evidence
from citekit.read.genre import ends_sentence, starts_lower
from citekit.read.layout import Layout
from citekit.read.numbering import Numbering

_GAP = 1.5
_FLOW = 0.7
_HYPHENS = "-‐\u00ad\ufffe"
_QUOTES = '”"»'
_STOPS = ")].,;:"


@dataclass(frozen=True, slots=True)
class Foot:
    """Rows from below the last marker of a page to before ``stop``; the first row of the body after them."""

    start: int
    stop: int
    resumed: int


def feet(layout: Layout, numbering: Numbering, start: int, stop: int, resumed: int) -> list[Foot]:
    """The foot of each page in a stretch of body text, in order; ``resumed`` is where the body goes on after it."""
    pages = list(_pages(layout, start, stop))
    found = []
    for at, (first, end) in enumerate(pages):
        after = layout.next_words(pages[at + 1][0]) if at + 1 < len(pages) else resumed
        found.append(foot_of(layout, numbering, first, end, after))
    return found


def foot_of(layout: Layout, numbering: Numbering, start: int, stop: int, resumed: int) -> Foot:
    """The foot of one page."""
    return Foot(_below_markers(layout, numbering, start, stop), stop, resumed)


def _pages(layout: Layout, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretches between page marks that hold text."""
    for first, end in pairwise([start, *layout.marks.between(start, stop - 1), stop]):
        if layout.next_words(first) < end:
            yield first, end


def _below_markers(layout: Layout, numbering: Numbering, start: int, stop: int) -> int:
    lines, markers = layout.lines, numbering.markers
    last = markers.before(lines.starts[stop] if stop < len(lines) else len(lines.text))
    row = lines.at(markers.starts[last]) if last >= 0 else -1
    return row + 1 if row >= start else start


def best_start(evidence: Evidence, foot: Foot, prior: float, before: int) -> int:
    """The row at which rows of a note most likely begin, or ``stop`` where there are none.

    ``prior`` is what speaks for such rows beforehand, ``before`` the row of the note that they go on with, or -1.
    """
    layout = evidence.layout
    rows = [row for row in range(foot.start, foot.stop) if layout.has_words(row)]
    best, highest, below = foot.stop, _body_flow(layout, foot.stop, foot), 0.0
    for row in reversed(rows):
        below += evidence.speak(row)
        worth = 2 * below + prior + _gap(layout, row, foot)
        worth += _body_flow(layout, row, foot) + _note_flow(layout, row, before)
        if worth > highest:
            best, highest = row, worth
    return best


def _gap(layout: Layout, row: int, foot: Foot) -> float:
    """A wider gap above a row than below it sets it off."""
    above = row - 1 - layout.lines.before(row)
    below = layout.lines.after(row, foot.stop) - row - 1
    return _GAP if above > below or (above and above == below == 0) else 0.0


def _body_flow(layout: Layout, row: int, foot: Foot) -> float:
    """Whether the body flows on from above a row to where it is resumed."""
    lines = layout.lines
    last = layout.last_words(row)
    if last < 0 or foot.resumed >= len(lines):
        return 0.0
    unfinished = not ends_sentence(lines.text, lines.tails[last])
    return _FLOW if unfinished == starts_lower(lines.text, lines.heads[foot.resumed]) else -_FLOW


def _note_flow(layout: Layout, row: int, before: int) -> float:
    """Whether the note flows on into a row."""
    lines = layout.lines
    if before < 0:
        return 0.0
    last, lower = lines.text[lines.tails[before] - 1], starts_lower(lines.text, lines.heads[row])
    if last in _HYPHENS:
        return 1.5 if lower else -2.0
    if last in _QUOTES:
        return -_FLOW if lower else 0.0
    return _FLOW if lower and last not in _STOPS else 0.0
