"""Names of months and seasons, in several languages."""

from __future__ import annotations

import re
from functools import cache

from citekit.data import rows

_WORD = re.compile(r"[^\W\d_]+")
_OTHERS = frozenset(
    "quarter trimester michaelmas hilary trinity easter christmas lent winter spring summer autumn fall qtr q early "
    "mid late beginning end and und et y bis to month months issue double special supplement suppl annual half first "
    "second third fourth th st nd rd".split()
)

_SEASONS = frozenset({"spr", "sum", "aut", "fal", "win"})
"""Seasons as the Web of Science abbreviates them."""


@cache
def _numbers() -> dict[str, int]:
    return {word: int(number) for number, words in rows("months.tsv") for word in words.split()}


def month_number(text: str) -> int:
    """The number of a month (``jan``, ``January``, ``1``), 0 for anything else."""
    plain = text.strip(' {}."').casefold()
    if plain.isdecimal():
        return int(plain) if 1 <= int(plain) <= 12 else 0
    number = _numbers().get(plain, 0)
    return number if number <= 12 else 0


def names_month(text: str) -> bool:
    """Whether a text is made of names of months and seasons, and of numbers of days: ``Jan./Feb.``, ``10--12 May``."""
    if not text.isascii() and any(char >= "Ѐ" for char in text):
        return True  # names of other scripts are not listed
    words = [word.casefold() for word in _WORD.findall(text)]
    known = [word for word in words if {word, word[:3]} & _numbers().keys() or word in _OTHERS or word in _SEASONS]
    return bool(known) and len(known) == len(words)
