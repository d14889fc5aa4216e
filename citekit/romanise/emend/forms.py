"""Romanised strings with their emendations made, and then in a regular form: both as one list of repairs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from citekit.romanise.emend.strings import word_at
from citekit.romanise.forms import Form, regular
from citekit.romanise.repair import Repair, apply, disjoint

_DIVISION_AND_CAPITALS = frozenset({"PY010", "PY011", "PY015"})


def formed(  # noqa: PLR0913 - what a form depends on
    text: str,
    first: Iterable[Repair],
    form: Form | None,
    language: str,
    *,
    is_name: bool | None = None,
    is_body: bool = False,
    left: Collection[str] = (),
) -> tuple[Repair, ...]:
    """The repairs that put a printed string right by ``first`` and then into a form; offsets count in ``text``.

    ``left`` are words whose spelling the form is to leave alone, for somebody has said so.
    """
    made = disjoint(first)
    if not form:
        return made
    mended = apply(text, made)
    later = [
        one
        for one in regular(mended, form, (), language, is_name=is_name, is_body=is_body).made
        if one.code in _DIVISION_AND_CAPITALS or mended[slice(*word_at(mended, one.start))] not in left
    ]
    return composed(made, later)


def composed(first: Iterable[Repair], second: Iterable[Repair]) -> tuple[Repair, ...]:
    """Repairs, and those made to what they made, as repairs of the string before both.

    A later repair inside what an earlier one put becomes part of it; one that reaches over its edge is left out.
    """
    earlier = list(disjoint(first))
    regions = list(_regions(earlier))
    apart: list[Repair] = []
    for later in sorted(second, key=lambda one: (one.start, one.end), reverse=True):  # what stands before stays valid
        inside = [at for at, (begin, end, _) in enumerate(regions) if begin < later.end and later.start < end]
        if not inside:
            moved = sum(longer for _, end, longer in regions if end <= later.start)
            apart.append(later.moved(-moved))
        elif regions[inside[0]][0] <= later.start and later.end <= regions[inside[0]][1]:
            earlier[inside[0]] = _within(earlier[inside[0]], later.moved(-regions[inside[0]][0]))
    return disjoint((*earlier, *apart))


def _regions(repairs: Iterable[Repair]) -> Iterator[tuple[int, int, int]]:
    """Where in the mended string each repair stands, and by how much it has moved what is behind it."""
    moved = 0
    for one in repairs:
        put = len(one.new or "")
        yield one.start + moved, one.start + moved + put, put - len(one.old)
        moved += put - len(one.old)


def _within(one: Repair, later: Repair) -> Repair:
    """A repair with a later one made in what it put; the later counts in that."""
    put = one.new or ""
    return replace(one, new=put[: later.start] + (later.new or "") + put[later.end :])
