"""An edition with the word for it, which styles put behind it themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_NUMBERED = re.compile(
    r"\s*(\d{1,3})(?:st|nd|rd|th|\.|e|a|ª|º)?\s*(?:ed(?:ition|n|it)?|aufl(?:age)?|éd(?:ition)?)\.?\s*", re.IGNORECASE
)
_WORD = re.compile(r"\b(?:edition|auflage|édition|edición|edizione|ed\.|aufl\.)\W*$", re.IGNORECASE)


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _NUMBERED.fullmatch(value)
    if found or _WORD.search(value):
        fix = found[1] if found else None
        yield Fault("Styles put the word for edition there themselves.", name, fix=fix, help="Leave the word out.")


RULE = Rule("CK076", "warning", on=("edition",), value=_check, fix="offered")
