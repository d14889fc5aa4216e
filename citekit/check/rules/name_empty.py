"""An empty place in a list of names: two "and" in a row, one at an end, a comma with nothing before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import NAMES, Fault, Rule, Setting

_EMPTY = re.compile(r"(?:and\b\s*)?(?:,.*)?|and\s.*|.*\sand|[^{}]*,\s*,[^{}]*", re.IGNORECASE | re.DOTALL)


def _check(_value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for person in entry.people(name):
        raw = person.raw
        if (not raw or raw[0] in ",aA" or raw[-1] in "dD" or person.commas > 1) and _EMPTY.fullmatch(raw):
            help_ = "Name who is missing, or take the “and” out."
            yield Fault("A place in the list of names is empty.", name, (person.start, person.end), help=help_)


RULE = Rule("CK091", "warning", on=NAMES, value=_check)
