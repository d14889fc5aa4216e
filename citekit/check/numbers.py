"""Numbers of books and serials: as they are printed, and whether their check digits fit (ISO 2108, ISO 3297)."""

from __future__ import annotations

import re

_MANY = re.compile(
    r"[,;/\n]|\s+(?=97[89])|(?<=[\dXx])\s+(?=[\dXx]{10,13}\b)|\(.*?\)|\b(?:and\b|e?ISBN(?:-1[03])?:?)", re.IGNORECASE
)
_DASHES = re.compile(r"[\s\u2010-\u2015{}-]")
_NOTES = re.compile(r"[^\W\d_]{2,}[\w.]*:?|\(.*?\)|[^\w\s\u2010-\u2015-]")
_ISSNS = re.compile(r"[\s,;/]+(?![\u2010-\u2015-])")


def isbns(value: str) -> list[tuple[str, str]]:
    """The book numbers of a value: as printed, and in digits. Words beside them (``pbk.``, ``ISBN``) count for nothing.

    >>> isbns("978-0-306-40615-7 (pbk); 0306406152")
    [('978-0-306-40615-7', '9780306406157'), ('0306406152', '0306406152')]
    """
    parts = (_NOTES.sub(" ", part).strip() for part in _MANY.split(value.replace("--", "-")))
    return [(part, _DASHES.sub("", part).upper()) for part in parts if re.search(r"\d", part)]


def issns(value: str) -> list[str]:
    """The numbers of serials in a value, in digits."""
    plain = re.sub(r"\s*[\u2010-\u2015-]+\s*", "-", _NOTES.sub(" ", value))
    found = [_DASHES.sub("", part).upper() for part in _ISSNS.split(plain) if re.search(r"\d", part)]
    joined = "".join(found)
    return [joined] if len(found) == 2 and len(joined) == 8 else found  # halves parted by a blank


def is_isbn(number: str) -> bool:
    """Whether the last of 10 or 13 digits is the check digit of the others."""
    if len(number) == 10:
        values = [10 if digit == "X" else int(digit) for digit in number]
        return sum(value * (10 - place) for place, value in enumerate(values)) % 11 == 0
    return number.isdecimal() and sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(number)) % 10 == 0


def is_issn(number: str) -> bool:
    """Whether the last of eight digits is the check digit of the others."""
    if not re.fullmatch(r"\d{7}[\dX]", number):
        return False
    values = [10 if digit == "X" else int(digit) for digit in number]
    return sum(value * (8 - place) for place, value in enumerate(values)) % 11 == 0
