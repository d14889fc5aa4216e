"""Conventional names: Peking University, Kuomintang, Sun Yat-sen. No misprinted pinyin: they stay as printed."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from citekit.data import rows
from citekit.model import Span

_APOSTROPHE = "['’‘ʼ]"


class Conventional(NamedTuple):
    """A name as it is usually written in English texts, what it would be in pinyin, and its characters."""

    name: str
    pinyin: str
    characters: str


@cache
def conventional_names() -> tuple[Conventional, ...]:
    """All names of the list, in its order."""
    return tuple(Conventional(*row) for row in rows("conventional-names.tsv"))


def names_in(text: str) -> tuple[tuple[Span, Conventional], ...]:
    """The conventional names in a text, with their spans; of names that overlap the longest.

    >>> [(span, name.pinyin) for span, name in names_in("Peking University and the Kuomintang")]
    [((0, 17), 'Beijing Daxue'), ((26, 36), 'Guomindang')]

    Capitals count: ``Canton`` is one, ``canton`` is a part of Switzerland.
    """
    return tuple((found.span(), _by_name()[_plain(found.group())]) for found in _pattern().finditer(text))


def _plain(name: str) -> str:
    return re.sub(_APOSTROPHE, "'", re.sub(r"\s+", " ", name))


@cache
def _by_name() -> dict[str, Conventional]:
    return {row.name: row for row in conventional_names()}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_by_name(), key=len, reverse=True)
    forms = (re.escape(name).replace("'", _APOSTROPHE).replace(r"\ ", r"\s+") for name in names)
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(forms)})(?![\w-])")
