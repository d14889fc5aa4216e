"""What pairs connect, by columns: the same as pair by pair, also where a set falls apart at its weakest pairs."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from citekit.dedupe import consensus
from citekit.dedupe.large import components

RECORDS = 30
SCORES = st.sampled_from([0.2, 0.5, 1.0, 3.2, 3.5, 6.0, 9.4, 9.5, 99.0, 1e9])
EDGES = st.dictionaries(
    st.lists(st.integers(0, RECORDS - 1), min_size=2, max_size=2, unique=True).map(lambda pair: tuple(sorted(pair))),
    SCORES,
    max_size=60,
)


def columns(edges):
    low, high = (np.array([pair[side] for pair in edges], np.int32) for side in (0, 1))
    return low, high, np.array(list(edges.values()), np.float64)


def sets_of(least):
    found = {}
    for one, head in enumerate(least.tolist()):
        found.setdefault(head, []).append(one)
    return [members for members in found.values() if len(members) > 1]


@given(edges=EDGES)
def test_sets_are_those_that_are_found_pair_by_pair(edges):
    low, high, _ = columns(edges)
    assert sets_of(components.connected(low, high, RECORDS)) == consensus.connected(sorted(edges))


def test_a_long_chain_is_one_set():
    order = np.random.default_rng(5).permutation(5000).astype(np.int32)
    assert not components.connected(order[1:], order[:-1], 5000).any()


@given(edges=EDGES, largest=st.integers(1, 8))
def test_sets_too_large_fall_apart_alike(edges, largest):
    was = consensus.LARGEST
    consensus.LARGEST = components.LARGEST = largest
    try:
        kept, least = components.held_together(*columns(edges), RECORDS)
        expected = sorted(group for group in consensus.held_together(edges) if len(group) > 1)
    finally:
        consensus.LARGEST = components.LARGEST = was
    assert sorted(sets_of(least)) == expected
    assert sets_of(components.connected(*(side[kept] for side in columns(edges)[:2]), RECORDS)) == sets_of(least)
