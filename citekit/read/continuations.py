"""Notes that go on at the foot of the next page, below its body and above its own notes."""

from __future__ import annotations

from itertools import pairwise

from citekit.model import Span
from citekit.read.evidence import Evidence
from citekit.read.extents import Extent
from citekit.read.feet import best_start, feet
from citekit.read.genre import breaks_off, ends_sentence
from citekit.read.layout import Layout
from citekit.read.numbering import Numbering

_ENDS_OPEN = 1.5
_NO_STOP = 1.0
_NEARLY_ALL = 0.9


def continuations(evidence: Evidence, numbering: Numbering, cut: list[Extent]) -> dict[int, Span]:
    """The rows with which notes go on on the next page, by the index of their label."""
    layout = evidence.layout
    found: dict[int, Span] = {}
    habit = _NO_STOP if _end_in_stops(layout, cut) else 0.0
    following = resumed = len(layout.lines)
    for index in range(len(cut) - 1, -1, -1):
        extent = cut[index]
        if extent.stop < following:
            pages = feet(layout, numbering, extent.stop, following, resumed)
            resumed = layout.next_words(extent.stop)
            last = layout.last_words(extent.stop, extent.start)
            prior = _unfinished(layout, last, habit)
            if pages and prior and _is_next(numbering, index):
                start = best_start(evidence, pages[0], prior, last)
                found |= {index: (start, pages[0].stop)} if start < pages[0].stop else {}
        following = extent.start
    return found


def _end_in_stops(layout: Layout, cut: list[Extent]) -> bool:
    """Whether nearly all notes that another one follows at once end in a full stop."""
    tails = [
        layout.lines.tails[layout.last_words(left.stop)] for left, right in pairwise(cut) if left.stop == right.start
    ]
    stops = sum(ends_sentence(layout.lines.text, tail, marked=False) for tail in tails)
    return stops >= _NEARLY_ALL * max(len(tails), 1)


def _is_next(numbering: Numbering, index: int) -> bool:
    """Whether the next label bears the next number: else what stands above it belongs to the notes between."""
    labels = numbering.labels
    if index + 1 == len(labels) or labels.series[index + 1] != labels.series[index]:
        return True
    return labels.items[index + 1].number == labels.items[index].number + 1


def _unfinished(layout: Layout, row: int, habit: float) -> float:
    """What the last row of a note on its page says for more of it on the next one."""
    lines = layout.lines
    if row < 0 or (ends_sentence(lines.text, lines.tails[row], marked=False)):
        return 0.0
    return _ENDS_OPEN if breaks_off(lines.text, lines.heads[row], lines.tails[row]) else habit
