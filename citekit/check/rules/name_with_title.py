"""A person with an academic or courteous title, which is no part of the name in a bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import NAMES, Fault, Rule, Setting

_TITLE = re.compile(
    r"(?:^|(?<=,))\s*(?:Prof(?:essor|\.)?|Dr(?:\.-Ing)?\.?|Mr\.|Mrs\.?|Ms\.|Herr|Frau)[\s.]*\s(?=\S)"
    r"|,?\s+(?:Ph\.?\s?D|M\.\s?D|LL\.?\s?[BMD])\.?(?=\s*(?:,|$))"
)


def _check(_value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for person in entry.people(name):
        found = _TITLE.search(person.raw) if not person.braced else None
        if found:
            span = (person.start + found.start(), person.start + found.end())
            yield Fault(f"{found[0].strip(' ,')} is no part of the name.", name, span, help="Take the title out.")


RULE = Rule("CK087", "info", on=NAMES, value=_check, sign="Prof|Dr|Mr|Ms|Herr|Frau|Ph|M\\.|LL")
