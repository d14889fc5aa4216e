"""A word torn at the end of a line, with its hyphen and a blank left in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import TITLES, Fault, Rule, Setting
from citekit.data import words

_TORN = re.compile(r"\b([^\W\d_]{2,})-\s+([a-zäöüßéèàç]{2,})\b")
_SMALL = frozenset("and or to und oder bzw et ou y o i e e- as vs versus through en of".split())
"""Words that follow the hyphen of a half word: ``pre- and post-war``."""


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for found in _TORN.finditer(value):
        whole = (found[1] + found[2]).casefold()
        known = words("english-words.txt")
        if found[2] not in _SMALL and (whole in known or found[2] not in known):
            message = f"“{found[0]}” looks like one word torn at the end of a line."
            yield Fault(message, name, found.span(), found[1] + found[2], f"Is it {found[1]}{found[2]}?")


RULE = Rule("CK115", "warning", on=TITLES, value=_check, sign=r"-\s", fix="offered")
