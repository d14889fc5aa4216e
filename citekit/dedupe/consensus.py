"""Scored pairs → clusters, by the evidence of all members on all others: one wrong pair joins no two works.

Clusters grow by average linkage: of all clusters those two are joined next whose members, each compared with each,
agree best, as long as they do so by more than :data:`_ENOUGH` on average; of those that agree alike, the ones whose
scores are higher, then those of which more pairs say so, for what is cited often is likelier meant. A pair that a veto
parts weighs against, and forbids the joining where few pairs speak: what fits two works that are not one belongs to one
of them at most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations
from typing import NamedTuple, TypeAlias

Pair: TypeAlias = tuple[int, int]


class Says(NamedTuple):
    """What pairs say together: the weight that counts, the full score, which puts equal weights in order, vetoes."""

    weight: float
    score: float
    vetoes: int = 0


Evidence: TypeAlias = Callable[[int, int], Says]

_ENOUGH = 1.0
_FEW = 16  # pairs, four by four, of which none may be vetoed; of more, half: in the rough anything is misprinted once
_DIGITS = 6  # of a mean: what is behind them comes of the order of adding up
LARGEST = 300
"""Members of a component that are all compared with all; a larger one first falls apart at weak pairs."""
FLOORS = tuple(number / 2 for number in range(1, 20))
"""The scores below which pairs are weak, one after the other, until no component is too large."""
APART = Says(float("-inf"), float("-inf"), 1)
"""The evidence of a decision that two are different."""
UNLIKE = Says(-1e6, -1e6, 1)
"""The evidence of two that have different identifiers: none of others outweighs it, but for a decision."""
DECIDED = Says(1e9, 1e9, -1_000_000)
"""The evidence of a decision that two are the same, whatever speaks against it."""


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
    said: defaultdict[int, dict[int, Says]] = defaultdict(dict)
    queue: list[tuple[float, float, int, int, int]] = []
    for one, other in combinations(groups, 2):
        value = evidence(*sorted((groups[one][0], groups[other][0])))
        said[one][other] = said[other][one] = value
        if value.vetoes <= 0:
            queue.append((-value.weight, -value.score, -1, one, other))
    heapify(queue)
    latest = len(groups)
    while queue:
        cost, _, _, one, other = heappop(queue)
        if -cost < _ENOUGH:
            break
        if one not in groups or other not in groups:
            continue
        joined = groups.pop(one) + groups.pop(other)
        mine, yours = said.pop(one), said.pop(other)
        for third, members in groups.items():
            total = _added(mine[third], yours[third])
            said[latest][third] = said[third][latest] = total
            pairs = len(joined) * len(members)
            if total.vetoes <= 0 or (pairs > _FEW and 2 * total.vetoes <= pairs):
                means = (round(-total.weight / pairs, _DIGITS), round(-total.score / pairs, _DIGITS))
                heappush(queue, (*means, -pairs, third, latest))
        groups[latest] = joined
        latest += 1
    return [sorted(group) for group in groups.values()]


def _added(one: Says, other: Says) -> Says:
    return Says(one.weight + other.weight, one.score + other.score, one.vetoes + other.vetoes)
