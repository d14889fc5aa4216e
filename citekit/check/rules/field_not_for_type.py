"""A field that the type does not take (the data model of BibLaTeX); styles leave it out."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.model import is_known, takes
from citekit.check.rule import Fault, Rule, Setting

_HARMLESS = frozenset({"address", "location", "publisher", "issn", "isbn", "month", "year", "key", "pages", "urldate"})
"""Fields that exports put everywhere and that nobody is misled by."""


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    taken = takes(entry.kind)
    if not taken:
        return
    for name in entry.fields:
        if name not in taken and name not in _HARMLESS and is_known(name):
            message = f"The type {entry.given} has no field {name}; styles leave it out."
            yield Fault(message, name, help="Move the value to a field that the type has, or change the type.")


RULE = Rule("CK012", "info", entry=_check, latex=True)
