"""New records against a library: which are there already, under which key, and which are new."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from citekit.dedupe.comparison import Comparison, Found
from citekit.dedupe.consensus import connected
from citekit.dedupe.short_forms import FIELD as SHORT_FORM
from citekit.dedupe.short_forms import SURE

_CLEAR = 1.0
"""By how much a record must fit one of the library's better than another one, to be taken for it."""
_SURE = frozenset({"record", "decision"})
"""Fields of a part that leaves no doubt: the records say the same, or a person does."""


@dataclass(frozen=True, slots=True)
class Present:
    """A new record that the library has: its index and that of the library's record.

    ``also`` are further records of the library that are the same work, duplicates of its own. ``short`` tells that the
    new record is a short form, which fits no other work of the library.
    """

    new: int
    old: int
    also: tuple[int, ...] = ()
    short: bool = False


@dataclass(frozen=True, slots=True)
class Against:
    """Where the new records stand; indices count the library's records first, then the new ones.

    ``fresh`` are clusters of new records that the library has not, one alone as a rule. ``doubts`` are pairs of one of
    each side that a person should look at; the new one counts as new, unless it is in ``present`` as another one.
    ``akin`` are pairs of one of each side that belong together and are not one: editions, a whole and its part.
    """

    present: tuple[Present, ...]
    fresh: tuple[tuple[int, ...], ...]
    doubts: tuple[Comparison, ...]
    akin: tuple[Comparison, ...] = ()


def against(found: Found, old: int, new: int) -> Against:
    """What was found among ``old`` records of a library, followed by ``new`` others.

    A record that fits several of the library's that are one work goes to the one that says the same as it does, else to
    the first of them. One that fits two that are not one work, neither clearly better than the other, counts as new,
    and is to be looked at with both.
    """
    torn, rivals = _torn(found, old)
    twins, shorts = _twins(found, old), _short(found, old)
    cluster_of = {member: cluster for cluster in found.clusters for member in cluster}
    present: list[Present] = []
    fresh: dict[tuple[int, ...], None] = {}
    for one in range(old, old + new):
        cluster = cluster_of.get(one, (one,))
        there = tuple(member for member in cluster if member < old)
        if there and one not in torn:
            lead = twins[one] if twins.get(one) in there else there[0]
            present.append(Present(one, lead, tuple(member for member in there if member != lead)))
        elif one in shorts and all(shorts.get(member) == shorts[one] for member in cluster):
            present.append(Present(one, shorts[one], short=True))
        else:
            fresh[tuple(member for member in cluster if member >= old and (member in torn) == (one in torn))] = None
    known = {one.new for one in present}
    across = [pair for pair in found.pairs if pair.first < old <= pair.second]
    doubts = tuple(pair for pair in across if pair in rivals or _is_doubt(pair, known, torn))
    akin = tuple(pair for pair in across if pair.relation and pair.second not in known and pair not in rivals)
    return Against(tuple(present), tuple(fresh), doubts, akin)


def _is_doubt(pair: Comparison, present: set[int], torn: set[int]) -> bool:
    """Whether a pair is alike and yet not one; so is each that a torn record is alike to."""
    alike = pair.verdict == "look" or (pair.verdict == "same" and pair.second in torn)
    return alike and not pair.relation and pair.second not in present


def _torn(found: Found, old: int) -> tuple[set[int], set[Comparison]]:
    """The new records that fit works which are not one, and the pairs of new records with works they are not in."""
    cluster_of = {member: number for number, cluster in enumerate(found.clusters) for member in cluster}
    inside: dict[int, list[Comparison]] = defaultdict(list)
    outside: dict[int, list[Comparison]] = defaultdict(list)
    for pair in found.pairs:
        if cluster_of.get(pair.first, -1) == cluster_of.get(pair.second, -2):
            for one in (pair.first, pair.second) if pair.first < old or not _is_sure(pair) else ():
                inside[one].append(pair)
        elif pair.first < old and any(part.field == "cluster" for part in pair.parts):
            outside[pair.second].append(pair)
    rivals = {one: pairs for one, pairs in outside.items() if not any(map(_is_sure, inside[one]))}
    torn = {one for one, pairs in rivals.items() if _best(inside[one]) < _best(pairs) + _CLEAR}
    return _with_doubles(torn, found, old), {pair for pairs in rivals.values() for pair in pairs}


def _twins(found: Found, old: int) -> dict[int, int]:
    """New records, each with the first of the library that says the same in every field."""
    twins: dict[int, int] = {}
    for pair in found.pairs:
        if pair.second >= old and any(part.field == "record" for part in pair.parts):
            lead = pair.first if pair.first < old else twins.get(pair.first, -1)
            if lead >= 0:
                twins.setdefault(pair.second, lead)
    return twins


def _short(found: Found, old: int) -> dict[int, int]:
    """New records that are short forms of one of the library's and alike to no other, each with that one."""
    alike: dict[int, list[Comparison]] = defaultdict(list)
    for pair in found.pairs:
        if pair.first < old <= pair.second and pair.verdict != "different" and not pair.relation:
            alike[pair.second].append(pair)
    return {
        new: pairs[0].first
        for new, pairs in alike.items()
        if len(pairs) == 1 and any(part.field == SHORT_FORM and part.weight >= SURE for part in pairs[0].parts)
    }


def _with_doubles(torn: set[int], found: Found, old: int) -> set[int]:
    """The torn records with the new ones that say the same in every field."""
    doubles = ((pair.first, pair.second) for pair in found.pairs if pair.first >= old and _is_sure(pair))
    return torn.union(*(group for group in connected(doubles) if not torn.isdisjoint(group)))


def _is_sure(pair: Comparison) -> bool:
    return any(part.field in _SURE for part in pair.parts)


def _best(pairs: list[Comparison]) -> float:
    return max((pair.score for pair in pairs), default=float("-inf"))
