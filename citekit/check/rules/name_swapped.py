"""A person whose given name stands in the place of the family name: ``John, Smith``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import NAMES, Fault, Rule, Setting
from citekit.data import words


def _check(_value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for person in entry.people(name):
        if person.commas == 1 and _is_family(person.given) and _is_given(person.family):
            message = f"{person.raw} seems to have the given name before the comma."
            fix = f"{person.given}, {person.family}"
            yield Fault(message, name, (person.start, person.end), fix, f"Is it {fix}?")


def _is_given(text: str) -> bool:
    first = re.split(r"[\s-]", text.casefold(), maxsplit=1)[0]
    return first in words("given-western.txt") and not _is_family(text)


def _is_family(text: str) -> bool:
    plain = text.casefold()
    return plain in words("surnames-western.txt") and plain not in words("given-western.txt")


RULE = Rule("CK082", "warning", on=NAMES, value=_check, sign=",", fix="offered")
