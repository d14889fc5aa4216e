"""EDTF to the dates of CSL-JSON."""

from __future__ import annotations

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
