"""A DOI that holds an ISSN (Elsevier, Wiley, Cambridge) other than the one of the entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.numbers import is_issn, issns
from citekit.check.rule import Fault, Rule, Setting
from citekit.check.values import doi_of

_ISSN = re.compile(r"10\.(?:1016/s?|1111/j\.|1080/|1017/s|1002/\(issn\))(\d{4}-?\d{3}[\dx])", re.IGNORECASE)


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _ISSN.match(doi_of(value))
    told = {number for number in issns(entry.whole.get("issn", "")) if is_issn(number)}
    if not found or len(told) != 1:  # of two, print and online, the DOI may have either
        return
    number = found[1].replace("-", "").upper()
    if is_issn(number) and number not in told and _is_print(entry):
        message = f"The DOI is of the serial {number[:4]}-{number[4:]}, the entry of {entry.whole['issn'].strip()}."
        yield Fault(message, name, help="See which of the two belongs to another journal; one may be the online ISSN.")


def _is_print(entry: Entry) -> bool:
    return entry.kind == "article"


RULE = Rule("CK034", "info", on=("doi",), value=_check)
