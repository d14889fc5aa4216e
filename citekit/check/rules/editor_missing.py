"""A part of a collection without the collection's editor, which the data model of BibLaTeX asks for."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    if entry.kind == "incollection" and "editor" not in entry.whole and "booktitle" in entry.whole:
        message = "The part of a collection names no editor of it."
        yield Fault(message, help="Add the editor; a part of a book by one author is inbook.")


RULE = Rule("CK019", "info", entry=_check, latex=True)
