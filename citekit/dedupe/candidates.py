"""The pairs of :mod:`citekit.dedupe.blocks` for libraries of many thousands: the same pairs, by sorted columns."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from citekit.dedupe.blocks import WINDOW, cap_for

if TYPE_CHECKING:
    from numpy.typing import NDArray


def candidates(
    keys: NDArray[np.uint64], owners: NDArray[np.int32], rank: NDArray[np.int32], cap: int = 0
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The pairs of records that share a key, the lower ones and the higher ones, each pair once and in order.

    ``keys`` and ``owners`` are columns of one length, ``rank`` the place of each record in the order of titles; with
    ``cap`` 0 the size of blocks that are compared whole is found from the keys.
    """
    order = np.lexsort((rank[owners], keys))
    keys, owners = keys[order], owners[order]
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else np.empty(0, np.int64)
    sizes = np.diff(np.append(starts, len(keys)))
    cap = cap or cap_for(Counter(sizes.tolist()), len(rank))
    size_at = np.repeat(sizes, sizes)
    left_at = size_at - (np.arange(len(keys)) - np.repeat(starts, sizes))  # members from here to the block's end
    reach = np.minimum(np.where(size_at <= cap, size_at, WINDOW), left_at)
    found: list[NDArray[np.uint64]] = []
    places, step = np.flatnonzero(reach > 1), 1
    while len(places):
        one, other = owners[places].astype(np.uint64), owners[places + step].astype(np.uint64)
        found.append(np.unique((np.minimum(one, other) << np.uint64(32)) | np.maximum(one, other)))
        step += 1
        places = places[reach[places] > step]
    every = np.unique(np.concatenate(found)) if found else np.empty(0, np.uint64)
    return (every >> np.uint64(32)).astype(np.int32), (every & np.uint64(0xFFFFFFFF)).astype(np.int32)
