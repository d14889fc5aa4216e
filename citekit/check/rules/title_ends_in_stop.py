"""A title with the full stop or the comma of the reference it was copied from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_STOP = re.compile(r"(?<=[^\W\d_]{4})(?:\.|,|;|:)\s*$|(?<=\))\.\s*$")
_SHORT = re.compile(
    r"(?i)\b(?:inc|corp|etc|bros|jr|sr|dept|univ|proc|conf|symp|trans|assoc|engl|intl|natl|misc|repr|abbr|hrsg|usw|bzw)\.$"
)


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _STOP.search(value)
    if found and not _SHORT.search(value.rstrip()):
        yield Fault(
            f"The title ends in {found[0].strip()!r}.", name, found.span(), "", "Styles put their own; take it out."
        )


RULE = Rule("CK105", "info", on=("title", "booktitle", "subtitle"), value=_check, sign=r"[.,;:]\s*\Z", fix="offered")
