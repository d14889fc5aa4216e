"""Dates in EDTF as a reader says them."""

from __future__ import annotations

from citekit.write import edtf

_MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = "Spring Summer Autumn Winter".split()


def spoken(text: str) -> str:
    """``2009-01-21`` → ``January 21, 2009``, ``2005-21`` → ``Spring 2005``, ``1999~`` → ``c. 1999``; else as it is."""
    points = edtf.points(text)
    if not points:
        return text
    return "–".join(_point(point) if point else "" for point in points)


def _point(point: edtf.Point) -> str:
    name = _SEASONS[point.month - 21] if point.month > 12 else _MONTHS[point.month - 1] if point.month else ""
    day = f"{point.day}," if point.day else ""
    return " ".join(filter(None, ("c." if point.doubtful else "", name, day, str(point.year))))
