"""A serial's number whose last digit does not fit the others (ISO 3297)."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.numbers import is_issn, issns
from citekit.check.rule import Fault, Rule, Setting


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for number in issns(value):
        if len(number) == 8 and "X" not in number[:-1] and not is_issn(number):
            message = f"The check digit of the ISSN {number[:4]}-{number[4:]} is wrong."
            yield Fault(message, name, help="One digit is misprinted, or two are swapped; look the number up.")


RULE = Rule("CK039", "error", on=("issn",), value=_check)
