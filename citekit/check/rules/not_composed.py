"""A letter and its accent as two characters (not in NFC): it looks like the one letter and is not found as it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import EVERY, Fault, Rule, Setting

_APART = re.compile("[^\\W\\d_][\u0300-\u036f]+")


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for found in _APART.finditer(value):
        whole = unicodedata.normalize("NFC", found[0])
        if whole != found[0]:
            message = f"“{whole}” is written as a letter and an accent."
            yield Fault(message, name, found.span(), whole, "Write it as one character (NFC).")


RULE = Rule("CK126", "info", on=EVERY, value=_check, sign="[\u0300-\u036f]", fix="safe")
