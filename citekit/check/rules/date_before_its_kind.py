"""A work that is older than its kind: an article before there were journals (1665), a web page before the web."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_FIRST = {"article": (1600, "journals and newspapers"), "online": (1969, "networks"), "dataset": (1600, "data sets")}
_HELP = "Look the year up; of an old text on the web it is the year of the page, and the text's own is origdate."


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    first, what = _FIRST.get(entry.kind, (0, ""))
    year = entry.year
    if 100 <= year < first:
        yield Fault(f"In {year} there were no {what}.", "date" if "date" in entry.fields else "year", help=_HELP)


RULE = Rule("CK060", "warning", entry=_check)
