"""A book number without 10 or 13 digits (ISO 2108); an SBN of nine, from before 1970, passes if it checks."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.numbers import is_isbn, is_issn, isbns
from citekit.check.rule import Fault, Rule, Setting

_HELP = "Look the number up in the book."


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = isbns(value)
    for printed, number in found:
        if not _is_whole(number) and not is_issn(number):
            yield Fault(f"{printed} is no ISBN; it has {len(number)} digits.", name, help=_HELP)
    if value.strip(" {}") and not found:
        yield Fault(f"{value.strip()} is no ISBN.", name, help=_HELP)


def _is_whole(number: str) -> bool:
    if "X" in number[:-1]:
        return False
    if len(number) == 9:
        return is_isbn(f"0{number}")
    return len(number) == 10 or (len(number) == 13 and number[:3] in ("978", "979"))


RULE = Rule("CK036", "error", on=("isbn",), value=_check)
