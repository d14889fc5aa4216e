r"""An address in ``\url{}`` or angle brackets, which the field makes needless and styles print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_WRAPPED = re.compile(r"\s*(?:\\url\s*\{\s*([^{}\s]+)\s*\}|<\s*([^<>\s]+)\s*>)\s*")


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _WRAPPED.fullmatch(value)
    if found:
        plain = found[1] or found[2]
        yield Fault(
            "The address is wrapped, which the field url makes needless.", name, fix=plain, help="Give it bare."
        )


RULE = Rule("CK047", "info", on=("url",), value=_check, fix="safe")
