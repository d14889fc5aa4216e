"""A person who stands twice in one field."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import NAMES, Fault, Rule, Setting


def _check(_value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    seen: set[str] = set()
    for person in entry.people(name):
        if person.raw in seen and person.given:
            yield Fault(f"{person.raw} stands twice.", name, (person.start, person.end), help="Take one of them out.")
        seen.add(person.raw)


RULE = Rule("CK090", "warning", on=NAMES, value=_check, sign="(?i: and )", plain=True)
