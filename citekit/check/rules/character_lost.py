"""The sign for a character that could not be read (U+FFFD): what stood there is lost."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import EVERY, Fault, Rule, Setting

_LOST = "\ufffd"


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    at = value.find(_LOST)
    if at >= 0:
        yield Fault(
            "A character is lost here.", name, (at, at + 1), help="Look it up; the file was read in a wrong encoding."
        )


RULE = Rule("CK121", "error", on=EVERY, value=_check, sign="\ufffd")
