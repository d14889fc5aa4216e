"""A ``langid`` that babel does not know: the entry is then set in the language of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.data import words

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z\d]{2,8})*")
"""A tag of BCP 47, which babel takes as well."""


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    plain = value.strip().casefold()
    known = words("babel-languages.txt")
    if plain and plain not in known and not _TAG.fullmatch(plain):
        close = get_close_matches(plain, sorted(known), 1)
        advice = f"Perhaps {close[0]} is meant." if close else "Use a name of babel, such as english or ngerman."
        yield Fault(f"babel knows no language {value.strip()}.", name, help=advice)


RULE = Rule("CK017", "warning", on=("langid",), value=_check, latex=True)
