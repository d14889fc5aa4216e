"""Values read for what they say: DOIs, lists of keys, dates, pages."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

RESOLVER = re.compile(r"\s*(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|(?:info:)?doi:?\s*)(?=10\.|10%)", re.IGNORECASE)
"""What stands before a DOI that is given as an address or with a label."""

DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
"""A DOI: prefix (``10.`` and a registrant), a stroke, a suffix without blanks (DOI handbook, 2.2; ISO 26324)."""

_KEYS = re.compile(r"[^\s,]+")
_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:.+Z-]*)?[~?%]?")
_EDTF = re.compile(
    r"(?:[~?%]?-?\d{4}[~?%]?(?:-\d\d(?:-\d\d)?)?(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?[~?%]?"
    r"|-?\d{3}X|-?\d{2}XX|XXXX|\d{4}-(?:\d\d|XX)-XX|\d{4}-XX|[Yy]-?\d{5,})"
)
_SHORT = re.compile(r"(\d{4})-(\d\d)")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Point(NamedTuple):
    """A date as it is told: year, month and day, 0 for what is not told; a season is a month of 21 and more."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def first(self) -> date:
        """The first day that it may mean; of a season the first of the year."""
        month = self.month if self.month <= 12 else 0
        return date(max(self.year, 1), month or 1, self.day or 1)


def doi_of(value: str) -> str:
    """A value without resolver, LaTeX and percent signs: ``https://doi.org/10.1000%2F1`` → ``10.1000/1``."""
    plain = RESOLVER.sub("", value.strip().strip("{}"), count=1).replace("\\", "")
    return unquote(plain) if "%" in plain else plain


def split_list(value: str) -> list[str]:
    """The keys in a list between commas."""
    return _KEYS.findall(value)


@lru_cache(maxsize=4096)
def ends(value: str) -> tuple[Point, ...]:
    """The first and the last date of a value in EDTF, one for a single date; none where it is no such date."""
    found = []
    for part in value.strip().strip("{}").split("/"):
        match = _POINT.fullmatch(part.strip())
        if match:
            found.append(Point(*(int(group or 0) for group in match.groups())))
    return tuple(found)


def is_edtf(value: str) -> bool:
    """Whether a value has the form of a date that biber takes: ISO 8601-2 as its manual has it (BibLaTeX, 2.3.8)."""
    parts = value.split("/")
    if (short := _SHORT.fullmatch(value)) and may_be_range(int(short[1]), int(short[2]), 0):
        return 21 <= int(short[2]) <= 41
    return (
        len(parts) <= 2
        and all(_EDTF.fullmatch(part) or part in ("", "..") for part in parts)
        and any(map(_EDTF.fullmatch, parts))
    )


def is_day(point: Point) -> bool:
    """Whether a date is in the calendar; months from 21 to 41 are seasons and other parts of a year."""
    if point.month == 0 or (21 <= point.month <= 41 and not point.day):
        return True
    if not 1 <= point.month <= 12 or point.day > _DAYS[point.month - 1]:
        return False
    try:
        date(max(point.year, 1), point.month, point.day or 1)
    except ValueError:
        return False
    return True


def may_be_range(year: int, month: int, day: int) -> bool:
    """Whether a year and a "month" that no calendar has may be two years, the second in short: ``1889-96``."""
    return not day and month > 12 and month > year % 100


_LONG = re.compile(r"[^\W_]{40}")


def is_prose(text: str) -> bool:
    """Whether a text has no word of more letters than languages have, so that its language may be told."""
    return not _LONG.search(text)
