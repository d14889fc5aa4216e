"""Fields that tell of another type than the one that is named: an article in a book, a book in a journal."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_UNLIKE = (
    ("article", "booktitle", "journaltitle", "incollection or inproceedings"),
    ("incollection", "journaltitle", "booktitle", "article"),
    ("inproceedings", "journaltitle", "booktitle", "article"),
    ("book", "journaltitle", "publisher", "article"),
    ("book", "booktitle", "publisher", "incollection or inbook"),
    ("thesis", "journaltitle", "institution", "article"),
)
"""Type, a field that it has not, the field it has instead, and the type that is meant."""


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    for kind, odd, own, meant in _UNLIKE:
        if entry.kind == kind and odd in entry.whole and own not in entry.whole:
            yield Fault(
                f"The type is {entry.given}, yet the entry has a {odd} and no {own}.", odd, help=f"Is it {meant}?"
            )


RULE = Rule("CK007", "warning", on=("booktitle", "journaltitle"), entry=_check, latex=True)
