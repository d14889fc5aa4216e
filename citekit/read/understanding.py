"""From a text to its numbered extents: what is a label, what is a marker, which lines are whose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from citekit.read.acceptance import accept
from citekit.read.candidates import Candidate
from citekit.read.evidence import Evidence
from citekit.read.extents import Extent, extents
from citekit.read.hidden import hidden
from citekit.read.labels import label_candidates
from citekit.read.layout import Layout
from citekit.read.markers import marker_candidates
from citekit.read.numbering import Numbering, decode
from citekit.read.references import list_sections
from citekit.read.stacks import displaced_labels
from citekit.read.twins import settle

_ROUNDS = 3


@dataclass(frozen=True)
class Understanding:
    """The layout of a text, its numbering, what its lines look like, its notes' extents, markers of no note."""

    layout: Layout
    numbering: Numbering
    evidence: Evidence
    extents: list[Extent]
    strays: tuple[Candidate, ...]


def understand(text: str) -> Understanding:
    """What a text is made of.

    Where the count shows that labels or markers were passed over, they are looked for where they are hard to see,
    and the text is gone through again with them.
    """
    layout = Layout.of(text)
    markers = marker_candidates(layout.lines)
    candidates = _outside_lists(layout, label_candidates(layout), markers)
    labels: Sequence[Candidate] = candidates
    known = _understand(layout, labels, markers)
    cuts: set[int] = set()
    false: set[int] = set()
    for _ in range(_ROUNDS):
        more = hidden(layout, known.numbering, known.extents, labels)
        places = {marker.start: marker for marker in [*markers, *more.markers]}
        if len(places) == len(markers) and more.labels <= cuts:
            break
        if not more.labels <= cuts:
            cuts |= more.labels
            layout = Layout.of(text, sorted(cuts))
            candidates = _outside_lists(layout, label_candidates(layout), markers)
        false |= more.false_labels
        labels = [label for label in candidates if label.start not in false]
        markers = [places[start] for start in sorted(places)]
        known = _understand(layout, labels, markers)
    return _with_displaced(known, labels, markers)


def _outside_lists(layout: Layout, labels: Sequence[Candidate], markers: Sequence[Candidate]) -> Sequence[Candidate]:
    """The labels without the numbers that only count or open lines of a list of references.

    A number below such a heading is a label where a marker points to it and no other label has it.
    """
    sections = list(list_sections(layout))
    if not sections:
        return labels

    def is_inside(place: Candidate) -> bool:
        row = layout.lines.at(place.start)
        return any(start <= row < stop for start, stop in sections)

    outside = [label for label in labels if not is_inside(label)]
    wanted = {marker.number for marker in markers if not is_inside(marker)} - {label.number for label in outside}
    return [label for label in labels if label.number in wanted or not is_inside(label)]


def _with_displaced(known: Understanding, labels: Sequence[Candidate], markers: Sequence[Candidate]) -> Understanding:
    """The same with the labels that were torn from their notes."""
    displaced = displaced_labels(known.evidence, known.numbering)
    if not displaced:
        return known
    printed = {label.printed[0] for label in displaced if label.printed}
    taken = {label.start for label in displaced}
    kept = [label for label in labels if label.start not in printed and label.start not in taken]
    layout = known.layout.with_labels(known.layout.lines.at(start) for start in printed)
    return _understand(layout, sorted([*kept, *displaced], key=lambda label: label.start), markers)


def _understand(layout: Layout, labels: Sequence[Candidate], markers: Sequence[Candidate]) -> Understanding:
    headings = tuple(layout.lines.starts[row] for row in layout.furniture.notes_headings)
    decoded = decode(labels, markers)
    settled = replace(decoded, labels=settle(decoded.labels, decoded.markers, labels))
    numbering, strays = accept(settled, headings)
    evidence = Evidence.of(layout, numbering)
    return Understanding(layout, numbering, evidence, extents(evidence, numbering), strays)
