"""Letters joined into one sign by a typesetter (``ﬁ``), which nobody finds by searching."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import EVERY, Fault, Rule, Setting

_LIGATURE = re.compile("[\ufb00-\ufb06]")


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for found in _LIGATURE.finditer(value):
        plain = unicodedata.normalize("NFKC", found[0])
        yield Fault(f"“{found[0]}” is one sign for {plain}.", name, found.span(), plain, f"Write {plain}.")


RULE = Rule("CK124", "info", on=EVERY, value=_check, sign="[\ufb00-\ufb06]", fix="safe")
