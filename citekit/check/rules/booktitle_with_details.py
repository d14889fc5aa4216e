"""A title of a book that holds what has fields of its own, or that breaks off: pages, "conference on"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_PAGES = re.compile(r"[,;.(]\s*(?:pp?\.|pages)\s*\d+(?:\s*(?:-+|[\u2010-\u2015])\s*\d+)?")
_CUT = re.compile(r"(?i)\b(?:conference|workshop|symposium|proceedings|congress)\s+(?:on|of|for|in|the)(?:\s+the)?\W*$")


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    pages = _PAGES.search(value)
    if pages:
        yield Fault("Pages stand in the title of the book.", name, pages.span(), help="Move them to pages.")
    if _CUT.search(value):
        yield Fault("The title of the book breaks off.", name, help="Look the end of it up.")


RULE = Rule("CK109", "warning", on=("booktitle",), value=_check)
