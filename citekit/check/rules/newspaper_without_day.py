"""An article of a newspaper without the day on which it came out, by which it is found."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.check.values import ends


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    if entry.whole.get("entrysubtype", "").strip() not in ("newspaper", "newswire") and entry.given != "newspaper":
        return
    dates = ends(entry.whole.get("date", ""))
    if dates and not dates[0].day and "day" not in entry.whole and entry.year:
        message = "An article of a newspaper has no day; it is found by it."
        yield Fault(message, "date", help="Add the day, or the number of the issue.")


RULE = Rule("CK061", "info", on=("date",), entry=_check)
