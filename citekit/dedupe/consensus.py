"""Scored pairs → clusters, by the evidence of all members on all others: one wrong pair joins no two works.

Clusters grow by average linkage: of all clusters those two are joined next whose members, each compared with each,
agree best, as long as they do so by more than :data:`_ENOUGH` on average. A pair that a veto parts weighs against.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations
from typing import TypeAlias

Pair: TypeAlias = tuple[int, int]
Evidence: TypeAlias = Callable[[int, int], float]

_ENOUGH = 1.0
LARGEST = 300
"""Members of a component that are all compared with all; a larger one first falls apart at weak pairs."""
FLOORS = tuple(number / 2 for number in range(1, 20))
"""The scores below which pairs are weak, one after the other, until no component is too large."""
APART = float("-inf")
"""The evidence of a decision that two are different."""


def clusters(edges: Mapping[Pair, float], evidence: Evidence, rank: Sequence[int]) -> list[list[int]]:
    """The clusters of two and more that hold together.

    ``edges`` are the scores of pairs (low, high) told to be the same, ``evidence`` that of any two, ``rank`` what puts
    equal evidence in order, whatever order the records came in.
    """
    return [
        group
        for component in held_together(edges)
        for group in (_linked(component, evidence, rank) if len(component) > 2 else [component])
        if len(group) > 1
    ]


def held_together(edges: Mapping[Pair, float], floors: Sequence[float] = FLOORS) -> list[list[int]]:
    """What the edges connect; components too large fall apart at their weakest edges."""
    found = []
    for members in connected(edges):
        if len(members) <= LARGEST or not floors:
            found.append(members)
            continue
        inside = set(members)
        kept = {pair: score for pair, score in edges.items() if pair[0] in inside and score >= floors[0]}
        found += held_together(kept, floors[1:])
    return found


def connected(edges: Iterable[Pair]) -> list[list[int]]:
    """The sets of numbers that pairs connect, each in order."""
    parent: dict[int, int] = {}

    def find(one: int) -> int:
        while (up := parent.setdefault(one, one)) != one:
            parent[one] = parent[up]
            one = up
        return one

    for one, other in edges:
        low, high = sorted((find(one), find(other)))
        parent[high] = low
    found: defaultdict[int, list[int]] = defaultdict(list)
    for one in sorted(parent):
        found[find(one)].append(one)
    return list(found.values())


def _linked(component: list[int], evidence: Evidence, rank: Sequence[int]) -> list[list[int]]:
    """Average linkage over all pairs of a component."""
    groups = {number: [one] for number, one in enumerate(sorted(component, key=lambda one: rank[one]))}
    sums: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for one, other in combinations(groups, 2):
        value = evidence(*sorted((groups[one][0], groups[other][0])))
        sums[one][other] = sums[other][one] = value
    queue = [(-value, one, other) for one, row in sums.items() for other, value in row.items() if one < other]
    heapify(queue)
    latest = len(groups)
    while queue:
        cost, one, other = heappop(queue)
        if -cost < _ENOUGH:
            break
        if one not in groups or other not in groups:
            continue
        joined = groups.pop(one) + groups.pop(other)
        mine, yours = sums.pop(one), sums.pop(other)
        for third, members in groups.items():
            total = mine[third] + yours[third]
            sums[latest][third] = sums[third][latest] = total
            heappush(queue, (-total / (len(joined) * len(members)), third, latest))
        groups[latest] = joined
        latest += 1
    return [sorted(group) for group in groups.values()]
