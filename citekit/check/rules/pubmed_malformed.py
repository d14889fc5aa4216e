"""A number of PubMed that is more than digits, or one of PubMed Central without ``PMC`` and digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_FORMS = {"pmid": re.compile(r"\d{1,8}"), "pmcid": re.compile(r"PMC\d{1,8}(?:\.\d)?"), "eprint": re.compile(r"\d{1,8}")}


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    if name == "eprint" and entry.whole.get("eprinttype", "").casefold() not in ("pubmed", "pmid"):
        return
    plain = value.strip(" {}")
    if plain and not _FORMS[name].fullmatch(plain):
        yield Fault(f"{plain} is no number of PubMed.", name, help="A PMID has digits alone, a PMCID PMC before them.")


RULE = Rule("CK045", "warning", on=("pmid", "pmcid", "eprint"), value=_check)
