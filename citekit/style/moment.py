"""A date variable of CSL-JSON as a value: one or two points, season, doubt, or text that is no date.

Takes ``date-parts``, ``season``, ``circa``, ``literal`` and ``raw`` (CSL-JSON schema 1.0), and strings in the form of
EDTF level 1 (``2007-03``, ``2007-03/2007-04``, ``2007~``, ``2005-21``).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from citekit.style import edtf

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_END_OF_TIME = 10**9
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_SLASHED = re.compile(r"(?P<month>\d{1,2})/(?:(?P<day>\d{1,2})/)?(?P<year>\d{4})")
_WORDS = re.compile(
    r"(?:(?P<day>\d{1,2})\.?\s+)?(?P<month>[^\W\d_]{3,})\.?(?:\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?)?,?\s+(?P<year>\d{4})"
)


class Point(NamedTuple):
    """A year, month (1–12, or 13 and more for a season) and day; 0 for what is not told."""

    year: int
    month: int = 0
    day: int = 0


class Moment(NamedTuple):
    """A date: where it begins and ends (the same for a point), whether it is uncertain, or its words."""

    start: Point | None = None
    end: Point | None = None
    circa: bool = False
    literal: str = ""
    opened: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it has an end of its own."""
        return self.end is not None


def moment(value: Any) -> Moment | None:  # noqa: ANN401 - whatever JSON holds
    """The date that a CSL-JSON value tells; None when it tells none."""
    if isinstance(value, str | int):
        return parsed(str(value))
    if not isinstance(value, dict):
        return None
    circa = _truth(value.get("circa"))
    points = [point for part in _parts(value) if (point := _point(part))]
    if points:
        start = _with_season(points[0], value.get("season"))
        if len(points) > 1 and points[1] != points[0]:
            return Moment(start, points[1], circa)
        return Moment(start, None, circa, opened=_is_open(value))
    if value.get("literal"):
        return Moment(literal=str(value["literal"]), circa=circa)
    if value.get("raw"):
        found = parsed(str(value["raw"]))
        return found._replace(circa=found.circa or circa) if found else None
    if value.get("season"):
        return Moment(literal=str(value["season"]), circa=circa)
    return None


def _parts(value: dict[str, Any]) -> list[Any]:
    parts = value.get("date-parts")
    return parts if isinstance(parts, list) else []


def _is_open(value: dict[str, Any]) -> bool:
    """Whether a range has no end: ``[[1987], [0]]``."""
    parts = _parts(value)
    return len(parts) > 1 and isinstance(parts[1], list) and bool(parts[1]) and _integer(parts[1][0]) == 0


def _truth(value: Any) -> bool:  # noqa: ANN401
    return bool(value) and value not in ("0", "false")


def _point(part: Any) -> Point | None:  # noqa: ANN401
    if not isinstance(part, list):
        return None
    numbers = [_integer(each) for each in part[:3]]
    if not numbers or not numbers[0]:
        return None
    return Point(*numbers)


def _integer(value: Any) -> int:  # noqa: ANN401
    try:
        number = int(value)
    except (TypeError, ValueError, OverflowError):
        return 0
    return number if abs(number) < _END_OF_TIME else 0


def _with_season(point: Point, season: Any) -> Point:  # noqa: ANN401
    number = _integer(season) or _SEASONS.get(str(season).casefold(), 0)
    if not point.month and 1 <= number <= 4:
        return point._replace(month=12 + number)
    return point


@lru_cache(maxsize=4096)
def parsed(text: str) -> Moment | None:
    """The date of a string: EDTF, ``12/25/2004``, ``25 December 2004``, or words that stay words."""
    text = text.strip()
    if not text:
        return None
    read = edtf.parse(text)
    if read:
        return moment(read)
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        return Moment(Point(int(slashed["year"]), int(slashed["month"]), int(slashed["day"] or 0)))
    words = _WORDS.fullmatch(text)
    if words:
        name = words["month"].casefold()
        month = _MONTHS.get(name[:3], 0)
        season = _SEASONS.get(name, 0)
        if season or month:
            return Moment(
                Point(int(words["year"]), 12 + season if season else month, int(words["day"] or words["day2"] or 0))
            )
    return Moment(literal=text)
