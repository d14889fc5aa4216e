"""Numbers as the fields of BibLaTeX want them: whole volumes, page ranges, book numbers that check."""

from __future__ import annotations

import re

_VOLUME = re.compile(r"[1-9][0-9]*")
_ISSN = re.compile(r"[0-9]{4}-[0-9]{3}[0-9Xx]")
_PAGES = re.compile(r"[A-Za-z]?[1-9]\w*(?:-[A-Za-z]?[1-9]\w*)?(?:, [A-Za-z]?[1-9]\w*(?:-[A-Za-z]?[1-9]\w*)?)*")
# registration groups after 978 that biber's list of ranges covers whole
_GROUP = re.compile(r"(?:[0-57]|8[0-689]|9[2-4]|95\d|9[78]\d|60\d)")


_SYMBOL = re.compile(r"[A-Z]+(?:/[A-Z0-9][A-Za-z0-9.()-]*)+")


def is_symbol(text: str) -> bool:
    """Whether a text is the symbol of a document of the United Nations: ``S/RES/1244``, ``S/PV.4043``."""
    return bool(_SYMBOL.fullmatch(text)) and any(char.isdigit() for char in text)


def is_volume(text: str) -> bool:
    """Whether a volume is a plain number, which the field is for; ``XII`` and ``12/3`` are not."""
    return bool(_VOLUME.fullmatch(text))


def is_pages(text: str) -> bool:
    """Whether the text is one page or range, or several parted by commas: ``39-44``, ``S1-S4, 12``."""
    return text.isascii() and bool(_PAGES.fullmatch(text))


def is_issn(text: str) -> bool:
    """Whether the number of a serial has eight digits in two groups and the right check digit: ``0305-7410``."""
    if not _ISSN.fullmatch(text):
        return False
    digits = text.replace("-", "")
    values = [10 if digit in "Xx" else int(digit) for digit in digits]
    return sum(value * (8 - place) for place, value in enumerate(values)) % 11 == 0


def is_isbn(text: str) -> bool:
    """Whether a book number has 10 or 13 digits, the right check digit and a known group."""
    digits = text.replace("-", "").replace(" ", "").upper()
    if not text.isascii() or not _GROUP.match(digits[3:] if len(digits) == 13 else digits):
        return False
    if re.fullmatch(r"\d{9}[\dX]", digits):
        values = [10 if digit == "X" else int(digit) for digit in digits]
        return sum(value * (10 - place) for place, value in enumerate(values)) % 11 == 0
    if re.fullmatch(r"978\d{10}", digits):
        return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
    return False
