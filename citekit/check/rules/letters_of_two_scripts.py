"""A letter of another script that looks like a Latin one, inside a Latin word: ``Сhina`` with a Cyrillic Es."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import EVERY, Fault, Rule, Setting

_LATIN = "A-Za-z\u00c0-\u024f"
_ALIKE = "АВЕЗКМНОРСТХУаеорсхуіјѕԁԛһΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα"
_MIXED = re.compile(f"(?<=[{_LATIN}])[{_ALIKE}](?=[{_LATIN}]|\\b)|\\b[{_ALIKE}](?=[{_LATIN}]{{2}})")


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _MIXED.search(value)
    if found:
        what = unicodedata.name(found[0], "another script").lower()
        yield Fault(f"{found[0]} is no Latin letter ({what}).", name, found.span(), help="Type the Latin one.")


RULE = Rule("CK129", "warning", on=EVERY, value=_check, sign=f"[{_LATIN}][{_ALIKE}]|[{_ALIKE}][{_LATIN}]")
