"""A date whose month or day has one digit, which ISO 8601 writes with two: biber does not read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import DATES, Fault, Rule, Setting
from citekit.check.values import Point, is_day

_UNPADDED = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*")


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _UNPADDED.fullmatch(value)
    if found and len(found[2] + found[3]) < 4 and is_day(Point(*map(int, found.groups()))):
        fix = f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}"
        yield Fault("Month and day have two digits each.", name, fix=fix, help=f"Write {fix}.")


RULE = Rule("CK052", "info", on=DATES, value=_check, fix="safe")
