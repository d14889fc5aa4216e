"""A ``year`` or ``month`` that contradicts the ``date`` beside it; BibLaTeX takes the date, BibTeX the year."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.months import month_number
from citekit.check.rule import Fault, Rule, Setting
from citekit.check.values import ends


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    dates = ends(entry.fields.get("date", "")) if "date" in entry.fields else ()
    if not dates:
        return
    year = entry.fields.get("year", "").strip(" {}")
    if year.isdecimal() and len(year) == 4 and not dates[0].year <= int(year) <= dates[-1].year:
        message = f"The date is of {dates[0].year}, the year is {year}."
        yield Fault(message, "year", help="See which is right, and keep the date alone.")
    month = month_number(entry.fields.get("month", ""))
    if month and dates[0].month and len(dates) == 1 and dates[0].month <= 12 and month != dates[0].month:
        message = f"The date is of month {dates[0].month}, the month is {entry.fields['month'].strip()}."
        yield Fault(message, "month", help="See which is right, and keep the date alone.")


RULE = Rule("CK056", "warning", on=("date",), entry=_check)
