"""Citations gathered into works: alike ones joined, short forms with what they stand for, contradictions kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from citekit.dedupe.blocks import pairs
from citekit.dedupe.same import compare
from citekit.dedupe.sketch import Signature, Sketch, sketch
from citekit.model import Citation


class _Sets:
    """Disjoint sets of the numbers below ``size``, each named by its lowest member."""

    def __init__(self, size: int) -> None:
        """Begin with every number alone."""
        self._parent = list(range(size))

    def find(self, one: int) -> int:
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.find(one), self.find(other)))
        self._parent[high] = low

    def groups(self) -> list[list[int]]:
        """The sets, each in order, in the order of their first members."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for one in range(len(self._parent)):
            found[self.find(one)].append(one)
        return list(found.values())


@dataclass(frozen=True, slots=True)
class Clusters:
    """Citations that denote one work each, in order; ``torn`` are those that fit two works that differ."""

    members: tuple[tuple[Citation, ...], ...]
    torn: tuple[tuple[Citation, tuple[Citation, ...]], ...] = ()


def cluster(citations: Sequence[Citation]) -> Clusters:
    """Every citation in exactly one cluster."""
    whole = [place for place, citation in enumerate(citations) if citation.reference is None]
    sketches = [sketch(citations[place]) for place in whole]
    sets, torn = _Sets(len(citations)), []
    nodes = _alike(sketches)
    for node in nodes:
        for place in node[1:]:
            sets.join(whole[node[0]], whole[place])
    leaders = [sketches[node[0]] for node in nodes]
    edges, ambiguous = _consistent(leaders)
    for one, other in edges:
        sets.join(whole[nodes[one][0]], whole[nodes[other][0]])
    for one, fits in ambiguous:
        torn.append((citations[whole[nodes[one][0]]], tuple(citations[whole[nodes[fit][0]]] for fit in fits)))
    at = {citation.key: place for place, citation in enumerate(citations)}
    for place, citation in enumerate(citations):
        if citation.reference is not None and citation.reference.target in at:
            sets.join(place, at[citation.reference.target])
    members = tuple(tuple(citations[place] for place in group) for group in sets.groups())
    return Clusters(members, tuple(torn))


def _alike(sketches: Sequence[Sketch]) -> list[list[int]]:
    """Citations that print the same, in two details at least; an "Ibid." that found nothing stays alone."""
    groups: defaultdict[Signature, list[int]] = defaultdict(list)
    alone = []
    for place, one in enumerate(sketches):
        if one.form == "ibid" or sum(map(bool, one.signature)) < 2:
            alone.append([place])
        else:
            groups[one.signature].append(place)
    return [*groups.values(), *alone]


def _consistent(sketches: Sequence[Sketch]) -> tuple[list[tuple[int, int]], list[tuple[int, tuple[int, ...]]]]:
    """The edges that hold together, and the citations that would tie works together which differ."""
    edges = [pair for pair in sorted(pairs(sketches)) if compare(sketches[pair[0]], sketches[pair[1]]) == "same"]
    kept: list[tuple[int, int]] = []
    torn: list[tuple[int, tuple[int, ...]]] = []
    for group in _components(edges):
        inside, ambiguous = _split(group, sketches)
        kept += inside
        torn += ambiguous
    return kept, torn


def _components(edges: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The edges grouped by what they connect."""
    edges = list(edges)
    names = sorted({place for edge in edges for place in edge})
    at = {place: number for number, place in enumerate(names)}
    sets = _Sets(len(names))
    for one, other in edges:
        sets.join(at[one], at[other])
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for edge in edges:
        found[sets.find(at[edge[0]])].append(edge)
    return list(found.values())


def _split(
    edges: list[tuple[int, int]], sketches: Sequence[Sketch]
) -> tuple[list[tuple[int, int]], list[tuple[int, tuple[int, ...]]]]:
    """A component without its contradictions: who fits two that differ stands alone; what still differs falls apart."""
    places = sorted({place for edge in edges for place in edge})
    if len(places) < 3 or not _clashing(places, sketches):
        return edges, []
    near: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in edges:
        near[one].append(other)
        near[other].append(one)
    torn = [(place, tuple(near[place])) for place in places if _clashing(near[place], sketches)]
    out = {place for place, _ in torn}
    left = [edge for edge in edges if not out & {*edge}]
    kept = [
        edge
        for group in _components(left)
        if not _clashing(sorted({place for edge in group for place in edge}), sketches)
        for edge in group
    ]
    return kept, torn


def _clashing(places: Sequence[int], sketches: Sequence[Sketch]) -> bool:
    return any(compare(sketches[one], sketches[other]) == "unlike" for one, other in combinations(places, 2))
