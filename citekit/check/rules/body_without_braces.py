"""A body without braces: BibTeX takes its last word for a family name, and every "and" for the next author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.people import Person
from citekit.check.rule import NAMES, Fault, Rule, Setting

_BODY = re.compile(
    r"\b(?:organi[sz]ation|ministry|department|universit(?:y|ät|é|à)|institut[eo]?|committee|commission|association|"
    r"federation|foundation|government|bureau|council|agency|authority|academy|consortium|nations|secretariat|"
    r"administration|ministerium|bundesamt|ministère|gesellschaft|assembly|parliament|laboratory|corporation|"
    r"observatory|collaboration|working group|task force|high commissioner)\b",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"(?<!\w)[A-Z]\.")


def _check(_value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for person in entry.people(name):
        if not _is_body(person):
            continue
        span = (person.start, person.end)
        if entry.is_latex:
            last = person.raw.split()[-1]
            message = f"{person.raw} is a body; without braces it is read as a person called {last}."
            yield Fault(message, name, span, f"{{{person.raw}}}", "Put braces around all of the body’s name.")
        else:
            message = f"{person.raw} is a body and stands as a person."
            yield Fault(message, name, span, help="Mark it as a body: a literal name, one without given names.")


def _is_body(person: Person) -> bool:
    plain = not person.braced and not person.commas and " " in person.raw and "{" not in person.raw
    return plain and bool(_BODY.search(person.raw)) and not _INITIAL.search(person.raw)


RULE = Rule("CK083", "warning", on=NAMES, value=_check, fix="offered")
