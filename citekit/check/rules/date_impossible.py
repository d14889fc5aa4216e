"""A date that no calendar has: a thirteenth month, 30 February, 29 February of a common year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import DATES, Fault, Rule, Setting
from citekit.check.values import Point, is_day, may_be_range

_DATE = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)")


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for found in _DATE.finditer(value):
        year, month, day = (int(part or 0) for part in found.groups())
        zero = month == 0 or (found[3] is not None and day == 0)
        if zero or (not is_day(Point(year, month, day)) and not may_be_range(year, month, day)):
            yield Fault(f"There is no day {found[0]}.", name, found.span(), help="Look the date up.")


RULE = Rule("CK051", "error", on=DATES, value=_check)
