"""A first edition that is later than the one that is cited."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.check.values import ends


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    first = ends(value)
    if first and entry.year and first[0].year > entry.year:
        message = f"The original is of {first[0].year}, the work of {entry.year}."
        yield Fault(message, name, help="See whether the two are swapped.")


RULE = Rule("CK059", "warning", on=("origdate", "origyear"), value=_check)
