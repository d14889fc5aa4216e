"""The third step, a pure function of what pairs tell to be the same: clusters by the evidence of all their members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from citekit.dedupe.comparison import Comparison
from citekit.dedupe.consensus import DECIDED
from citekit.dedupe.large.components import held_together
from citekit.dedupe.large.decided import Ruled
from citekit.dedupe.large.packing import unpacked
from citekit.dedupe.large.pair_keys import halves, pair_keys
from citekit.dedupe.large.quiet import quiet
from citekit.dedupe.large.shelf import Shelf
from citekit.dedupe.search import grouped

if TYPE_CHECKING:
    from numpy.typing import NDArray

SAME = np.dtype([("low", np.int32), ("high", np.int32), ("score", np.float64)])
"""A pair that is the same: its records, its score (that of :data:`DECIDED` for a decision)."""


@dataclass(frozen=True, slots=True)
class Components:
    """Records that pairs connect, by their indices, in order; ``same`` and ``parted`` are pairs of places among them.

    ``parted`` were decided to be different; one of them may also have its two in two components.
    """

    records: NDArray[np.int32]
    packed: list[bytes]
    same: NDArray[Any]
    parted: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Clustered:
    """Records in clusters, by their indices, and for each the first of its cluster."""

    records: NDArray[np.int32]
    first: NDArray[np.int32]


def tasks(
    shelf: Shelf, same: NDArray[Any], parted: NDArray[np.uint64], size: int
) -> tuple[Clustered, Iterator[Components]]:
    """The clusters of two, which need no evidence beyond their pair, and tasks of all greater components."""
    kept, least = held_together(same["low"], same["high"], same["score"], shelf.records)
    left = same[kept]
    linked = np.unique(np.concatenate((left["low"], left["high"])))
    members = linked[np.argsort(least[linked], kind="stable")]
    of = least[members]
    great = np.bincount(of)[of] > 2 if len(of) else np.empty(0, bool)
    inside = left[np.isin(left["low"], members[great])]
    inside = inside[np.argsort(least[inside["low"]], kind="stable")]
    return Clustered(members[~great], of[~great]), _batched(shelf, members[great], inside, least, parted, size)


def ruled(same: NDArray[Any], rules: Ruled) -> NDArray[Any]:
    """The pairs that are the same by their scores and by what was decided."""
    if not len(rules.joined) and not len(rules.parted):
        return same
    decided = np.zeros(len(rules.joined), SAME)
    decided["low"], decided["high"] = halves(rules.joined)
    decided["score"] = DECIDED.score
    free = ~np.isin(pair_keys(same["low"], same["high"]), np.concatenate((rules.joined, rules.parted)))
    return np.concatenate((same[free], decided))


def _batched(  # noqa: PLR0913, PLR0917 - what the batches are cut from
    shelf: Shelf,
    members: NDArray[np.int32],
    same: NDArray[Any],
    least: NDArray[np.int32],
    parted: NDArray[np.uint64],
    size: int,
) -> Iterator[Components]:
    """Whole components, component after component, with so many records together as make a task."""
    of, pairs_of = least[members], least[same["low"]]
    start = 0
    while start < len(members):
        last = of[min(start + size, len(members)) - 1]
        end = int(np.searchsorted(of, last, "right"))
        records = np.sort(members[start:end])
        own = same[slice(*np.searchsorted(pairs_of, (of[start], last + 1)))].copy()
        for side in ("low", "high"):
            own[side] = np.searchsorted(records, own[side])
        yield Components(records, shelf.packed(records.tolist()), own, _among(records, parted))
        start = end


def _among(records: NDArray[np.int32], pairs: NDArray[np.uint64]) -> list[tuple[int, int]]:
    """The pairs of two of these records, by their places."""
    low, high = halves(pairs)
    there = np.isin(low, records) & np.isin(high, records)
    places = (np.searchsorted(records, side[there]).tolist() for side in (low, high))
    return list(zip(*places, strict=True))


def clustered(some: Components) -> Clustered:
    """The clusters of two and more, by the indices of their records."""
    with quiet():
        told: dict[tuple[int, int], Comparison] = {}
        joined = set()
        for low, high, score in some.same.tolist():
            if score == DECIDED.score:
                joined.add((low, high))
            else:
                told[low, high] = Comparison(low, high, "same", score, ())
        groups = grouped([unpacked(data) for data in some.packed], told, joined, some.parted)
        members = some.records[[place for group in groups for place in group]] if groups else some.records[:0]
        first = some.records[[group[0] for group in groups for _ in group]] if groups else some.records[:0]
        return Clustered(members, first)
