"""The one place that writes through bibtexparser: entries of prepared values to text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat

from citekit.write.bibtex_fields import MONTHS

Prepared: TypeAlias = tuple[str, str, Mapping[str, str]]
"""Entry type, key, and values by field, each as it stands between the outer braces."""


def write_entries(entries: Iterable[Prepared]) -> str:
    """The text of a BibTeX file: every value in braces, but for the macro that ``month`` is."""
    form = BibtexFormat()  # type: ignore[no-untyped-call]
    form.indent, form.block_separator, form.trailing_comma = "  ", "\n", True
    blocks = [
        Entry(name, key, [Field(field, enclosed(field, value)) for field, value in values.items()])
        for name, key, values in entries
    ]
    return write_string(Library(list(blocks)), unparse_stack=[], bibtex_format=form)


def enclosed(field: str, value: str) -> str:
    """A value as it stands in the file: in braces, but for the macro that a month is."""
    return value if field == "month" and value in MONTHS else f"{{{value}}}"
