"""A text that is a list of records, cut into them: those that can be read, and the stretches that cannot."""

from __future__ import annotations

from typing import NamedTuple


class Piece(NamedTuple):
    """A record and where it stands in the text; ``broken`` is a stretch that cannot be read, ``twice`` are its names.

    ``twice`` are the members that a record has more than once; the first of them is the one that is taken.
    ``key`` is the name of a record that stands under one.
    """

    start: int
    end: int
    value: object = None
    broken: bool = False
    twice: tuple[str, ...] = ()
    key: str = ""
