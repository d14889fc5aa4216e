"""Pages, volumes and dates, as exports of many kinds print them."""

from __future__ import annotations

import re
from functools import lru_cache

from citekit.dedupe.record import Pages

_LABEL = re.compile(r"^\W*(?:pages?|pgs?|pp?|seiten?|ss?|页|頁|第)\b\.?\s*", re.IGNORECASE)
_PLAIN = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")  # as most are printed
_PAGE = re.compile(r"([a-z]*)\.?(\d+)", re.IGNORECASE)
_TAIL = re.compile(r"^[a-z]+\s*-\s*(\d+)$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_DASHES = re.compile(r"[‐-―−]|--+")
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_LED = re.compile(r"\W*(?:[^\W\d]+\s+)?[(\[]((?:1[5-9]|20)\d\d)[a-z]?[)\]]")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")
_SERIES = re.compile(r"^\W*(?:s|ser|series|n\.?s)\W{0,2}\d*[-\s,]+(?=\d)", re.IGNORECASE)
_LONGEST = 9  # digits that a page or volume has at most


@lru_cache(maxsize=8192)
def pages_of(text: str) -> Pages:
    """``"171-8"`` is 171 to 178, ``"S417-S429"`` keeps its letter, ``"t-20"`` (first page lost) is a tail."""
    if simple := _PLAIN.fullmatch(text):
        return _from_to("", simple[1], simple[2] or simple[1])
    plain = _LABEL.sub("", _DASHES.sub("-", text)).strip(" .,;()")
    cut = _TAIL.match(plain)
    if cut:
        return Pages(None, int(cut[1][:_LONGEST]), tail=True)
    found = [(letter.casefold(), digits[:_LONGEST]) for letter, digits in _PAGE.findall(plain)]
    if not found:
        return Pages()
    first, last = found[0][1], found[1][1] if len(found) > 1 and "-" in plain else found[0][1]
    return _from_to(found[0][0] if len(found[0][0]) < 3 else "", first, last)


def _from_to(letter: str, first: str, last: str) -> Pages:
    """Pages from their letter and digits; the last one has at least as many as the first."""
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return Pages((letter, int(first)), int(last))


@lru_cache(maxsize=8192)
def number_of(text: str) -> str:
    """A volume, issue or edition by its first number, else by its letters: ``"Vol. 17:115"`` is ``"17"``."""
    digits = _DIGITS.search(_SERIES.sub("", text))
    if digits:
        return digits[0].lstrip("0")
    return "".join(filter(str.isalnum, text.casefold()))


@lru_cache(maxsize=8192)
def date_of(text: str) -> tuple[int, int, int]:
    """Year, month, day of an EDTF date or of anything that has a year; of a range the start, of a season the year."""
    exact = _DATE.match(text)
    if exact:
        month = int(exact[2] or 0)
        return (int(exact[1]), month, int(exact[3] or 0)) if month < 13 else (int(exact[1]), 0, 0)
    year = _YEAR.search(text)
    return int(year[1]) if year else 0, 0, 0


def year_before(title: str) -> str:
    """The year that a reference cut amiss left at the beginning of its title: ``"lee (1997). boosting the margin"``."""
    led = _LED.match(title)
    return led[1] if led else ""
