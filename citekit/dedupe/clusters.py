"""Citations gathered into works: alike ones joined, short forms with what they stand for, contradictions kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from citekit.dedupe.consensus import Pair, connected
from citekit.dedupe.edges import edges_of
from citekit.dedupe.from_citation import citation_record
from citekit.dedupe.record import Record
from citekit.dedupe.score import score
from citekit.dedupe.search import grouped, representatives
from citekit.model import Citation


@dataclass(frozen=True, slots=True)
class Clusters:
    """Citations that denote one work each, in order; ``torn`` are those that fit two works that differ."""

    members: tuple[tuple[Citation, ...], ...]
    torn: tuple[tuple[Citation, tuple[Citation, ...]], ...] = ()


def cluster(citations: Sequence[Citation]) -> Clusters:
    """Every citation in exactly one cluster."""
    whole = [place for place, citation in enumerate(citations) if citation.reference is None]
    records = [citation_record(citations[place]) for place in whole]
    stands_for = representatives(records)
    joined = [(whole[node], whole[place]) for place, node in enumerate(stands_for)]
    groups, torn = _consistent(records, sorted(set(stands_for)))
    joined += [(whole[group[0]], whole[place]) for group in groups for place in group]
    at = {citation.key: place for place, citation in enumerate(citations)}
    for place, citation in enumerate(citations):
        target = at.get(citation.reference.target, place) if citation.reference is not None else place
        joined.append((place, target))
    members = tuple(tuple(citations[place] for place in group) for group in connected(joined))
    return Clusters(
        members, tuple((citations[whole[one]], tuple(citations[whole[fit]] for fit in fits)) for one, fits in torn)
    )


def _consistent(records: Sequence[Record], nodes: Sequence[int]) -> tuple[list[list[int]], list[tuple[int, list[int]]]]:
    """The clusters that hold together, and the citations that would tie works together which differ."""
    told = {
        (nodes[one.first], nodes[one.second]): one
        for one in edges_of([records[node] for node in nodes])
        if one.verdict == "same"
    }
    torn = list(_torn(records, list(told)))
    out = {one for one, _ in torn}
    return grouped(records, {pair: one for pair, one in told.items() if not out & {*pair}}), torn


def _torn(records: Sequence[Record], edges: Sequence[Pair]) -> Iterator[tuple[int, list[int]]]:
    """Who is the same as two that clash."""
    near: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in edges:
        near[one].append(other)
        near[other].append(one)
    for one in sorted(near):
        if any(_clash(records[first], records[second]) for first, second in combinations(sorted(near[one]), 2)):
            yield one, sorted(near[one])


def _clash(left: Record, right: Record) -> bool:
    found = score(left, right)
    return found.verdict == "different" or any(part.veto for part in found.parts)
