"""Numbers as notes print them: plain, full-width, raised, circled, and misread by a scanner."""

from __future__ import annotations

import re
import unicodedata

PLAIN = "0-9０-９"
RAISED = "⁰¹²³⁴-⁹"
CIRCLED = "①-⒛❶-❿⓫-⓴㉑-㉟㊱-㊿"
"""Classes of digits, as patterns write them."""

DIGITS = frozenset(
    chr(code)
    for first, last in re.findall("(.)-(.)", f"{PLAIN}{RAISED}{CIRCLED}")
    for code in range(ord(first), ord(last) + 1)
) | frozenset("⁰¹²³")
"""Every digit of these classes."""

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MISREAD = str.maketrans("lI|OoSBZ", "11100582")
_ANY_DIGIT = re.compile(r"[0-9]")
_ONES = re.compile(r"[l|]+|I|[lI|]+[lI|Oo]+")
_WORDS = frozenset({"II", "III", "Il", "Ill", "IO", "Io"})
"""Roman numerals, the Italian article, an English word: digits only to a machine."""


def value(token: str) -> int:
    """The number that a run of plain, full-width, raised or circled digits stands for; 0 for none."""
    plain = token.translate(_RAISED)
    if plain.isdecimal():
        return int(plain)
    return int(unicodedata.numeric(token, 0)) if len(token) == 1 else 0


def misread(token: str) -> int:
    """The number that a scanner may have read as letters (``lO`` is 10, ``3l`` is 31), or 0.

    Only l I | O o S B Z are taken for digits, and only beside a real digit or in a run of ones and noughts: ``Bo``
    is a name and ``II`` a Roman numeral.
    """
    likely = _ANY_DIGIT.search(token) or (_ONES.fullmatch(token) and token not in _WORDS)
    number = token.translate(_MISREAD) if likely else ""
    return int(number) if number.isdecimal() and not number.startswith("0") else 0
