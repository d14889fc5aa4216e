"""New records against a library: which are there already, under which key, and which are new."""

from __future__ import annotations

from dataclasses import dataclass

from citekit.dedupe.comparison import Comparison, Found


@dataclass(frozen=True, slots=True)
class Present:
    """A new record that the library has: its index and that of the library's record."""

    new: int
    old: int


@dataclass(frozen=True, slots=True)
class Against:
    """Where the new records stand; indices count the library's records first, then the new ones.

    ``fresh`` are clusters of new records that the library has not, one alone as a rule. ``doubts`` are pairs of one of
    each side that a person should look at; the new one counts as new.
    """

    present: tuple[Present, ...]
    fresh: tuple[tuple[int, ...], ...]
    doubts: tuple[Comparison, ...]


def against(found: Found, old: int, new: int) -> Against:
    """What was found among ``old`` records of a library, followed by ``new`` others.

    A record that fits several of the library's goes to the first of them.
    """
    cluster_of = {member: cluster for cluster in found.clusters for member in cluster}
    present: list[Present] = []
    fresh: dict[tuple[int, ...], None] = {}
    for one in range(old, old + new):
        cluster = cluster_of.get(one, (one,))
        if cluster[0] < old:
            present.append(Present(one, cluster[0]))
        else:
            fresh[cluster] = None
    there = {one.new for one in present}
    doubts = tuple(pair for pair in found.pairs if _is_doubt(pair, old, there))
    return Against(tuple(present), tuple(fresh), doubts)


def _is_doubt(pair: Comparison, old: int, there: set[int]) -> bool:
    low, high = sorted((pair.first, pair.second))
    return pair.verdict == "look" and low < old <= high and high not in there
