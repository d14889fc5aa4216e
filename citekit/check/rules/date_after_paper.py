"""A work that came out after the paper that cites it (``published``)."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.check.values import ends


def _check(value: str, _entry: Entry, name: str, setting: Setting) -> Iterator[Fault]:
    found = ends(value)
    if setting.published and found and found[0].first > setting.published:
        message = f"{value.strip()} is later than the paper that cites it, which is of {setting.published}."
        yield Fault(message, name, help="Look the date up; if the work was in press, say so in pubstate.")


RULE = Rule("CK054", "warning", on=("date", "year", "urldate"), value=_check)
