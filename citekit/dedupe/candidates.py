"""Keys → pairs worth comparing: all pairs of small blocks, neighbours in large ones, each pair once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PER_RECORD = 40  # pairs that a record may be in before large blocks are thinned out …
_AT_LEAST = 200_000  # … and pairs that cost nothing worth saving
_WINDOW = 12  # neighbours, in the order of titles, that are compared in a block above the cap
_SMALLEST, _LARGEST = 16, 1000


def cap_for(sizes: NDArray[np.int64], records: int) -> int:
    """The size up to which blocks are compared whole: as large as the number of pairs allows, by all blocks' sizes."""
    counts = np.bincount(np.minimum(sizes, _LARGEST + 1), minlength=_LARGEST + 2)[: _LARGEST + 1]
    width = np.arange(_LARGEST + 1)
    pairs = np.cumsum(counts * width * (width - 1) // 2)
    budget = max(_AT_LEAST, _PER_RECORD * records)
    return max(_SMALLEST, int(np.searchsorted(pairs, budget, side="right")) - 1)


def blocks_of(keys: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Start and size of each run of equal keys in a sorted column."""
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.empty(0, np.int64)
    return starts, np.diff(np.append(starts, len(keys)))


def pairs_of(
    keys: NDArray[np.uint64], owners: NDArray[np.int32], rank: NDArray[np.int32], cap: int = 0
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The pairs (low, high) of records that share a key, each once and in order.

    ``keys`` and ``owners`` are columns of one length, ``rank`` the place of each record in the order of titles. With
    ``cap`` 0 the size of blocks compared whole is found from the keys.
    """
    order = np.lexsort((rank[owners], keys))
    keys, owners = keys[order], owners[order]
    starts, sizes = blocks_of(keys)
    cap = cap or cap_for(sizes, len(rank))
    size_at = np.repeat(sizes, sizes)
    left_at = size_at - (np.arange(len(keys)) - np.repeat(starts, sizes))  # members from here to the block's end
    reach = np.minimum(np.where(size_at <= cap, size_at, _WINDOW), left_at)
    found: list[NDArray[np.uint64]] = []
    places = np.flatnonzero(reach > 1)
    step = 1
    while len(places):
        one, other = owners[places], owners[places + step]
        low, high = np.minimum(one, other), np.maximum(one, other)
        apart = low != high
        found.append(np.unique((low[apart].astype(np.uint64) << np.uint64(32)) | high[apart].astype(np.uint64)))
        step += 1
        places = places[reach[places] > step]
    every = np.unique(np.concatenate(found)) if found else np.empty(0, np.uint64)
    return (every >> np.uint64(32)).astype(np.int32), (every & np.uint64(0xFFFFFFFF)).astype(np.int32)
