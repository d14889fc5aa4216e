"""A subtitle that stands in the title as well: BibLaTeX prints it twice."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.language import fold

_PAIRS = (("title", "subtitle"), ("booktitle", "booksubtitle"), ("journaltitle", "journalsubtitle"))


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    for whole, part in _PAIRS:
        if part in entry.fields and whole in entry.fields:
            inner = fold(entry.text(part))
            if inner and fold(entry.text(whole)).endswith(f" {inner}"):
                yield Fault(f"The {whole} holds the {part} as well.", part, help="Take it out of one of the two.")


RULE = Rule("CK111", "warning", on=("subtitle", "booksubtitle", "journalsubtitle"), entry=_check)
