"""Dates as Zotero has them to EDTF, and EDTF to what Zotero understands.

Zotero keeps a date as the text that was typed and reads year, month and day out of it; seasons it knows by name.
"""

from __future__ import annotations

import re

from citekit.write import edtf
from citekit.write.spoken_dates import spoken

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_SLASHED = re.compile(r"(\d{4})/(\d\d?)(?:/(\d\d?))?/?")
_NAMED = re.compile(r"(?:(?P<first>\d\d?) )?(?P<name>[A-Za-z]{3,9})\.?(?: (?P<day>\d\d?),?)?,? (?P<year>\d{4})")
_TIMED = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d)?Z?")


def shown(date: str) -> str:
    """``2005-21`` → ``Spring 2005``; any other date as it is."""
    point = edtf.point(date)
    return spoken(date) if point and point.month > 12 and not point.doubtful else date


def read(text: str) -> str:
    """EDTF where a date is one: ``March 4, 2007``, ``4 March 2007``, ``2007/03/04``, ``Spring 2005``; else the text."""
    if edtf.is_date(text):
        return text
    if timed := _TIMED.fullmatch(text):
        return timed[1]
    if slashed := _SLASHED.fullmatch(text):
        return _joined(slashed[1], slashed[2], slashed[3] or "") or text
    named = _NAMED.fullmatch(text)
    if not named:
        return text
    name = named["name"].casefold()
    if name in _SEASONS:
        return f"{named['year']}-{_SEASONS[name]}" if not (named["first"] or named["day"]) else text
    month = _MONTHS.index(name[:3]) + 1 if name[:3] in _MONTHS else 0
    return _joined(named["year"], str(month), named["day"] or named["first"] or "") or text


def _joined(year: str, month: str, day: str) -> str:
    """The parts as EDTF; empty where they are no date."""
    date = "-".join(part.zfill(2) for part in (year, month, day) if part)
    return date if edtf.is_date(date) else ""
