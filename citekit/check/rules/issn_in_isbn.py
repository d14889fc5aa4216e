"""The number of a serial in the field for book numbers, where some programs put it."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.numbers import is_issn, isbns
from citekit.check.rule import Fault, Rule, Setting


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for printed, number in isbns(value):
        if is_issn(number):
            message = f"{printed} is the number of a serial, an ISSN."
            yield Fault(message, name, help="Move it to issn.")


RULE = Rule("CK021", "warning", on=("isbn",), value=_check)
