"""A title with an address of the web in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import TITLES, Fault, Rule, Setting

_ADDRESS = re.compile(r"(?:https?://|\bwww\.)\S+|\\url\{[^}]*\}|\\href\{[^}]*\}")


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _ADDRESS.search(value)
    if found:
        yield Fault("An address stands in the title.", name, found.span(), help="Move it to url.")


RULE = Rule("CK107", "warning", on=(*TITLES, "journaltitle", "series"), value=_check, sign=r"://|www\.|\\(?:url|href)")
