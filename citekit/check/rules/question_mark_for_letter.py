"""A question mark inside a word, where a program had no letter: ``Universit?t``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import NAMES, TITLES, Fault, Rule, Setting

_INSIDE = re.compile(r"(?<=[^\W\d_])\?(?=[a-zß-ÿ])")


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _INSIDE.search(value) if "://" not in value else None
    if found:
        yield Fault(
            "A question mark stands inside a word.", name, found.span(), help="Look the letter up that it stands for."
        )


_ON = (*TITLES, *NAMES, "journaltitle", "publisher", "location", "institution")
RULE = Rule("CK122", "warning", on=_ON, value=_check, sign=r"\?\w")
