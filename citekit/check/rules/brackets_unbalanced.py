"""A bracket or a quotation mark that opens and does not close, or the other way about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import TITLES, Fault, Rule, Setting

_PAIRS = {"(": ")", "[": "]", "（": "）", "《": "》", "「": "」"}
_NUMBERED = re.compile(r"(?:^|(?<=[\s;,:]))(?:\w{1,2}|[ivx]+)\)|[:;]-?[()]|\([CR]\)|[\[(]\d[^\])]*[\])]")
"""Letters and numbers of a list (``a)``), faces, and half-open intervals, none of which need a partner."""


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    plain = _NUMBERED.sub("", value) if "$" not in value else ""
    for opening, closing in _PAIRS.items():
        if plain.count(opening) != plain.count(closing):
            more = opening if plain.count(opening) > plain.count(closing) else closing
            at = value.find(more)
            span = (at, at + 1) if value.count(more) == 1 and at >= 0 else None
            yield Fault(f"{more} has no partner.", name, span, help="See whether the title is whole.")


RULE = Rule("CK108", "warning", on=(*TITLES, "usere"), value=_check, sign="[][()（）《》「」]")
