"""Numbers of notes that begin anew, by chapter or by kind: each note gets its series and an id of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from citekit.read.markup.found import Found

Placed: TypeAlias = tuple[Found, int, str]
"""A note with its series and its id."""


@dataclass(slots=True)
class _Counts:
    """The series of one kind of notes: the current one, and the last number in it."""

    series: int
    last: int = 0


def with_authors(found: Iterable[Found]) -> Iterator[Found]:
    """The notes, those of authors told by their stars and daggers before the first number."""
    opening = True
    for one in found:
        opening = opening and one.number is None
        starred = opening and one.kind == "foot" and bool(one.label) and not any(map(str.isalnum, one.label))
        yield replace(one, kind="author") if starred else one


def numbered(found: Sequence[Found]) -> Iterator[Placed]:
    """Each note with its series and id; a count that falls back is a new series."""
    kinds = [kind for kind, _ in Counter(one.kind for one in found if one.number is not None).most_common()]
    restarts = Counter(one.kind for one in _restarting(found))
    first, counts = 1, {}
    for kind in kinds:
        counts[kind] = _Counts(first)
        first += 1 + restarts[kind]
    taken: set[str] = set()
    falling = {id(one) for one in _restarting(found)}
    for one in found:
        count = counts.get(one.kind, _Counts(1))
        count.series += id(one) in falling
        identity = one.label or one.kind if one.number is None else str(one.number)
        identity = _free(identity if count.series == 1 else f"{count.series}:{identity}", taken)
        taken.add(identity)
        yield one, count.series, identity


def _restarting(found: Sequence[Found]) -> list[Found]:
    """The notes that begin a new count, the first of a kind left out."""
    last: dict[str, int] = {}
    fallen = []
    for one in found:
        if one.number is not None:
            if one.kind in last and (one.restarts or one.number <= last[one.kind]):
                fallen.append(one)
            last[one.kind] = one.number
    return fallen


def _free(identity: str, taken: set[str]) -> str:
    """The id itself, or with as many strokes as make it one of its own."""
    while identity in taken:
        identity += "ʹ"
    return identity
