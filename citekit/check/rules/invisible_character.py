"""A character that nobody sees and no search gets past: soft hyphen, zero-width space, byte-order mark."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import EVERY, Fault, Rule, Setting

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\u202a-\u202e]+")


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for found in _UNSEEN.finditer(value):
        what = unicodedata.name(found[0][0], "byte-order mark").lower()
        yield Fault(f"An unseen character stands here ({what}).", name, found.span(), "", "Take it out.")


RULE = Rule("CK125", "warning", on=EVERY, value=_check, sign="[\u00ad\u200b\u2060\ufeff\u202a-\u202e]", fix="safe")
