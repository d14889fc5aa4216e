"""The second step, a pure function of pairs and their records: each pair scored, what tells nothing left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from citekit.dedupe.edges import scorer
from citekit.dedupe.large.packing import unpacked
from citekit.dedupe.large.quiet import quiet
from citekit.dedupe.large.results import table_of
from citekit.dedupe.large.shelf import Shelf

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs by the places of their records in ``packed``; ``records`` are the indices that these have."""

    records: NDArray[np.int32]
    packed: list[bytes]
    low: NDArray[np.int64]
    high: NDArray[np.int64]


def tasks(shelf: Shelf, some: Iterator[tuple[NDArray[np.int32], NDArray[np.int32]]], size: int) -> Iterator[Pairs]:
    """Pairs with all that is needed to score them, ``size`` at most in each task."""
    for low, high in some:
        for start in range(0, len(low), size):
            both = np.concatenate((low[start : start + size], high[start : start + size]))
            records, places = np.unique(both, return_inverse=True)
            half = len(both) // 2
            yield Pairs(records, shelf.packed(records.tolist()), places[:half], places[half:])


@dataclass(frozen=True, slots=True)
class Scored:
    """The pairs that are same, to look at, or related, by indices, as a table of :data:`results.PAIRS`.

    ``seen`` is how many pairs were scored.
    """

    table: Any  # pyarrow.Table, which carries no types
    seen: int


def scored(pairs: Pairs) -> Scored:
    """The scores of pairs that tell something, in the order of the pairs."""
    with quiet():
        score = scorer([unpacked(data) for data in pairs.packed], len(pairs.low))
        index = pairs.records.tolist()
        told = [
            (index[low], index[high], found)
            for low, high in zip(pairs.low.tolist(), pairs.high.tolist(), strict=True)
            for found in [score(low, high)]
            if found.verdict != "different" or found.relation
        ]
        return Scored(table_of(told), len(pairs.low))
