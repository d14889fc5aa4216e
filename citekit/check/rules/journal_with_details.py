"""A journal's name that holds volume, number or pages, which have fields of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_DETAILS = re.compile(
    r"[,;.]?\s*\b(?:vol(?:ume|\.)|no\.|nr\.|issue|bd\.|jg\.|pp\.)\s*\d+.*|[,;.]?\s+\d{1,4}\s*\(\d{1,3}\).*",
    re.IGNORECASE,
)


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _DETAILS.search(value)
    if found and found.start():
        message = f"{found[0].strip(' ,.;')} is no part of the journal’s name."
        yield Fault(message, name, found.span(), help="Move it to volume, number and pages.")


RULE = Rule("CK116", "warning", on=("journaltitle",), value=_check, sign=r"\d")
