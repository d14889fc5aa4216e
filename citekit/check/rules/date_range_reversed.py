"""A range of dates that ends before it begins: ``2005/2004``."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import DATES, Fault, Rule, Setting
from citekit.check.values import ends, is_day


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = ends(value) if "/" in value else ()
    if len(found) == 2 and all(map(is_day, found)):
        first, last = found
        told = [(a, b) for a, b in zip(first, last, strict=True) if a and b]
        if [a for a, _ in told] > [b for _, b in told]:
            yield Fault(
                f"The range {value.strip()} ends before it begins.", name, help="See whether the two are swapped."
            )


RULE = Rule("CK063", "warning", on=DATES, value=_check)
