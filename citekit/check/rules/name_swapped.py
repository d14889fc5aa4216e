"""A person whose given name stands in the place of the family name: ``John, Smith``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import NAMES, Fault, Rule, Setting
from citekit.check.values import is_prose
from citekit.data import words
from citekit.language import is_pinyin, syllable_count


def _check(_value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for person in entry.people(name):
        if person.commas == 1 and _is_swapped(person.family, person.given):
            message = f"{person.raw} seems to have the given name before the comma."
            fix = f"{person.given}, {person.family}"
            yield Fault(message, name, (person.start, person.end), fix, f"Is it {fix}?")


def _is_swapped(family: str, given: str) -> bool:
    """Whether what stands for the family is a given name and what stands for the given name a family's."""
    first, second = family.casefold(), given.casefold()
    if second in words("surnames-western.txt"):
        return _is_given(first) and second not in words("given-western.txt")
    if second in words("surnames-zh.txt"):
        known = words("surnames-zh.txt") | words("surnames-zh-double.txt")
        alone = len(second) > 1 and second not in words("given-western.txt")
        return alone and first not in known and is_prose(first) and is_pinyin(first) and syllable_count(first) == 2
    return second in words("surnames-ja.txt") and first in words("given-ja.txt") - words("surnames-ja.txt")


def _is_given(text: str) -> bool:
    first = re.split(r"[\s-]", text, maxsplit=1)[0]
    return first in words("given-western.txt") and text not in words("surnames-western.txt")


RULE = Rule("CK082", "warning", on=NAMES, value=_check, sign=",", fix="offered", plain=True)
