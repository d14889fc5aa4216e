"""The pairs of :mod:`citekit.dedupe.blocks` for libraries of many thousands: the same pairs, by sorted columns."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from citekit.dedupe.blocks import WINDOW, cap_for, shares

if TYPE_CHECKING:
    from numpy.typing import NDArray


class _Blocks(NamedTuple):
    """The records by key and, in a block, by title; for each place the number of its block and its place in that."""

    owners: NDArray[np.int32]
    sizes: NDArray[np.int64]
    number: NDArray[np.int64]
    inside: NDArray[np.int64]


def candidates(
    keys: NDArray[np.uint64], owners: NDArray[np.int32], rank: NDArray[np.int32], cap: int = 0, old: int = 0
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The pairs of records that share a key, the lower ones and the higher ones, each pair once and in order.

    ``keys`` and ``owners`` are columns of one length, ``rank`` the place of each record in the order of titles; with
    ``cap`` 0 the size of blocks that are compared whole is found from the keys. The first ``old`` records are not
    compared with each other.
    """
    blocks = _blocks(keys, owners, rank)
    found = _near_new(blocks, cap, old, len(rank)) if old else _near(blocks, cap, len(rank))
    every = np.unique(np.concatenate(found)) if found else np.empty(0, np.uint64)
    return (every >> np.uint64(32)).astype(np.int32), (every & np.uint64(0xFFFFFFFF)).astype(np.int32)


def _blocks(keys: NDArray[np.uint64], owners: NDArray[np.int32], rank: NDArray[np.int32]) -> _Blocks:
    order = np.lexsort((rank[owners], keys))
    keys, owners = keys[order], owners[order]
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else np.empty(0, np.int64)
    sizes = np.diff(np.append(starts, len(keys)))
    number = np.repeat(np.arange(len(sizes)), sizes)
    return _Blocks(owners, sizes, number, np.arange(len(keys)) - np.repeat(starts, sizes))


def _near(blocks: _Blocks, cap: int, records: int) -> list[NDArray[np.uint64]]:
    """The pairs of all records, by how far apart they stand."""
    cap = cap or cap_for(Counter(blocks.sizes.tolist()), records)
    size_at = blocks.sizes[blocks.number]
    left_at = size_at - blocks.inside  # members from here to the block's end
    reach = np.minimum(np.where(size_at <= cap, size_at, WINDOW), left_at)
    found: list[NDArray[np.uint64]] = []
    places, step = np.flatnonzero(reach > 1), 1
    while len(places):
        found.append(_paired(blocks.owners[places], blocks.owners[places + step]))
        step += 1
        places = places[reach[places] > step]
    return found


def _near_new(blocks: _Blocks, cap: int, old: int, records: int) -> list[NDArray[np.uint64]]:
    """The pairs that have a new record in them."""
    places = np.flatnonzero(blocks.owners >= old)
    told, new = np.unique(blocks.number[places], return_counts=True)
    sizes = blocks.sizes[told]
    both = zip(sizes[sizes > 1].tolist(), new[sizes > 1].tolist(), strict=True)
    cap = cap or cap_for(shares(both), records)
    size_at, inside = blocks.sizes[blocks.number[places]], blocks.inside[places]
    reach = np.where(size_at <= cap, size_at, WINDOW)
    first, last = np.maximum(inside - reach + 1, 0), np.minimum(inside + reach, size_at)
    number = last - first
    ends = np.cumsum(number)
    steps = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - number, number)
    one, other = (np.repeat(column, number) for column in (places, places - inside + first))
    other = other + steps
    apart = one != other
    return [_paired(blocks.owners[one[apart]], blocks.owners[other[apart]])]


def _paired(one: NDArray[np.int32], other: NDArray[np.int32]) -> NDArray[np.uint64]:
    """Each pair as one number, the lower record in front, each once."""
    left, right = one.astype(np.uint64), other.astype(np.uint64)
    return np.unique((np.minimum(left, right) << np.uint64(32)) | np.maximum(left, right))
