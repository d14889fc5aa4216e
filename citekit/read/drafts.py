"""The notes of a document before they get their texts: every number, its rows, its marker, what is guessed of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TypeAlias

from citekit.model import Span
from citekit.read.candidates import Candidate
from citekit.read.extents import Extent
from citekit.read.layout import Layout
from citekit.read.numbering import Numbering
from citekit.read.orphans import Orphan

_FAR = 5
"""A marker this much higher than the last number known still tells of a note."""


@dataclass(slots=True)
class Draft:
    """A number and what there is of its note: its label, its marker, runs of rows (start, stop), an orphan tail."""

    series: int
    number: int
    label: Candidate | None = None
    marker: Candidate | None = None
    extent: Extent | None = None
    orphan: Orphan | None = None
    candidates: tuple[str, ...] = ()
    runs: list[Span] = field(default_factory=list)

    @property
    def id(self) -> str:
        """``"8"``, or ``"2:8"`` in a second series; stars for an author's note, whose series is 0."""
        if not self.series:
            return "*" * self.number
        return str(self.number) if self.series == 1 else f"{self.series}:{self.number}"


Drafts: TypeAlias = dict[tuple[int, int], Draft]
"""Drafts by series and number."""


def drafts(numbering: Numbering, extents: list[Extent], continued: dict[int, Span]) -> Drafts:
    """A draft for every number of every series, in order, from 1 to the last label or marker."""
    labels, markers = numbering.labels, numbering.markers
    found: Drafts = {}
    for series in sorted({*labels.by_series, *markers.by_series}):
        for number in range(1, _last(numbering, series) + 1):
            found[series, number] = Draft(series, number)
    for key, at in markers.place.items():
        if key in found:
            found[key].marker = markers.items[at]
    for key, at in labels.place.items():
        draft, extent = found[key], extents[at]
        draft.label, draft.extent, draft.runs = labels.items[at], extent, [(extent.start, extent.stop)]
        draft.runs += [continued[at]] if at in continued else []
    return found


def endnotes(layout: Layout, numbering: Numbering) -> frozenset[int]:
    """The series whose labels stand below a heading of notes and below all of their markers."""
    labels, markers = numbering.labels, numbering.markers
    found = set()
    for series, places in labels.by_series.items():
        first = layout.lines.at(labels.starts[places[0]])
        last = markers.starts[markers.by_series[series][-1]] if series in markers.by_series else 0
        if last < labels.starts[places[0]] and min(layout.furniture.notes_headings, default=first) < first:
            found.add(series)
    return frozenset(found)


def body_zones(found: Drafts, end: int) -> list[Span]:
    """The rows of the body between the notes."""
    runs = sorted(run for draft in found.values() for run in draft.runs)
    bounds = [0, *(row for run in runs for row in run), end]
    return list(zip(bounds[::2], bounds[1::2], strict=True))


def _last(numbering: Numbering, series: int) -> int:
    """The last number of a series: its last label, or a marker beyond it that no wide gap parts from the others."""
    last = numbering.labels.last.get(series, 0)
    for at in numbering.markers.by_series.get(series, ()):
        number = numbering.markers.items[at].number
        if last < number <= last + _FAR:
            last = number
    return last


def adopt(layout: Layout, numbering: Numbering, found: Drafts, orphans: list[Orphan]) -> list[Orphan]:
    """Give each orphan to the last missing note whose marker stands on its page; return those that nobody claims."""
    turns = page_turns(layout, found, orphans)
    left = []
    for orphan in orphans:
        lost = _lost_on_page(layout, numbering, found, orphan, turns)
        if not lost:
            left.append(orphan)
            continue
        best = lost[-1]
        best.orphan, best.candidates = orphan, tuple(draft.id for draft in lost)
        best.runs.append((orphan.start, orphan.stop))
    return left


def page_turns(layout: Layout, found: Drafts, orphans: list[Orphan]) -> list[int]:
    """The rows that open a page: all that a form feed stands before, and all marked rows of the body."""
    if layout.marks.feeds:
        return list(layout.marks.rows)
    runs = sorted([run for draft in found.values() for run in draft.runs] + [(one.start, one.stop) for one in orphans])
    turns = []
    for row in layout.marks.rows:
        at = bisect_right(runs, (row, len(layout.lines))) - 1
        if (at < 0 or row >= runs[at][1]) and layout.has_words(row):
            turns.append(row)
    return turns


def _lost_on_page(layout: Layout, numbering: Numbering, found: Drafts, orphan: Orphan, turns: list[int]) -> list[Draft]:
    """The drafts without text whose markers stand before an orphan: those on its page, or else the last one."""
    lines, markers = layout.lines, numbering.markers
    turn = bisect_left(turns, orphan.start) - 1
    page = lines.starts[turns[turn]] if turn >= 0 else 0
    lost: list[Draft] = []
    for at in range(markers.before(lines.starts[orphan.start]), -1, -1):
        draft = found.get((markers.series[at], markers.items[at].number))
        if draft is None or draft.runs or (lost and markers.starts[at] < page):
            break
        lost.append(draft)
    return lost[::-1]
