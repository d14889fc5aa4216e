"""Records → pairs scored and clusters: keys, blocks, a first look, full scores, consensus."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from citekit.dedupe.comparison import Comparison, Found, Part
from citekit.dedupe.consensus import APART, DECIDED, UNLIKE, Pair, Says, clusters, connected
from citekit.dedupe.edges import edges_of, scorer
from citekit.dedupe.record import Record
from citekit.dedupe.score import KNOWN, score
from citekit.errors import CitekitError

_LEAST, _MOST = -2.0, 5.0  # between these a pair counts by its score, as sure beyond; a veto counts as the least
_UNBRIDGED = KNOWN | {"edition"}  # fields whose veto no others outweigh


def search(
    records: Sequence[Record],
    same: Collection[Pair] = (),
    different: Collection[Pair] = (),
    after: Callable[[float], None] = lambda _: None,
    old: int = 0,
) -> Found:
    """What :func:`citekit.dedupe.find.find` gives, for records.

    The first ``old`` are those of a library: only others are looked for, among them and in the library.
    """
    alone = {one for pair in different for one in pair}
    stands_for = [*representatives(records[:old], alone), *representatives(records[old:], alone, old)]
    parted = {ordered(*pair) for pair in different}
    joined = {ordered(*pair) for one, other in same if len(pair := {stands_for[one], stands_for[other]}) > 1}
    check(joined, parted)
    members = _by_node(stands_for)
    nodes = list(members)
    told = {
        (nodes[one.first], nodes[one.second]): one._replace(first=nodes[one.first], second=nodes[one.second])
        for one in edges_of([records[node] for node in nodes], after, bisect_left(nodes, old))
    }
    alike = {pair: _scored(records, *pair) for pair in _alike(records, nodes, old) if pair not in parted}
    told |= alike
    groups = grouped(records, told, joined | alike.keys(), parted, old)
    told |= {
        (node, other): _scored(records, node, other) for node in nodes for other in members[node][1:] if other >= old
    }
    told |= {pair: decided(told.get(pair) or _scored(records, *pair)) for pair in joined}
    after(1.0)
    left = set(nodes).difference(*groups)
    whole = [[place for node in group for place in members[node]] for group in groups]
    whole += [members[node] for node in left if len(members[node]) > 1]
    whole = [group for group in whole if max(group) >= old]
    cluster_of = {place: number for number, group in enumerate(whole) for place in group}
    return Found(
        tuple(sorted(tuple(sorted(group)) for group in whole)),
        tuple(_with_doubt(told[pair], cluster_of) for pair in sorted(told.keys() - parted)),
    )


def _by_node(stands_for: Sequence[int]) -> dict[int, list[int]]:
    """The records that each stands for, itself first."""
    members: defaultdict[int, list[int]] = defaultdict(list)
    for place, node in enumerate(stands_for):
        members[node].append(place)
    return dict(members)


def ordered(one: int, other: int) -> Pair:
    """Two records as a pair, the lower one first."""
    return (one, other) if one < other else (other, one)


def _scored(records: Sequence[Record], one: int, other: int) -> Comparison:
    return score(records[one], records[other])._replace(first=one, second=other)


def representatives(records: Sequence[Record], alone: Collection[int] = (), start: int = 0) -> list[int]:
    """For each record the first that says the same in every field; those ``alone`` stand for themselves.

    Places are counted from ``start``.
    """
    first: dict[int, int] = {}
    return [
        place if place in alone or not one.signature else first.setdefault(one.signature, place)
        for place, one in enumerate(records, start)
    ]


def _alike(records: Sequence[Record], nodes: Sequence[int], old: int) -> Iterator[Pair]:
    """The records of the library with the new ones that say the same in every field, keys that they share or not."""
    there: defaultdict[int, list[int]] = defaultdict(list)
    for node in nodes if old else ():
        sign = records[node].signature
        if sign and node < old:
            there[sign].append(node)
        elif sign:
            yield from ((one, node) for one in there.get(sign, ()))


def check(joined: Iterable[Pair], parted: Collection[Pair]) -> None:
    """Raise where what was decided to be one holds two that were decided to be different."""
    for group in connected(joined) if parted else ():
        inside = set(group)
        clash = next((pair for pair in sorted(parted) if inside.issuperset(pair)), None)
        if clash:
            raise CitekitError(
                f"The decisions contradict each other: records {clash[0] + 1} and {clash[1] + 1} are said to be "
                "different, and to be the same by way of others; take one of these decisions back."
            )


def grouped(
    records: Sequence[Record],
    told: Mapping[Pair, Comparison],
    joined: Collection[Pair] = (),
    parted: Collection[Pair] = (),
    old: int = 0,
) -> list[list[int]]:
    """The clusters, by the evidence of all pairs in them and what was decided.

    Of the first ``old`` records no two are joined that are not the same by themselves, whatever is alike to both.
    """
    edges = {pair: found.score for pair, found in told.items() if found.verdict == "same" and pair not in parted}
    edges |= dict.fromkeys(joined, DECIDED.score)
    by_way = {pair for group in connected(joined) for pair in combinations(group, 2)}
    known = dict.fromkeys(by_way, DECIDED) | dict.fromkeys(parted, APART)
    places = sorted({place for pair in edges for place in pair})
    at = {place: number for number, place in enumerate(places)}
    scored = scorer([records[place] for place in places], len(told))

    def evidence(one: int, other: int) -> Says:
        pair = (one, other)
        if pair not in known:
            found = told.get(pair) or scored(at[one], at[other])
            known[pair] = APART if other < old and found.verdict != "same" else value(found)
        return known[pair]

    return clusters(edges, evidence, [one.signature for one in records])


def value(found: Comparison) -> Says:
    """What a pair says in a cluster; two of different identifiers or editions are never in one."""
    vetoed = {part.field for part in found.parts if part.veto} if found.verdict != "same" else set()
    if vetoed & _UNBRIDGED:
        return UNLIKE
    if vetoed:
        return Says(_LEAST, _LEAST, 1)
    return Says(max(_LEAST, min(_MOST, found.score)), max(_LEAST, found.score))


def decided(found: Comparison) -> Comparison:
    """A comparison of two that a person has decided to be the same."""
    part = Part("decision", 0.0, "decided to be the same")
    return found._replace(verdict="same", parts=(*found.parts, part), relation="")


def _with_doubt(found: Comparison, cluster_of: Mapping[int, int]) -> Comparison:
    """A pair that its scores join and the others of its cluster part is one to look at."""
    one, other = cluster_of.get(found.first, -1), cluster_of.get(found.second, -2)
    if found.verdict != "same" or one == other:
        return found
    return found._replace(verdict="look", parts=(*found.parts, Part("cluster", 0.0, "others of the cluster differ")))
