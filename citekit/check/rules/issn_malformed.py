"""A serial's number without eight digits (ISO 3297)."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.numbers import issns
from citekit.check.rule import Fault, Rule, Setting


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = issns(value)
    wrong = next((number for number in found if len(number) != 8 or "X" in number[:-1]), None)
    if wrong or (value.strip(" {}") and not found):
        help_ = "An ISSN has eight digits, the last of which may be X."
        yield Fault(f"{(wrong or value).strip()} is no ISSN.", name, help=help_)


RULE = Rule("CK038", "error", on=("issn",), value=_check)
