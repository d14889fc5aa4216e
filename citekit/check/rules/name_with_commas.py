"""A name of more than three parts, which BibTeX cannot read: family, a suffix such as Jr., given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import NAMES, Fault, Rule, Setting

_EXTENDED = re.compile(r'"?(?:family|given|prefix|suffix)(?:-i)?\s*=', re.IGNORECASE)
_SUFFIX = re.compile(
    r"(?:Jr|Sr|[IVX]+|\d(?:nd|rd|th)|Esq|fils|père|MD|PhD|Ph\.\s?D|SJ|S\.\s?J|OP|O\.\s?P)\.?", re.IGNORECASE
)


def _check(_value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for person in entry.people(name):
        if person.commas < 2 or _EXTENDED.match(person.raw):
            continue
        parts = [part.strip(" {}") for part in person.raw.split(",")]
        if person.commas > 2 or not any(_SUFFIX.fullmatch(part) for part in parts[1:]):
            message = (
                f"{person.raw} has {person.commas} commas; a name has two at most, and these around Jr. or its like."
            )
            several = "Put “and” between persons, and braces around bodies."
            help_ = several if entry.is_latex else "Give each person a name of their own."
            yield Fault(message, name, (person.start, person.end), help=help_)


RULE = Rule("CK085", "warning", on=NAMES, value=_check, sign=",")
