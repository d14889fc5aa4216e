"""A day of the week that the date does not fall on: ``Sunday, 4 May 2004``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.months import month_number
from citekit.check.rule import Fault, Rule, Setting
from citekit.check.values import Point, ends, is_day

_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_DAY = "|".join(_DAYS)
_WORDED = re.compile(
    rf"\b(?P<weekday>{_DAY}),?\s+(?:the\s+)?(?:(?P<day>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>[A-Z][a-z]+)\.?,?\s+(?P<year>\d{{4}})"
    r"|(?P<month2>[A-Z][a-z]+)\.?\s+(?P<day2>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year2>\d{4}))",
    re.IGNORECASE,
)


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for found in _WORDED.finditer(value):
        month = month_number(found["month"] or found["month2"])
        point = Point(int(found["year"] or found["year2"]), month, int(found["day"] or found["day2"]))
        yield from _compared(found["weekday"], point, name, found.span())
    alone = re.fullmatch(rf"\W*({_DAY})\W*", value, re.IGNORECASE)
    dates = ends(entry.whole.get("date", "")) if alone else ()
    if alone and len(dates) == 1:
        yield from _compared(alone[1], dates[0], name, alone.span())


def _compared(weekday: str, point: Point, name: str, span: tuple[int, int]) -> Iterator[Fault]:
    if point.month and point.day and point.month <= 12 and is_day(point):
        real = _DAYS[point.first.weekday()]
        if real != weekday.casefold():
            message = f"{point.first.isoformat()} is a {real.capitalize()}, no {weekday.capitalize()}."
            yield Fault(message, name, span, help="See whether the day or the date is misprinted.")


_ON = ("note", "addendum", "howpublished", "titleaddon", "title", "annotation", "issuetitle")
RULE = Rule("CK062", "warning", on=_ON, value=_check, sign="(?i:day)")
