"""Keys → pairs worth comparing: all pairs of small blocks, neighbours in large ones, each pair once."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from citekit.dedupe.consensus import Pair

WINDOW = 12
"""Neighbours, in the order of titles, that are compared in a block above the cap."""
_PER_RECORD = 40  # pairs that a record may be in before large blocks are thinned out …
_AT_LEAST = 200_000  # … and pairs that cost nothing worth saving
_SMALLEST, _LARGEST = 16, 1000


def cap_for(sizes: Mapping[int, float], records: int) -> int:
    """The size up to which blocks are compared whole, as large as the number of pairs allows.

    ``sizes`` counts the blocks of each size, one of which only a share is compared as that share of a block. A fixed
    cap would lose most pairs of a library that has each work a hundred times.
    """
    budget: float = max(_AT_LEAST, _PER_RECORD * records)
    cap = _SMALLEST
    for size in sorted(sizes):
        budget -= sizes[size] * (size * (size - 1) // 2)
        if budget < 0 or size > _LARGEST:
            break
        cap = max(cap, size)
    return cap


def pairs_of(keys: Sequence[Collection[int]], rank: Sequence[int], cap: int = 0, old: int = 0) -> set[Pair]:
    """The pairs (low, high) of records that share a key; the same whatever the order they come in.

    ``keys`` are those of each record, ``rank`` its place in the order of titles; with ``cap`` 0 the size of blocks
    that are compared whole is found from the keys. The first ``old`` records are not compared with each other.
    """
    blocks: defaultdict[int, list[int]] = defaultdict(list)
    for place, own in enumerate(keys):
        for key in own:
            blocks[key].append(place)
    if old:
        told = [members for members in blocks.values() if members[0] < members[-1] >= old]
        cap = cap or cap_for(shares((len(one), len(one) - bisect_left(one, old)) for one in told), len(keys))
        return {pair for members in told for pair in _near_new(members, rank, cap, old)}
    cap = cap or cap_for(Counter(map(len, blocks.values())), len(keys))
    return {pair for members in blocks.values() if len(members) > 1 for pair in _near(members, rank, cap)}


def shares(blocks: Iterable[tuple[int, int]]) -> dict[int, float]:
    """The blocks of each size, counted by the share of their pairs that have a new record in them.

    Of each block: how many records it has, two at least, and how many of them are new.
    """
    told: defaultdict[int, float] = defaultdict(float)
    for size, new in blocks:
        old = size - new
        told[size] += 1 - old * (old - 1) / (size * (size - 1))
    return told


def _near(members: list[int], rank: Sequence[int], cap: int) -> Iterator[Pair]:
    window = len(members)
    if window > cap:
        members, window = sorted(members, key=rank.__getitem__), WINDOW
    for at, one in enumerate(members):
        for other in members[at + 1 : at + window]:
            yield (one, other) if one < other else (other, one)


def _near_new(members: list[int], rank: Sequence[int], cap: int, old: int) -> Iterator[Pair]:
    """The pairs of :func:`_near` that have a new record in them."""
    window = len(members)
    if window > cap:
        members, window = sorted(members, key=rank.__getitem__), WINDOW
    for at, one in enumerate(members):
        for other in members[max(at - window + 1, 0) : at + window] if one >= old else ():
            if one != other:
                yield (one, other) if one < other else (other, one)
