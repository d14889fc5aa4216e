"""A date that is yet to come; for a work in press the year may be the next one."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import DATES, Fault, Rule, Setting
from citekit.check.values import ends


def _check(value: str, _entry: Entry, name: str, setting: Setting) -> Iterator[Fault]:
    today = setting.today
    for point in ends(value):
        late = point.first > today if name == "urldate" else point.year > today.year + 1
        if late:
            yield Fault(f"{value.strip()} is yet to come.", name, help="Look the date up; a digit may be misprinted.")
            return


RULE = Rule("CK053", "warning", on=(*DATES, "year"), value=_check)
