"""Dates as people and RIS write them to EDTF, and EDTF to the dates of RIS."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from citekit.data import rows
from citekit.write import edtf

_PARTS = re.compile(
    r"(?P<year>\d{4})(?:(?P<sign>[/.-])(?P<month>\d{0,2})(?:(?P=sign)(?P<day>\d{0,2})(?:/(?P<other>.*))?)?)?"
)
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in rows("months.tsv") for name in names.split()}


@lru_cache(maxsize=4096)
def read_date(text: str, year: str = "") -> tuple[str, bool]:
    """The EDTF of a date, and whether that is all the text tells; empty for a text that is no date.

    ``2007``, ``2007/03/05/``, ``2005///Spring``, ``2007-03-05``, ``March 5, 2007``, ``5 Mar 2007``; with the year of
    another field also ``Mar 5`` and ``SPRING``.
    """
    plain = text.strip()
    if edtf.is_date(plain):
        return plain, True
    found = _PARTS.fullmatch(plain)
    return _numbers(found) if found else _words(plain, year)


def _numbers(found: re.Match[str]) -> tuple[str, bool]:
    other = (found["other"] or "").strip()
    season = _months().get(other.casefold(), 0) if not found["month"] else 0
    month = int(found["month"] or 0) or season
    date = _date(int(found["year"]), month, int(found["day"] or 0))
    return (date, not other or bool(season)) if date else (found["year"], False)


def _words(text: str, year: str) -> tuple[str, bool]:
    words = _WORD.findall(text.casefold())
    months = [_months()[word] for word in words if word in _months()]
    numbers = [word for word in words if word.isdecimal() and word.isascii()]
    years = [number for number in numbers if len(number) == 4] or (
        [year] if edtf.is_date(year) and year.isdecimal() else []
    )
    days = [number for number in numbers if len(number) < 3]
    if len(months) == len(years) == 1 and len(days) < 2 and len(words) == len(months) + len(numbers):
        date = _date(int(years[0]), months[0], int(days[0]) if days else 0)
        return date, bool(date)
    return (years[0], False) if len(years) == 1 and years[0] in text else ("", False)


def _date(year: int, month: int, day: int) -> str:
    parts = [f"{year:04}", *([f"{month:02}"] if month else []), *([f"{day:02}"] if month and day else [])]
    date = "-".join(parts)
    return date if edtf.point(date) else ""


def year_of(text: str) -> str:
    """The year of a date in EDTF in four digits, or the empty string."""
    first = next(filter(None, edtf.points(text)), None)
    return f"{first.year:04}" if first else ""


def slashed(text: str) -> str:
    """The first point of a date in EDTF as RIS has it: ``2007/03/05/``, ``2005///Spring``; empty when it is no date."""
    first = next(filter(None, edtf.points(text)), None)
    if not first:
        return ""
    if first.month > 12:
        return f"{first.year:04}///{_SEASONS[first.month - 21]}"
    month, day = (f"{number:02}" if number else "" for number in (first.month, first.day))
    return f"{first.year:04}/{month}/{day}/"


def fuller(year: str, date: str) -> tuple[str, bool, bool]:
    """The EDTF of a year and of a date that stand in two fields, and for each whether that is all it tells."""
    plain, known = read_date(year)
    found, whole = read_date(date, plain[:4])
    if plain and found[:4] != plain[:4]:
        return plain, known, False
    best = max((plain, found), key=len)
    return best, known and best.startswith(plain), whole and best.startswith(found)
