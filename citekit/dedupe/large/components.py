"""What pairs connect, for millions of records: :func:`citekit.dedupe.consensus.connected` by columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from citekit.dedupe.consensus import FLOORS, LARGEST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Records = NDArray[np.int32]


def connected(low: Records, high: Records, records: int) -> Records:
    """For each of so many records the least one that pairs connect it with, itself where none does.

    Every record points to a lower one of its set; each round points the least of a set at that of its neighbours,
    until no pair leads out of its set.
    """
    least = np.arange(records, dtype=np.int32)
    while len(low):
        one, other = least[low], least[high]
        apart = one != other
        low, high, one, other = low[apart], high[apart], one[apart], other[apart]
        np.minimum.at(least, np.maximum(one, other), np.minimum(one, other))
        while not np.array_equal(further := least[least], least):
            least = further
    return least


def held_together(
    low: Records, high: Records, score: NDArray[np.float64], records: int
) -> tuple[NDArray[np.bool_], Records]:
    """The pairs that are left when sets that are too large have fallen apart at their weakest, and their sets.

    Which pairs these are, then what :func:`connected` says of them; the rule is that of
    :func:`citekit.dedupe.consensus.held_together`.
    """
    kept = np.ones(len(low), bool)
    least = connected(low, high, records)
    for floor in FLOORS:
        large = np.bincount(least, minlength=records) > LARGEST
        if not large.any():
            break
        kept &= ~large[least[low]] | (score >= floor)
        least = connected(low[kept], high[kept], records)
    return kept, least
