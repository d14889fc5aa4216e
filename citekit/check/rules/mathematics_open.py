"""A dollar sign without a partner: LaTeX takes all that follows for mathematics."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import EVERY, Fault, Rule, Setting

_DOLLAR = re.compile(r"(?<!\\)\$")
_UNPRINTED = frozenset({"abstract", "comment", "review"})


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = list(_DOLLAR.finditer(value)) if name not in _UNPRINTED else []
    if len(found) % 2:
        help_ = "Write \\$ for the sign, or close the formula."
        yield Fault("A $ has no partner.", name, found[-1].span(), "\\$" if len(found) == 1 else None, help_)


RULE = Rule("CK133", "warning", on=EVERY, marks="$", value=_check, sign=r"(?<!\\)\$", fix="offered", latex=True)
