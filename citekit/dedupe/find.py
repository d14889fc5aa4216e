"""Works → which of them are one: two compared with reasons, or a whole library searched."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TypeAlias

from citekit.dedupe.block_keys import block_keys
from citekit.dedupe.comparison import Comparison, Found
from citekit.dedupe.from_work import record
from citekit.dedupe.record import Record
from citekit.dedupe.score import score
from citekit.dedupe.search import check, search
from citekit.dedupe.short_forms import begins, short_forms, starts_of, with_short_forms
from citekit.model import Work

Decisions: TypeAlias = Collection[tuple[int, int]]

_READ = 0.3  # the share of the work that making records is


def compare(first: Work, second: Work) -> Comparison:
    """Two works compared: the verdict, its score, and each field's say. The order of the two does not matter."""
    return score(record(first), record(second))


def find(
    works: Sequence[Work],
    same: Decisions = (),
    different: Decisions = (),
    after: Callable[[float], None] = lambda _: None,
    old: int = 0,
) -> Found:
    """The duplicates in a library, found by keys and told by all that the records say.

    ``same`` and ``different`` are a person's decisions, pairs of indices, and hold against any evidence; raises
    :class:`CitekitError` where they contradict each other. ``after`` is told the share of the work that is done, from
    0 to 1. Of works that say the same in every field, the first stands for all in the pairs that are given.

    The first ``old`` works are those of a library that the others are held against: its own duplicates are not looked
    for, and what is found has one of the others in it.
    """
    if old:
        return _met(works, same, different, after, old)
    return search(list(_records(works, after)), same, different, lambda done: after(_READ + (1 - _READ) * done))


def _records(works: Sequence[Work], after: Callable[[float], None]) -> Iterator[Record]:
    for place, work in enumerate(works):
        yield record(work)
        if place % 1024 == 1023:
            after(_READ * place / len(works))


def _met(
    works: Sequence[Work], same: Decisions, different: Decisions, after: Callable[[float], None], old: int
) -> Found:
    """The search among new works and those of a library that share a key with one of them; others need no more."""
    check(same, {(min(pair), max(pair)) for pair in different})
    new = [record(work) for work in works[old:]]
    keys = frozenset[int]().union(*map(block_keys, new))
    signs, starts = {one.signature for one in new if one.signature}, starts_of(new)
    decided = {place for pair in (*same, *different) for place in pair}
    kept = {
        place: one
        for place, one in enumerate(_records(works[:old], after))
        if one.signature in signs or place in decided or begins(one, starts) or not keys.isdisjoint(block_keys(one))
    }
    places = [*kept, *range(old, len(works))]
    at = {place: number for number, place in enumerate(places)}
    joined, parted = ([(at[min(pair)], at[max(pair)]) for pair in pairs] for pairs in (same, different))
    records = [*kept.values(), *new]
    found = search(records, joined, parted, lambda done: after(_READ + (1 - _READ) * done), len(kept))
    found = with_short_forms(found, short_forms(records[: len(kept)], new), parted)
    return Found(
        tuple(tuple(places[member] for member in cluster) for cluster in found.clusters),
        tuple(pair._replace(first=places[pair.first], second=places[pair.second]) for pair in found.pairs),
    )
