"""A DOI that is none (DOI handbook, 2.2; ISO 26324): ``10.``, a registrant, a stroke, a suffix without blanks."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.check.values import DOI, doi_of


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    doi = doi_of(value)
    if doi and not DOI.match(doi):
        help_ = "A DOI begins with 10., four digits or more and a stroke: 10.1017/S0305741009990063."
        yield Fault(f"{value.strip()} is no DOI.", name, help=help_)


RULE = Rule("CK030", "error", on=("doi",), value=_check)
