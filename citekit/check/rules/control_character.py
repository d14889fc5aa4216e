"""A control character, which no text has and TeX stops at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import EVERY, Fault, Rule, Setting

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]+")


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for found in _CONTROL.finditer(value):
        message = f"A control character stands here (U+{ord(found[0][0]):04X})."
        yield Fault(message, name, found.span(), "", "Take it out, and see whether a letter is lost there.")


RULE = Rule("CK127", "warning", on=EVERY, value=_check, sign="[\x00-\x08\x0b\x0e-\x1f\x7f]", fix="safe")
