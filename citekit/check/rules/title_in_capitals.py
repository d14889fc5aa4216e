"""A title in capitals: no style can tell what in it is meant, and none sets it small again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import TITLES, Fault, Rule, Setting

_WORD = re.compile(r"[^\W\d_]{4,}")
_LEAST = 3


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    if value.upper() != value or "\\" in value:
        return
    plain = entry.plain(value)
    words = _WORD.findall(plain)
    if len(words) >= _LEAST and all(word.isupper() and word.lower() != word for word in words):
        yield Fault("The title is in capitals.", name, help="Write it as its language writes titles.")


RULE = Rule("CK100", "warning", on=(*TITLES, "journaltitle"), value=_check)
