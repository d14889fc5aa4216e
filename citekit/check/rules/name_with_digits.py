"""A name with a digit or an address in it: the mark of an affiliation, an e-mail address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import NAMES, Fault, Rule, Setting

_MARK = re.compile(
    r"(?<=[^\W\d_])\.?,?\s?[\d*†‡§¹²³]+(?:,\d+)*(?!\w)(?=\s*(?:,|$))|\S+@\S+\.\w+|https?://\S+|\borcid\b", re.IGNORECASE
)


def _check(_value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for person in entry.people(name):
        found = _MARK.search(person.raw) if not person.braced and "=" not in person.raw else None
        if found:
            span = (person.start + found.start(), person.start + found.end())
            yield Fault(
                f"{person.raw} holds what is no part of a name.", name, span, help="Take the mark or address out."
            )


RULE = Rule("CK086", "warning", on=NAMES, value=_check, sign=r"[\d*†‡§¹²³@:]|(?i:orcid)")
