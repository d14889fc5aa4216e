"""Keys → pairs worth comparing: all pairs of small blocks, neighbours in large ones, each pair once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from citekit.dedupe.consensus import Pair

WINDOW = 12
"""Neighbours, in the order of titles, that are compared in a block above the cap."""
_PER_RECORD = 40  # pairs that a record may be in before large blocks are thinned out …
_AT_LEAST = 200_000  # … and pairs that cost nothing worth saving
_SMALLEST, _LARGEST = 16, 1000


def cap_for(sizes: Mapping[int, int], records: int) -> int:
    """The size up to which blocks are compared whole, as large as the number of pairs allows.

    ``sizes`` counts the blocks of each size. A fixed cap would lose most pairs of a library that has each work a
    hundred times.
    """
    budget, cap = max(_AT_LEAST, _PER_RECORD * records), _SMALLEST
    for size in sorted(sizes):
        budget -= sizes[size] * size * (size - 1) // 2
        if budget < 0 or size > _LARGEST:
            break
        cap = max(cap, size)
    return cap


def pairs_of(keys: Sequence[Collection[int]], rank: Sequence[int], cap: int = 0) -> set[Pair]:
    """The pairs (low, high) of records that share a key; the same whatever the order they come in.

    ``keys`` are those of each record, ``rank`` its place in the order of titles; with ``cap`` 0 the size of blocks
    that are compared whole is found from the keys.
    """
    blocks: defaultdict[int, list[int]] = defaultdict(list)
    for place, own in enumerate(keys):
        for key in own:
            blocks[key].append(place)
    cap = cap or cap_for(Counter(map(len, blocks.values())), len(keys))
    return {pair for members in blocks.values() if len(members) > 1 for pair in _near(members, rank, cap)}


def _near(members: list[int], rank: Sequence[int], cap: int) -> Iterator[Pair]:
    window = len(members)
    if window > cap:
        members, window = sorted(members, key=rank.__getitem__), WINDOW
    for at, one in enumerate(members):
        for other in members[at + 1 : at + window]:
            yield (one, other) if one < other else (other, one)
