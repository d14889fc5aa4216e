"""Which chains of numbers are notes: headings, lists, tables and verses are numbered too."""

from __future__ import annotations

from citekit.read.candidates import Candidate
from citekit.read.numbering import Chain, Numbering

_STRAYS = 3
"""Fewer numbers than that in the body need no word."""


def accept(numbering: Numbering, headings: tuple[int, ...] = ()) -> tuple[Numbering, tuple[Candidate, ...]]:
    """The numbering without the series that are no notes, and what may be markers of no note.

    ``headings`` are offsets of headings such as "Notes".

    A series is taken when its markers stand in the text, when half of its entries look like citations, or when it
    stands under such a heading. What remains is counted from 1 again.
    """
    labels, markers = numbering.labels, numbering.markers
    kept = [series for series in labels.by_series if _is_notes(labels, markers, series, headings)]
    names = {series: at for at, series in enumerate(kept, 1)}
    if not kept and _stand_alone(markers):
        return Numbering(Chain(), markers.renamed({old: new for new, old in enumerate(markers.by_series, 1)})), ()
    strays = [one for one, series in zip(markers.items, markers.series, strict=True) if kept and series not in names]
    return Numbering(labels.renamed(names), markers.renamed(names)), tuple(strays) if len(strays) >= _STRAYS else ()


def _is_notes(labels: Chain, markers: Chain, series: int, headings: tuple[int, ...]) -> bool:
    items = [labels.items[at] for at in labels.by_series[series]]
    marked = sum((series, item.number) in markers.place for item in items) / len(items)
    cited = sum(item.cited for item in items) / len(items)
    if markers.is_reliable and series in markers.by_series:
        return marked >= 0.3
    if headings and headings[0] < items[0].start:
        return True
    return cited >= 0.5 or (marked >= 0.5 and cited > 0)


def _stand_alone(markers: Chain) -> bool:
    """Whether markers without any label are beyond doubt: many, nearly all of a count, each of them plain to see."""
    counted = sum(markers.last.values())
    return len(markers) >= 5 and len(markers) >= 0.8 * counted and sum(m.score for m in markers.items) >= len(markers)
