"""Works → which of them are one: two compared with reasons, or a whole library searched."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TypeAlias

from citekit.dedupe.comparison import Comparison, Found
from citekit.dedupe.from_work import record
from citekit.dedupe.score import score
from citekit.dedupe.search import search
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
) -> Found:
    """The duplicates in a library, found by keys and told by all that the records say.

    ``same`` and ``different`` are a person's decisions, pairs of indices, and hold against any evidence; raises
    :class:`CitekitError` where they contradict each other. ``after`` is told the share of the work that is done, from
    0 to 1. Of works that say the same in every field, the first stands for all in the pairs that are given.
    """
    records = []
    for place, work in enumerate(works):
        records.append(record(work))
        if place % 1024 == 1023:
            after(_READ * place / len(works))
    return search(records, same, different, lambda done: after(_READ + (1 - _READ) * done))
