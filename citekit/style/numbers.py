"""Numbers as CSL 1.0.2 knows them ("Number", "is-numeric"): what counts as one, its parts, ordinals, Roman numerals."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

VARIABLES = frozenset(
    "chapter-number citation-number collection-number edition first-reference-note-number issue locator number"
    " number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number"
    " version volume".split()
)
"""Number variables of CSL 1.0.2, appendix IV."""

_ONE = re.compile(r"[^\W\d_]{0,3}\.?\d+[^\W\d_]*|[ivxlcdm]+|[IVXLCDM]+")
_JOIN = re.compile(r"\s*(?P<sign>[,&;]|--|[-–‑—])\s*|\s+(?P<word>and|et|und)\s+")
_DIGITS = re.compile(r"\d+")
LONGEST = 500
"""Characters of a value that may tell of numbers; what is longer is prose."""
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


class Parts(NamedTuple):
    """A number variable taken apart: pieces, and what joins them; ``numeric`` when every piece is a number."""

    pieces: tuple[str, ...]
    joins: tuple[str, ...]
    numeric: bool

    @property
    def plural(self) -> bool:
        """Whether it tells of more than one."""
        return len(self.pieces) > 1


@lru_cache(maxsize=4096)
def parts(value: str) -> Parts:
    """The pieces of a number variable: ``12-14, 16`` has three.

    A value with a piece that is no number ("2nd edition", "second") is one piece.
    """
    value = value.strip()
    if len(value) > LONGEST:
        return Parts((value,), (), numeric=False)
    pieces, joins, at = [], [], 0
    for found in _JOIN.finditer(value):
        pieces.append(value[at : found.start()])
        joins.append(found["sign"] or found["word"])
        at = found.end()
    pieces.append(value[at:])
    if all(_is_number(piece) for piece in pieces):
        return Parts(tuple(pieces), tuple(joins), numeric=True)
    return Parts((value,), (), numeric=False)


def _is_number(piece: str) -> bool:
    return bool(_ONE.fullmatch(piece)) and any(map(str.isdigit, piece))


def is_numeric(value: str) -> bool:
    """CSL 1.0.2, "is-numeric": whether the content is solely numeric, affixes and joining signs allowed."""
    return bool(value) and parts(value).numeric


def roman(number: int) -> str:
    """The number in small Roman numerals; numbers from 5000 on and below 1 stay as they are."""
    if not 0 < number < 5000:
        return str(number)
    found = []
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        found.append(sign * times)
    return "".join(found)


def first_integer(value: str) -> int | None:
    """The first run of digits."""
    found = _DIGITS.search(value)
    return int(found[0][:LONGEST]) if found else None
