"""A range of pages with one hyphen or a dash; BibTeX makes the dash of two hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.pages import ranges
from citekit.check.rule import Fault, Rule, Setting

_ONE = re.compile(r"\s*([A-Za-z]?\d+)\s*[-\u2010-\u2015]\s*([A-Za-z]?\d+)\s*")


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _ONE.fullmatch(value)
    if found and all(pair.first <= pair.last for pair in ranges(value)):
        fix = f"{found[1]}--{found[2]}"
        yield Fault("The range has no double hyphen, which LaTeX makes a dash of.", name, fix=fix, help=f"Write {fix}.")


RULE = Rule("CK071", "info", on=("pages",), value=_check, fix="safe", latex=True)
