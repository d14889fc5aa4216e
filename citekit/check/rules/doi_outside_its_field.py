"""A DOI in an address or a note, with no ``doi`` in the entry: styles and programs do not find it there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_DOI = re.compile(r"(?:\b(?:dx\.)?doi\.org/|\bdoi:\s*)(10\.\d{4,9}/[^\s{}]+)", re.IGNORECASE)


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _DOI.search(value) if "doi" not in entry.whole else None
    if found:
        doi = found[1].rstrip(".,;)")
        yield Fault(f"A DOI stands in {name} alone.", name, found.span(1), help=f"Give it a field: doi = {{{doi}}}.")


RULE = Rule("CK035", "info", on=("url", "note", "howpublished", "annotation"), value=_check, sign="(?i:doi)")
