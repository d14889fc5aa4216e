"""A character without a meaning of its own (private use): a font knows it, nobody else does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import EVERY, Fault, Rule, Setting

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _PRIVATE.search(value)
    if found:
        message = f"Only a font knows what this character is (U+{ord(found[0]):04X})."
        yield Fault(message, name, found.span(), help="Look up in the printed work what stands there.")


RULE = Rule("CK128", "warning", on=EVERY, value=_check, sign="[\ue000-\uf8ff\U000f0000-\U0010fffd]")
