"""A book number whose last digit does not fit the others (ISO 2108): one of them is misprinted."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.numbers import is_isbn, isbns
from citekit.check.rule import Fault, Rule, Setting


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for printed, number in isbns(value):
        whole = len(number) == 10 or (len(number) == 13 and number[:3] in ("978", "979"))
        if whole and "X" not in number[:-1] and not is_isbn(number):
            message = f"The check digit of the ISBN {printed} is wrong."
            yield Fault(message, name, help="One digit is misprinted, or two are swapped; look the number up.")


RULE = Rule("CK037", "error", on=("isbn",), value=_check)
