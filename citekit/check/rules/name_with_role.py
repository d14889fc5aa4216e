"""A person with the role behind it: ``(ed.)``, ``Hrsg.``; the field tells it, and styles print it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import NAMES, Fault, Rule, Setting

_ROLE = re.compile(
    r"[\s,]+(?:[(\[]\s*(?:eds?|editors?|hrsg|hg|éds?|transl?|übers|comp|org|dir|coord|主编|编)\.?\s*[)\]]"
    r"|(?:eds?\.|editors?|hrsg\.?|hg\.|éds?\.|transl?\.|übers\.?|comp\.))\s*$",
    re.IGNORECASE,
)


def _check(_value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for person in entry.people(name):
        found = _ROLE.search(person.raw) if not person.braced else None
        if found:
            span = (person.start + found.start(), person.end)
            help_ = "Take it out; who edited stands in editor, who translated in translator."
            yield Fault(f"{found[0].strip(' ,')} is no part of the name.", name, span, help=help_)


RULE = Rule("CK088", "warning", on=NAMES, value=_check)
