"""A month that is none: a number over 12, or a word that names no month, season or quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.months import names_month
from citekit.check.rule import Fault, Rule, Setting

_NUMBER = re.compile(r"\s*0?(\d+)\s*")


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    plain = value.strip(" {}")
    number = _NUMBER.fullmatch(plain)
    wrong = not 1 <= int(number[1]) <= 12 if number else not names_month(plain)
    if plain and wrong and plain not in entry.macros:
        yield Fault(f"{plain} is no month.", name, help="Write month = jan, feb … without braces, or the number.")


RULE = Rule("CK058", "warning", on=("month",), value=_check)
