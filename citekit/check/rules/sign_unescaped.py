r"""A sign that LaTeX reads as a command: ``&``, ``%``, ``#``, ``_`` without a backslash."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import EVERY, Fault, Rule, Setting

_SIGN = re.compile(r"(?<!\\)[&%#_]")
_COMMANDS = re.compile(r"\\(?:url|href|path|nolinkurl|verb|doi|cite\w*|ref|label)\b|https?://|www\.|<\w")
_ENTITY = re.compile(r"\\?&(?:\\?#?\w+);")
_UNPRINTED = frozenset(
    {"abstract", "keywords", "comment", "review", "annotation", "note", "addendum", "howpublished", "langid"}
)
"""Fields that are not printed, or whose values may be code or addresses."""


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    if name in _UNPRINTED or "$" in value or "-" in name or _COMMANDS.search(value):
        return
    for found in _SIGN.finditer(_ENTITY.sub(lambda entity: " " * len(entity[0]), value)):
        fix = f"\\{found[0]}"
        yield Fault(f"LaTeX reads {found[0]} as a command.", name, found.span(), fix, f"Write {fix}.")


RULE = Rule("CK130", "warning", on=EVERY, marks="&%#_", value=_check, sign=r"(?<!\\)[&%#_]", fix="safe", latex=True)
