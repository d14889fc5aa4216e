"""An article or a chapter of more pages than any has: a digit too many."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.pages import ranges
from citekit.check.rule import Fault, Rule, Setting

_MOST = 800
_KINDS = ("article", "incollection", "inproceedings", "inbook")


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    if entry.kind not in _KINDS:
        return
    for found in ranges(value):
        length = found.last - found.first + 1
        if length > _MOST:
            message = f"These are {length} pages; no {entry.kind} has so many."
            yield Fault(message, name, found.span, help="See whether a digit is misprinted.")


RULE = Rule("CK074", "warning", on=("pages",), value=_check)
