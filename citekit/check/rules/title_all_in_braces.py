"""A title that is in braces as a whole: no style can set it as it sets titles."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.people import is_braced
from citekit.check.rule import Fault, Rule, Setting

_LEAST = 3


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    plain = value.strip()
    if is_braced(plain) and len(plain.split()) >= _LEAST:
        yield Fault("All of the title is in braces.", name, help="Put braces around the capitals that are meant alone.")


RULE = Rule("CK103", "info", on=("title", "booktitle"), value=_check, sign=r"\A\s*\{", latex=True)
