"""A field without a value."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    for name, value in entry.fields.items():
        if not value or not value.strip(" {}\t\r\n"):
            yield Fault(f"The field {name} is empty.", name, help="Fill it in, or take it out.")


RULE = Rule("CK010", "info", entry=_check, latex=True)
