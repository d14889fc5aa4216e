"""Where a note ends: at the next label, or where the body resumes before it.

A marker that stands between a note and the next label proves that the body resumed. Where exactly is a matter of
evidence: a page mark or furniture, the end of a sentence, a short line, lower case after it, and what the lines above
and below look like.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from citekit.read.candidates import Candidate, Part
from citekit.read.evidence import Evidence
from citekit.read.genre import breaks_off, ends_sentence, starts_lower
from citekit.read.layout import Layout
from citekit.read.numbering import Numbering

_LONGEST = 150
"""Lines in which the end of a note is looked for where nothing bounds it."""
_SHORT = 0.85
_MARGIN = 2.0
"""A place that is better than all others by this is no guess."""
_FEED = 8.0
"""Notes stand at the foot of a page: nothing but a form feed, or what stands beside one, ends them."""
_SIGN = 4.0
_SURE = 6.0
_LIKELY = 1.5


@dataclass(frozen=True, slots=True)
class Extent:
    """The rows of a note, from its label's row to before ``stop``; whether that is a guess; the reasons for it."""

    start: int
    stop: int
    guessed: bool
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Range:
    """Where a note may end: after ``start``, at ``bound`` at the latest; ``stay`` is what speaks for ``bound``."""

    start: int
    bound: int
    stay: Part
    before: int  # the last row of text before the block of notes, or -1


def extents(evidence: Evidence, numbering: Numbering) -> list[Extent]:
    """The extent of each label's note, in order."""
    layout = evidence.layout
    labels = numbering.labels.items
    rows = [layout.lines.at(label.start) for label in labels] + [len(layout.lines)]
    cutter = _Cutter(evidence)
    found: list[Extent] = []
    before = -1
    for index, (row, following) in enumerate(pairwise(rows)):
        if not found or found[-1].stop < row:
            before = layout.last_words(row)
        bound, stay = _closed(layout, row, *_bound(layout, numbering, index, following))
        found.append(cutter.cut(_Range(_first(layout, labels[index], row, following), bound, stay, before), row))
    return found


def _first(layout: Layout, label: Candidate, row: int, following: int) -> int:
    """The first row in which the note's text stands, or its label's where the next label follows at once."""
    after = layout.lines.after(row)
    return after if label.place == "alone" and after < following else row


def _bound(layout: Layout, numbering: Numbering, index: int, following: int) -> tuple[int, Part]:
    """The row at which a note ends at the latest, and what speaks for that row."""
    label, labels, markers = numbering.labels.items[index], numbering.labels, numbering.markers
    row = layout.lines.at(label.start)
    at = markers.before(label.start) + 1
    while at < len(markers) and (marked := layout.lines.at(markers.items[at].start)) <= row:
        at += 1
    if at < len(markers) and marked < following:
        return marked, (f"marker {markers.items[at].number} shows that the body goes on", 0.0)
    if index + 1 == len(labels):
        return min(following, row + _LONGEST), (
            "the text ends" if following - row <= _LONGEST else "no end is near",
            0.0,
        )
    number = labels.items[index + 1].number
    own = markers.place.get((labels.series[index + 1], number))
    if own is not None and markers.starts[own] < label.start:
        return following, (f"label {number} follows, whose marker stands before", _SURE)
    return following, (f"label {number} follows", _LIKELY)


def _closed(layout: Layout, row: int, bound: int, stay: Part) -> tuple[int, Part]:
    """The same, or the heading of a list of references or an appendix that stands before it."""
    headings = layout.furniture.closing_headings
    at = bisect_right(headings, row)
    if at < len(headings) and headings[at] < bound:
        return headings[at], (f"the heading {layout.lines.words(headings[at])} stands here", _SURE)
    return bound, stay


class _Cutter:
    def __init__(self, evidence: Evidence) -> None:
        self._layout = evidence.layout
        self._evidence = evidence

    def cut(self, range_: _Range, row: int) -> Extent:
        """The best of all the places at which the note may end."""
        layout = self._layout
        first = range_.start + 1
        places = [place for place in range(first, range_.bound) if not layout.lines.is_blank(place)]
        if range_.stay[1] == _SURE and not any(layout.is_sign(place) for place in places):
            return Extent(row, max(range_.bound, first), guessed=False, parts=(range_.stay,))
        return self._best(range_, row, [*places, max(range_.bound, first)])

    def _best(self, range_: _Range, row: int, places: list[int]) -> Extent:
        above = self._evidence.speak(range_.start)
        sums = [above]
        for left, right in pairwise(places):
            above += self._evidence.speak(left) if right != left else 0.0
            sums.append(above)
        scored = [(2 * total, self._boundary(range_, place)) for total, place in zip(sums, places, strict=True)]
        worth = [total + sum(weight for _, weight in parts) for total, parts in scored]
        best = max(range(len(places)), key=worth.__getitem__)
        stop = places[best]
        rivals = [value for place, value in zip(places, worth, strict=True) if place != stop]
        sure = stop == range_.bound or self._layout.is_sign(stop) or worth[best] - max(rivals, default=0.0) >= _MARGIN
        return Extent(row, stop, not sure, tuple(scored[best][1]))

    def _boundary(self, range_: _Range, place: int) -> list[Part]:
        """What speaks for a note's end before a row."""
        layout, lines = self._layout, self._layout.lines
        parts = [range_.stay] if place == range_.bound else []
        if place < len(lines) and layout.is_sign(place):
            parts.append(("a page turns or furniture stands here", _FEED if layout.marks.feeds else _SIGN))
        elif place < len(lines) and lines.is_blank(place - 1):
            parts.append(("a blank line stands here", 0.5))
        last = layout.last_words(place, range_.start)
        parts += self._ending(last) if last >= 0 else []
        following = layout.next_words(place)
        if following < len(lines) and (place < range_.bound or not range_.stay[1]):
            parts += self._resuming(range_.before, following)
        return parts

    def _ending(self, row: int) -> list[Part]:
        lines = self._layout.lines
        parts: list[Part] = []
        if ends_sentence(lines.text, lines.tails[row], marked=False):
            parts.append(("the line before ends a sentence", 2.0))
        elif breaks_off(lines.text, lines.heads[row], lines.tails[row]):
            parts.append(("the line before breaks off", -1.0))
        if lines.width(row) < _SHORT * self._evidence.full:
            parts.append(("the line before is short", 1.2))
        return parts

    def _resuming(self, before: int, row: int) -> list[Part]:
        """Whether the text after the note goes on where the text before the notes stopped."""
        lines = self._layout.lines
        lower = starts_lower(lines.text, lines.heads[row])
        if before < 0 or not ends_sentence(lines.text, lines.tails[before]):
            return [("the next line goes on in lower case", 1.2)] if lower else []
        return [("the next line begins in lower case", 0.2)] if lower else [("the next line begins anew", 0.5)]
