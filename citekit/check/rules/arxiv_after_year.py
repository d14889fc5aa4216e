"""A work that is years older than its preprint: the number tells year and month."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.arxiv import ARXIV, NAMED, is_arxiv, month_of
from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    if name == "eprint":
        found = ARXIV.fullmatch(value.strip().strip("{}")) if is_arxiv(entry) else None
    else:
        found = NAMED.search(value)
    told = month_of(found) if found else None
    if told and entry.year and entry.year < told[0] - 1:
        message = f"The preprint is of {told[0]}, the work of {entry.year}."
        yield Fault(message, name, help="See whether the number or the year belongs to another work.")


_ON = ("eprint", "journaltitle", "note", "howpublished", "url")
RULE = Rule("CK042", "warning", on=_ON, value=_check, sign=r"\d{4}\.\d{4}|/\d{7}")
