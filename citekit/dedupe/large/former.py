"""Keys that rows lose to no other: which of those that go may lead to the works they went into.

As in :func:`citekit.dedupe.plan.plan`: not a key that a row which stays has too, and each to one work only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def doubled(keys: NDArray[np.int64], rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of these rows have a key that is there more than once.

    ``keys`` are those of all rows of the source, as numbers; 0 is none.
    """
    found, counts = np.unique(keys, return_counts=True)
    several = found[(counts > 1) & (found != 0)]
    marks: NDArray[np.bool_] = np.isin(keys[rows], several)
    return marks


def reserved(
    keys: NDArray[np.int64], rows: NDArray[np.int64], clusters: NDArray[np.int64], leads: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Which of the rows of clusters have a key that belongs to another work.

    ``clusters`` are the numbers of the rows' clusters, ``leads`` tells which of them stay.
    """
    going = np.zeros(len(keys), bool)
    going[rows[~leads]] = True
    marks: NDArray[np.bool_] = np.isin(keys[rows], keys[~going])
    last = np.flatnonzero(~leads & ~marks)  # keys that no row has any more
    own = keys[rows[last]]
    order = np.lexsort((clusters[last], own))
    _, first, number = np.unique(own[order], return_index=True, return_inverse=True)
    taken = clusters[last][order][first][number]
    marks[last[order]] = clusters[last][order] != taken
    return marks
