"""A volume or number with ``vol.`` or ``no.`` before it, which styles put there themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_LABEL = re.compile(
    r"\s*(?:vol(?:ume|\.)?|bd\.?|band|tome|issue|iss\.|no\.?|nr\.?|num(?:ber|\.)|heft|n[°º]\.?)[\s~]*"
    r"(?=\d+(?:\s*[/–-]\s*\d+)?\s*$)",
    re.IGNORECASE,
)
_NUMBERED = ("article", "book", "incollection", "inbook", "inproceedings", "proceedings", "collection", "periodical")


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _LABEL.match(value) if entry.kind in _NUMBERED else None
    if found:
        message = f"Styles put {found[0].strip()} before the {name} themselves."
        yield Fault(message, name, found.span(), "", "Give the number alone.")


RULE = Rule("CK075", "info", on=("volume", "number", "issue"), value=_check, fix="safe")
