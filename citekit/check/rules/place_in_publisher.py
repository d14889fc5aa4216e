"""A publisher with its place before it (``Beijing: Jiuzhou Chubanshe``), where the place has a field of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.data import words

_PLACE = re.compile(r"\s*([^\W\d_][^:{}]*?)\s*:\s+(?=\S)")


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _PLACE.match(value)
    if found and "location" not in entry.whole and found[1].split(",")[0].casefold() in words("places.txt"):
        message = f"{found[1]} is a place, which has a field of its own."
        yield Fault(message, name, found.span(), help=f"Give it in location = {{{found[1]}}}.")


RULE = Rule("CK078", "warning", on=("publisher", "institution"), value=_check, sign=":")
