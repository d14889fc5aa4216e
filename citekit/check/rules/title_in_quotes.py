"""A title in quotation marks, which styles put around it themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_PAIRS = {"“": "”", "„": "“", "«": "»", "»": "«", "‘": "’", '"': '"', "``": "''", "「": "」", "『": "』", "《": "》"}
_OPEN = re.compile("|".join(map(re.escape, _PAIRS)))


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    plain = value.strip()
    opening = _OPEN.match(plain)
    if not opening:
        return
    closing = _PAIRS[opening[0]]
    inside = plain[opening.end() : -len(closing)].strip()
    if plain.endswith(closing) and inside and opening[0] not in inside and closing not in inside:
        message = "The title is in quotation marks, which styles put around it themselves."
        yield Fault(message, name, (0, len(value)), inside, "Take them out.")


RULE = Rule("CK104", "info", on=("title", "booktitle", "subtitle"), value=_check, fix="offered")
