"""EDTF to the dates of CSL-JSON and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from citekit.write import edtf


def csl_date(text: str) -> dict[str, Any]:
    """The CSL date of a date in EDTF; what is no such date goes through as a literal.

    ``2004-10`` has date-parts, ``2005-21`` a season, ``2008-10-24/2008-10-25`` two lists of parts, ``2007~`` is circa,
    ``2004/..`` is the literal ``2004–``, since CSL has no open range.
    """
    points = edtf.points(text)
    if not points or None in points:
        return {"literal": text.replace("..", "").replace("/", "–") if points else text}
    known = [point for point in points if point]
    circa = {"circa": True} if any(point.doubtful for point in known) else {}
    only = known[0]
    if len(known) == 1 and only.month > 12:
        return {"date-parts": [[only.year]], "season": only.month - 20, **circa}
    return {"date-parts": [_parts(point) for point in known], **circa}


def is_carried(text: str) -> bool:
    """Whether the CSL date tells the whole date, so that the text need not be kept beside it."""
    points = [point for point in edtf.points(text) if point]
    return "/".join("-".join(f"{part:02}" for part in _parts(point)) for point in points) == text


def _parts(point: edtf.Point) -> list[int]:
    return [part for part in (point.year, point.month, point.day) if part]


def edtf_of(date: Mapping[str, Any]) -> str:
    """The EDTF of a CSL date whose parts are numbers, or its literal or raw text; empty where it has neither.

    ``circa`` is ``~`` at each end, a season is ``2005-21``, a last end of year 0 is open: ``2004/..``.
    """
    ranges = date.get("date-parts")
    if not ranges:
        return str(date.get("literal") or date.get("raw") or "")
    mark = "~" if date.get("circa") else ""
    season = date.get("season")
    if len(ranges) == 1 and len(ranges[0]) == 1 and season in (1, 2, 3, 4):
        return f"{_year(ranges[0][0])}-{season + 20}{mark}"
    return "/".join(_end(parts) + mark if parts[0] or not place else ".." for place, parts in enumerate(ranges))


def _end(parts: Sequence[int]) -> str:
    year, *rest = parts
    return "-".join([_year(year), *(f"{part + 8 if 12 < part < 17 else part:02}" for part in rest)])


def _year(year: int) -> str:
    return f"Y{year}" if abs(year) > 9999 else f"{'-' if year < 0 else ''}{abs(year):04}"
