"""A work that is years older than its preprint: the number tells year and month."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.arxiv import ARXIV, is_arxiv, month_of
from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = ARXIV.fullmatch(value.strip().strip("{}")) if is_arxiv(entry) else None
    told = month_of(found) if found else None
    if told and entry.year and entry.year < told[0] - 1:
        message = f"The preprint is of {told[0]}, the work of {entry.year}."
        yield Fault(message, name, help="See whether the number or the year belongs to another work.")


RULE = Rule("CK042", "warning", on=("eprint",), value=_check)
