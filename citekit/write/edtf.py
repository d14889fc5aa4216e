"""Dates in EDTF (ISO 8601-2): which are whole, what parts they have."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%])?")
_UNSPECIFIED = re.compile(r"[1-9]\d(?:\dX|XX)")
_SEASONS = range(21, 25)
_OPEN = ("", "..")


class Point(NamedTuple):
    """One date: year, month (21–24 is spring to winter) and day, 0 where there is none, and whether it is doubtful."""

    year: int
    month: int = 0
    day: int = 0
    doubtful: bool = False


def point(text: str) -> Point | None:
    """The parts of ``2004``, ``2004-10``, ``2004-10-31``, ``2005-21``, each with ``~ ? %`` or without; else None."""
    found = _POINT.fullmatch(text)
    if not found or not text.isascii():
        return None
    year, month, day = (int(found[part] or 0) for part in ("year", "month", "day"))
    there = _is_day(year, month or 1, day or 1) if month not in _SEASONS or found["day"] else year > 0
    zero = "00" in (found["month"], found["day"])
    return Point(year, month, day, bool(found["mark"])) if there and not zero else None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4096)
def points(text: str) -> tuple[Point | None, ...]:
    """The ends of a date: one for ``2004``, two for ``2004/2005``, None for an open end (``2004/..``).

    What is no such date has no ends.
    """
    ends = text.split("/")
    found = tuple(point(end) for end in ends)
    whole = all(there or (end in _OPEN and any(found)) for end, there in zip(ends, found, strict=True))
    return found if whole and len(ends) <= 2 else ()


def is_date(text: str) -> bool:
    """Whether a text is a date that BibLaTeX takes as it is: the above, and ``199X``, ``19XX``."""
    return bool(points(text) or _UNSPECIFIED.fullmatch(text))
