"""A title that is none: what a program puts where it has found nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_NONE = re.compile(
    r"(?:no title(?: (?:found|available|given))?|title|the title|n/a|none|null|nan|tbd|xxx+|\?+|-+|"
    r"untitled(?: document)?|document ?\d*|new document|microsoft word - .*|microsoft powerpoint - .*|pii: .*|"
    r"\S+\.(?:pdf|docx?|html?|tex|pptx?)|redirecting|just a moment\.*|access denied|page not found|404 not found|"
    r"are you a robot\??|(?:please )?wait\.*|sign in|log in|cookies? (?:required|absent)|error(?: \d{3})?|"
    r"home(?: ?page)?)",
    re.IGNORECASE,
)

_LONGEST = 40
_PROGRAMS = ("microsoft", "pii")


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    plain = value.strip(" {}\n")
    if (len(plain) < _LONGEST or plain.casefold().startswith(_PROGRAMS)) and _NONE.fullmatch(plain):
        yield Fault(f"{plain} is no title.", name, help="Look the title up.")


RULE = Rule("CK106", "warning", on=("title",), value=_check)
