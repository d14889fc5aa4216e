"""The size of the body of a paper, against which notes are small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from citekit.read.pdf.sheets import Line

SMALLER = 0.4
"""Points by which notes are smaller than the body, at least."""
_ALIKE = 0.35
_SHARE = 0.25
_MARKED = 5


def body_size(lines: Iterable[Line]) -> float:
    """The size of the body among lines: of most of them, or a larger one in which markers stand."""
    found: Counter[float] = Counter()
    marked: Counter[float] = Counter()
    for line in lines:
        found[round(line.size, 1)] += len(line.text)
        marked[round(line.size, 1)] += any(start for start, _ in line.raised)
    body, other = body_of(found), body_of(+marked)
    return other if other > body + SMALLER and marked.total() >= _MARKED else body


def body_of(found: Counter[float]) -> float:
    """The size with most characters, or a larger one with a quarter as many: notes may outweigh the body."""
    if not found:
        return 0.0
    weights = {size: sum(found[other] for other in found if abs(other - size) <= _ALIKE) for size in found}
    body = max(weights, key=lambda size: (weights[size], size))
    larger = [size for size in weights if size > body + SMALLER and weights[size] > _SHARE * weights[body]]
    return max(larger, key=lambda size: (weights[size], size)) if larger else body


def is_small(line: Line, body: float) -> bool:
    """Whether a line is set smaller than the body."""
    return line.size <= body - SMALLER
