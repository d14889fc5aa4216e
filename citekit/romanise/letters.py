"""The letters of a printed word evened out for reading: lower case, ü as v, tones taken off and kept beside."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

APOSTROPHES = "'’‘ʼ`´ʹ′"
HYPHENS = "-‐‑"
_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0306": 3, "\u0300": 4}  # a breve is often typed for a caron
_DIAERESIS = "\u0308"


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter to be read: ``sign`` is a–z with v for ü, ``'``, ``-``, a digit, or ``?`` for what pinyin has not.

    ``start`` and ``end`` are its span in the printed word, marks included; ``tone`` that of its mark, if any.
    """

    sign: str
    start: int
    end: int
    tone: int | None = None


def letters(word: str) -> tuple[Letter, ...]:
    """The letters of a word in order; their spans cover it: ``letters("Lǘ")`` reads ``l`` and ``v`` with tone 2."""
    found: list[Letter] = []
    for index, char in enumerate(word):
        previous = found[-1] if found else None
        if previous and (merged := _joined(previous, char, index)):
            found[-1] = merged
        else:
            found.append(_letter(char, index))
    return tuple(found)


def _joined(previous: Letter, char: str, index: int) -> Letter | None:
    """The letter before, with a combining mark or the colon of ``u:`` taken in."""
    if previous.sign == "u" and char in (_DIAERESIS, ":"):
        return Letter("v", previous.start, index + 1, previous.tone)
    if char in _TONES:
        return Letter(previous.sign, previous.start, index + 1, _TONES[char])
    return Letter("?", previous.start, index + 1) if unicodedata.combining(char) else None


def _letter(char: str, index: int) -> Letter:
    if char in APOSTROPHES:
        return Letter("'", index, index + 1)
    if char in HYPHENS:
        return Letter("-", index, index + 1)
    base, *marks = list(unicodedata.normalize("NFD", char.casefold()))
    tone = next((_TONES[mark] for mark in marks if mark in _TONES), None)
    others = [mark for mark in marks if mark not in _TONES]
    if base == "u" and others == [_DIAERESIS]:
        return Letter("v", index, index + 1, tone)
    plain = base.isascii() and base.isalnum() and not others
    return Letter(base if plain else "?", index, index + 1, tone)
