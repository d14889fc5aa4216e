"""A person in capitals: styles print the name so among all others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.people import Person
from citekit.check.rule import NAMES, Fault, Rule, Setting

_CAPITALS = re.compile(r"(?=(?:\W*\w){4})[^\W\d_]+(?:[\s'’-][^\W\d_]+)*")


def _check(_value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for person in entry.people(name):
        if person.given and person.family.isupper() and _is_person(person) and _CAPITALS.fullmatch(person.family):
            fix = _lowered(person.raw) if person.raw.isascii() else None
            message = f"{person.raw} is in capitals."
            yield Fault(message, name, (person.start, person.end), fix, "Write capitals at the beginnings alone.")


def _is_person(person: Person) -> bool:
    """Whether a name is no body: one comma, or a given name in capitals and no more than three words."""
    if person.braced or person.family == person.family.lower():
        return False
    return person.commas == 1 or (not person.commas and person.given.isupper() and len(person.raw.split()) < 4)


def _lowered(text: str) -> str:
    return re.sub(r"[A-Z]{3,}", lambda found: found[0].capitalize(), text)


RULE = Rule("CK080", "warning", on=NAMES, value=_check, sign="[^\\W\\d_a-z]{4}", fix="offered")
