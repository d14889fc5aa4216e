"""Candidates that bear the same number, and which of them fits its neighbours on the page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from citekit.read.candidates import Candidate
from citekit.read.numbering import Chain


class Twins:
    """Candidates, in the order of the text, by their number."""

    __slots__ = ("_by_number",)

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        """Sort candidates by number."""
        self._by_number: dict[int, list[Candidate]] = {}
        for candidate in candidates:
            self._by_number.setdefault(candidate.number, []).append(candidate)

    def between(self, number: int, start: int, end: int) -> Candidate | None:
        """The first candidate with this number after ``start`` and before ``end``."""
        candidates = self._by_number.get(number, [])
        at = bisect_right(candidates, start, key=lambda candidate: candidate.start)
        return candidates[at] if at < len(candidates) and candidates[at].start < end else None


def settle(labels: Chain, markers: Chain, candidates: Sequence[Candidate]) -> Chain:
    """The labels, each pair of neighbours that cannot both be right mended with a twin of one of them.

    Where the marker of a label stands before the label above it, both are on one page, and no marker can stand
    between them. If one does, either the lower label has a twin before that marker, or the upper one a twin after it.
    """
    twins = Twins([candidate for candidate in candidates if candidate.score > 0])
    items = list(labels.items)
    for at, (upper, lower) in enumerate(pairwise(labels.items)):
        first = _resumed(markers, labels.series[at], items[at], lower)
        if labels.series[at] == labels.series[at + 1] and first is not None:
            last = markers.starts[bisect_left(markers.starts, lower.start) - 1]
            nearer = twins.between(lower.number, items[at].start, first)
            later = twins.between(upper.number, last, lower.start)
            if later and _gain(later, items[at]) > _gain(nearer, lower):
                items[at] = later
            elif nearer:
                items[at + 1] = nearer
    return Chain(tuple(items), labels.series)


def _gain(twin: Candidate | None, candidate: Candidate) -> float:
    """What is won by taking a twin in the place of a candidate."""
    return twin.score - candidate.score if twin else float("-inf")


def _resumed(markers: Chain, series: int, upper: Candidate, lower: Candidate) -> int | None:
    """Where a marker stands between two labels of one page; None where none does, or they are of two pages."""
    own = markers.place.get((series, lower.number))
    if own is None or markers.starts[own] >= upper.start:
        return None
    at = bisect_right(markers.starts, upper.start)
    return markers.starts[at] if at < len(markers) and markers.starts[at] < lower.start else None
