"""Dates in EDTF (ISO 8601-2, levels 0 and 1) → dates of CSL-JSON."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Any

_POINT = re.compile(
    r"(?:Y(?P<long>-?\d{5,9})|(?P<year>-?\d{4})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?)"
    r"(?:T[\d:.]+(?:Z|[+-]\d\d(?::?\d\d)?)?)?(?P<mark>[~?%])?",
    re.ASCII,
)
_SEASONS = range(21, 25)
_OPEN = ("", "..")


def parse(text: str) -> dict[str, Any] | None:
    """The CSL date of an EDTF text; None where it is no EDTF.

    ``2007-03`` has date-parts, ``2005-21`` a season, ``2008-04/2009-03`` two lists of parts, ``2004~`` and ``2004?``
    are circa; ``2004/..`` is the literal ``2004–``, for CSL has no open range, nor digits that are not known:
    ``201X`` is a literal too.
    """
    text = text.strip()
    if re.fullmatch(r"\d{3}X|\d\dXX", text, re.ASCII):
        return {"literal": text}
    ends = text.split("/")
    found = [_point(end) for end in ends]
    if len(ends) == 1 and found[0]:
        return _one(*found[0])
    if (
        len(ends) != 2
        or not any(found)
        or not all(point or end in _OPEN for point, end in zip(found, ends, strict=True))
    ):
        return None
    if None in found:
        return {"literal": text.replace("..", "").replace("/", "–")}
    points = [point for point in found if point]
    circa = {"circa": True} if any(doubtful for _, doubtful in points) else {}
    return {"date-parts": [parts for parts, _ in points], **circa}


def _one(parts: list[int], doubtful: bool) -> dict[str, Any]:  # noqa: FBT001 - a pair taken apart
    circa = {"circa": True} if doubtful else {}
    if len(parts) == 2 and parts[1] in _SEASONS:
        return {"date-parts": [parts[:1]], "season": parts[1] - 20, **circa}
    return {"date-parts": [parts], **circa}


def _point(text: str) -> tuple[list[int], bool] | None:
    found = _POINT.fullmatch(text)
    if not found:
        return None
    if found["long"]:
        return [int(found["long"])], bool(found["mark"])
    named = [part for part in (found["month"], found["day"]) if part]
    known = [int(part) for part in named if part != "XX"]
    if named[:1] == ["XX"] and known:
        return None
    parts = [int(found["year"]), *known]
    return (parts, bool(found["mark"])) if is_day(parts) else None


def is_day(parts: list[int]) -> bool:
    """Whether there is such a day, month or season; a month of 21 to 24 is spring to winter."""
    if len(parts) == 2 and parts[1] in _SEASONS:
        return True
    year, month, day = (*parts, 1, 1)[:3]
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return False
    return day <= monthrange(year if 0 < year < 10_000 else 2000, month)[1]  # beyond these, as if a leap year
