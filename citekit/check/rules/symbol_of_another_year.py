"""A resolution of the Security Council or the General Assembly whose number is of another year than the entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.check.symbols import council_year

_COUNCIL = re.compile(r"(?<![\w/])S/RES/(\d{1,4})(?!\d)(?:\s*\((\d{4})\))?")
_ASSEMBLY = re.compile(r"(?<![\w/])A/RES/(\d{2})/\d{1,3}(?!\d)")


def _check(value: str, entry: Entry, name: str, setting: Setting) -> Iterator[Fault]:
    for found in _COUNCIL.finditer(value):
        right = council_year(int(found[1]))
        year = int(found[2] or 0) or entry.year
        if right and year and abs(year - right) > (0 if found[2] and right < setting.today.year - 1 else 1):
            yield Fault(
                f"{found[0]} is of {right}, not of {year}.", name, found.span(), help="See which is misprinted."
            )
    for found in _ASSEMBLY.finditer(value):
        session = 1945 + int(found[1])
        if entry.year and not session <= entry.year <= session + 2:
            message = f"{found[0]} is of the session of {session}/{session + 1}, the entry of {entry.year}."
            yield Fault(message, name, found.span(), help="See which of the two is misprinted.")


RULE = Rule("CK161", "warning", on=("title", "number", "symbol"), value=_check, sign="/RES/")
