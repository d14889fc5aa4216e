"""An English title without any capital."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.check.values import is_prose
from citekit.language import tell

_LEAST = 3


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    if value.lower() != value or len(value.split()) < _LEAST:
        return
    plain = entry.text(name)
    if is_prose(plain) and plain[:1].isalpha() and plain.islower() and _is_english(entry, plain):
        yield Fault("The title has no capital.", name, help="Begin it with one, and write proper names with theirs.")


def _is_english(entry: Entry, plain: str) -> bool:
    named = (entry.whole.get("langid", "") or entry.whole.get("language", "")).casefold()
    return (not named or named.startswith(("en", "american", "british"))) and tell(plain) == "en"


RULE = Rule("CK101", "info", on=("title", "booktitle"), value=_check)
