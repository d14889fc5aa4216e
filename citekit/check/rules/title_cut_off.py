"""A title that breaks off in dots, as a list of results shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_DOTS = re.compile(r"(?<=[\w,])\s?(?:\.\.\.|…|\\l?dots(?:\{\})?)\s*\}*$")
_LEAST = 30


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _DOTS.search(value.rstrip())
    if found and len(value) > _LEAST:
        yield Fault("The title ends in dots, as if it were cut off.", name, found.span(), help="Look the end of it up.")


RULE = Rule("CK112", "info", on=("title", "booktitle"), value=_check, sign=r"\.\.\.|…|dots")
