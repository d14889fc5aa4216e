"""A name that stands for none: what a form or a program puts where nobody has filled it in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import NAMES, Fault, Rule, Setting

_NOBODY = re.compile(
    r"(?:unknown(?:,? (?:author|unknown))?|no author(?: (?:given|listed|stated|identified))?|"
    r"author(?:,? (?:name|unknown))?|n/a|n\.a\.|none|null|nan|tbd|x{3,}|\?+|first(?:name)?,? last(?:name)?|"
    r"last(?:name)?,? first(?:name)?|given,? family|family,? given|your name|"
    r"administrator|admin|user|owner|default user|"
    r"\[?(?:s\.\s?n|o\.\s?v)\.\]?|others)",
    re.IGNORECASE,
)


_EXAMPLES = re.compile(
    r"(?:john|jane) doe|doe, (?:john|jane|j\.)|max mustermann|mustermann, (?:max|erika)", re.IGNORECASE
)
"""Persons of examples; beside others they may be real."""


def _check(_value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = entry.people(name)
    for number, person in enumerate(found):
        plain = person.raw.strip(" {}")
        nobody = _NOBODY.fullmatch(plain) and not (number and plain.casefold() == "others")
        if nobody or (len(found) == 1 and _EXAMPLES.fullmatch(plain)):
            message = f"{plain} stands in the place of a name."
            yield Fault(message, name, (person.start, person.end), help="Name the author, or leave the field out.")


RULE = Rule("CK089", "warning", on=NAMES, value=_check, plain=True)
