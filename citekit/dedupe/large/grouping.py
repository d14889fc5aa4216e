"""The third step, a pure function of what pairs tell to be the same: clusters by the evidence of all their members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citekit.dedupe.comparison import Comparison, Part
from citekit.dedupe.consensus import Pair, connected
from citekit.dedupe.large.packing import unpacked
from citekit.dedupe.large.quiet import quiet
from citekit.dedupe.large.shelf import Shelf
from citekit.dedupe.search import grouped

_VETO = (Part("", 0.0, "", veto=True),)

Told = Mapping[Pair, tuple[float, bool]]
"""Pairs that are told to be the same: the score of each, and whether a part of it is a veto."""


@dataclass(frozen=True, slots=True)
class Components:
    """Records that pairs connect, by their indices, and these pairs by places among them."""

    records: list[int]
    packed: list[bytes]
    told: dict[Pair, tuple[float, bool]]


def tasks(shelf: Shelf, same: Told, size: int) -> tuple[list[list[int]], Iterator[Components]]:
    """The clusters of two, which need no evidence beyond their pair, and tasks of all greater components."""
    found = connected(same)
    of: dict[int, list[tuple[Pair, tuple[float, bool]]]] = {}
    great = [members for members in found if len(members) > 2]
    number_of = {one: number for number, members in enumerate(great) for one in members}
    for pair, told in same.items():
        if pair[0] in number_of:
            of.setdefault(number_of[pair[0]], []).append((pair, told))
    return [members for members in found if len(members) == 2], _batched(shelf, great, of, size)


def _batched(
    shelf: Shelf, great: list[list[int]], of: Mapping[int, list[tuple[Pair, tuple[float, bool]]]], size: int
) -> Iterator[Components]:
    some: list[int] = []
    told: dict[Pair, tuple[float, bool]] = {}
    for number, members in enumerate(great):
        some += members
        told |= of[number]
        if len(some) >= size or number == len(great) - 1:
            records = sorted(some)
            at = {one: place for place, one in enumerate(records)}
            local = {(at[one], at[other]): what for (one, other), what in told.items()}
            yield Components(records, shelf.packed(records), local)
            some, told = [], {}


def clustered(some: Components) -> list[list[int]]:
    """The clusters of two and more, by the indices of their records."""
    with quiet():
        told = {
            pair: Comparison(*pair, "same", score, _VETO if veto else ()) for pair, (score, veto) in some.told.items()
        }
        groups = grouped([unpacked(data) for data in some.packed], told)
        return [[some.records[place] for place in group] for group in groups]
