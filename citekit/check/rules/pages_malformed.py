"""Pages that are none: question marks, words, a range without its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_WRONG = re.compile(
    r"(?:[\u2010-\u2015-]+(?:\s*\w+)?|n\.?/?\s?a\.?|none|unknown|tbd|null|nan|.*\?.*|0+(?:\s*-+\s*0+)?)", re.IGNORECASE
)


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    plain = value.strip(" {}")
    if plain and _WRONG.fullmatch(plain):
        yield Fault(f"{plain} are no pages.", name, help="Give the first and the last page, or the number in eid.")


RULE = Rule("CK073", "warning", on=("pages",), value=_check)
