"""Numbers that the count of the notes passes over: of these notes the file holds neither text nor place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from citekit.read.markup.found import Found

_WIDEST = 40
"""Numbers in a hole; a wider one tells that the file was made of pieces of others, and nothing of a loss."""


def with_holes(found: Iterable[Found]) -> list[Found]:
    """The notes with the missing ones in their places, as far as the printed numbers tell of them."""
    last: dict[str, int] = {}
    whole: list[Found] = []
    for one in found:
        if one.number is not None:
            before = last.get(one.kind)
            if before is not None and not one.restarts and 1 < one.number - before <= _WIDEST:
                whole += [_missing(one, number) for number in range(before + 1, one.number)]
            last[one.kind] = one.number
        whole.append(one)
    return whole


def _missing(one: Found, number: int) -> Found:
    return replace(one, label=str(number), number=number, prose=None, places=(), restarts=False, because="")
