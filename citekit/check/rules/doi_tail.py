"""A DOI with something behind it that a sentence or a website has put there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.check.values import DOI

_TAIL = re.compile(
    r"(?:[.,;:\"'”’]+|/(?:full|abstract|pdf|epdf|html|meta|summary)|\.pdf|\?(?:utm|journal|code|src|mobile)\S*|#\S*|\s+\S.*)\s*$"
)


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    if "10." not in value:
        return
    tail = _TAIL.search(value)
    start = tail.start() if tail else _unbalanced(value)
    if start and DOI.search(value[:start]):
        message = f"Behind the DOI stands {value[start:].strip()!r}, which is hardly part of it."
        yield Fault(message, name, (start, len(value)), "", "Take it off if the DOI does not resolve with it.")


def _unbalanced(value: str) -> int:
    """Where a bracket closes that nothing has opened, at the end of the value."""
    plain = value.rstrip()
    return len(plain) - 1 if plain.endswith(")") and plain.count(")") > plain.count("(") else 0


RULE = Rule("CK032", "warning", on=("doi",), value=_check, fix="offered")
