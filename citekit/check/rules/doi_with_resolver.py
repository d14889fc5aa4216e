"""A DOI with ``https://doi.org/``, ``doi:`` or percent signs: styles put the resolver before it a second time."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.check.values import DOI, RESOLVER, doi_of


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    doi = doi_of(value)
    if (RESOLVER.match(value) or "%2" in value) and DOI.fullmatch(doi):
        fix = doi if "\\" not in value else None
        yield Fault(
            "The DOI stands with its resolver or with percent signs.", name, fix=fix, help="Give the DOI alone."
        )


RULE = Rule("CK031", "info", on=("doi",), value=_check, fix="safe")
