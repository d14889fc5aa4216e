"""Labels in the middle of a line and markers among other numbers: looked for only where the count asks for them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from citekit.read.candidates import Candidate
from citekit.read.extents import Extent
from citekit.read.layout import Layout
from citekit.read.markers import counts_something
from citekit.read.numbering import Numbering
from citekit.read.twins import Twins

_FAR = 40
"""Numbers missing in a row that are looked for; a wider hole is a loss."""
_BEFORE = 20_000
"""Characters before the first marker found in which others are looked for."""
_LABEL = re.compile(
    r"(?:(?<=[.!?)”’\"'\]»/\d])\s+|(?<=[.!?)”’\"'\]»]))(?P<number>\d{1,3})[.)]?\s+(?=[A-ZÀ-ÖØ-Þ“\"„«‘'(\[§])"
)
_NAMED = re.compile(
    r"(?<!\w)(?:pp?|nos?|vols?|arts?|chs?|figs?|tab|bd|nr|ss?|rn|rz|abs|nn?|para|§+|reg|doc|supp)\.?\s*$", re.IGNORECASE
)
_LOOK = 12
_MARKER = re.compile(
    r"(?:(?<=[\w,;:)”’\"'%])[^\S\n]+|(?<=[.,;:!?)”’\"'])[^\S\n]*\n[^\S\n]?)(?P<number>\d{1,3})(?=[\s.,;:)”’—–]|$)"
)
_COUNTED = re.compile(
    r"\s+(?:per\b|percent|million|billion|years?\b|days?\b|months?\b|weeks?\b|hours?\b|members|countries|states|of\s|to\s\d"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|Jahren?\b|Tagen?\b"
    r"|Prozent|Millionen|ans\b|jours\b|anni\b|años\b|anos\b)"
)


@dataclass(slots=True)
class Hidden:
    """What was passed over: offsets of labels within lines, markers that look like any number, labels that are none."""

    labels: set[int] = field(default_factory=set)
    markers: list[Candidate] = field(default_factory=list)
    false_labels: set[int] = field(default_factory=set)

    def add_false_label(self, label: Candidate, inside: set[int]) -> None:
        """A label that is a marker; where its true label stands within a line, if it does."""
        part = ("at the start of a line, in the body", 1.0)
        self.markers.append(Candidate(label.number, label.start, label.stop, "bare", (part,)))
        self.false_labels.add(label.start)
        self.labels |= inside


def hidden(layout: Layout, numbering: Numbering, cut: list[Extent], candidates: Sequence[Candidate]) -> Hidden:
    """What the count shows to have been passed over; ``candidates`` are those for labels."""
    found = Hidden()
    if numbering.markers.is_reliable:
        found.markers += _markers(layout, numbering, cut)
        _find_labels(layout, numbering, cut, found)
        _find_false_labels(layout, numbering, cut, Twins(candidates), found)
    return found


def _find_labels(layout: Layout, numbering: Numbering, cut: list[Extent], found: Hidden) -> None:
    """Labels that are lost though their markers are there.

    Each is looked for in the note before it and, where that goes on at the foot of the next page, there.
    """
    labels, markers, lines = numbering.labels, numbering.markers, layout.lines
    for at, label in enumerate(labels.items):
        lost = set(_lost(numbering, labels.series[at], label.number + 1))
        if lost:
            end = lines.starts[cut[at].stop]
            following = labels.starts[at + 1] if at + 1 < len(labels) else len(lines.text)
            foot = max(markers.starts[markers.before(following)] + 1, end)
            found.labels |= _within(lines.text, label.stop, end, lost) | _within(lines.text, foot, following, lost)


def _lost(numbering: Numbering, series: int, number: int) -> Iterator[int]:
    """The numbers from this one on that have a marker and no label."""
    for following in range(number, number + _FAR):
        if (series, following) not in numbering.markers.place or (series, following) in numbering.labels.place:
            return
        yield following


def _within(text: str, start: int, end: int, lost: set[int]) -> set[int]:
    """Where labels with these numbers stand between two sentences of a stretch, in rising order."""
    found: set[int] = set()
    highest = 0
    for match in _LABEL.finditer(text, start, end):
        number, at = int(match["number"]), match.start("number")
        if number > highest and number in lost and not _NAMED.search(text, max(start, at - _LOOK), at):
            found.add(at)
            highest = number
    return found


def _find_false_labels(layout: Layout, numbering: Numbering, cut: list[Extent], twins: Twins, found: Hidden) -> None:
    """Markers that the end of a line brought to the start of the next one, and that were taken for labels.

    Only a label without a marker can be one: where a label of that number stands further down, or where the marker
    of that number is due and nothing speaks for a note.
    """
    labels, markers = numbering.labels, numbering.markers
    note_end = due = 0
    for at, label in enumerate(labels.items):
        series, number = labels.series[at], label.number
        row = layout.lines.at(label.start)
        before = markers.before(label.start)
        due = max(due, markers.items[before].number + 1) if before >= 0 and markers.series[before] == series else 1
        if (series, number) not in markers.place:
            end = labels.starts[at + 1] if at + 1 < len(labels) else len(layout.lines.text)
            inside = _within(layout.lines.text, label.stop, end, {number})
            in_body = number == due and row > note_end and _runs_on(layout, label, row)
            if inside or twins.between(number, label.start, end) or in_body:
                found.add_false_label(label, inside)
                due = number + 1
                continue
        note_end = cut[at].stop


def _runs_on(layout: Layout, label: Candidate, row: int) -> bool:
    """Whether a line follows the body at once and does not look like a citation."""
    return not label.cited and row > 0 and not layout.lines.is_blank(row - 1) and not layout.is_sign(row)


def _markers(layout: Layout, numbering: Numbering, cut: list[Extent]) -> Iterator[Candidate]:
    """Numbers in the body that may be the markers of labels that have none.

    Nothing tells them from other numbers but their place: between the markers before and after them, above their note.
    """
    text, starts = layout.lines.text, layout.lines.starts
    notes = [starts[extent.start] for extent in cut]
    for start, end, lost in _holes(numbering):
        for match in _MARKER.finditer(text, start, end):
            note = bisect_right(notes, match.start()) - 1
            in_body = note < 0 or match.start() >= starts[cut[note].stop]
            if in_body and int(match["number"]) in lost and not _is_amount(text, match):
                yield _marker(text, match)


def _holes(numbering: Numbering) -> Iterator[tuple[int, int, set[int]]]:
    """Stretches between neighbouring markers, and the numbers between theirs that have a label."""
    labels, markers = numbering.labels, numbering.markers
    for series, places in markers.by_series.items():
        known = [(markers.items[at].number, markers.items[at].stop) for at in places]
        known.insert(0, (0, max(0, markers.starts[places[0]] - _BEFORE)))
        known.append((labels.last.get(series, 0) + 1, labels.starts[-1] if labels.starts else 0))
        for (left, start), (right, end) in pairwise(known):
            lost = {number for number in range(left + 1, right) if (series, number) in labels.place}
            if lost and right - left < _FAR:
                yield start, end, lost


def _is_amount(text: str, match: re.Match[str]) -> bool:
    """Whether a number counts something: "20 years", "p. 20"."""
    quoted = text[match.start() - 1] in '”’"'
    return (not quoted and bool(_COUNTED.match(text, match.end()))) or counts_something(text, match.start("number"))


def _marker(text: str, match: re.Match[str]) -> Candidate:
    start, stop = match.span("number")
    sure = text[match.start() - 1] in ",;:)”’" or text[stop : stop + 1] in ".,;:)”"
    part = ("a number like any other, but the count asks for it", 0.4 if sure else 0.2)
    return Candidate(int(match["number"]), start, stop, "bare", (part,))
