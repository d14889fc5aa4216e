"""A serial's number without the hyphen that parts its halves (ISO 3297)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.numbers import is_issn
from citekit.check.rule import Fault, Rule, Setting

_BARE = re.compile(r"(?<![\w-])(\d{4})[ \u2010-\u2015]?(\d{3}[\dXx])(?![\w-])")


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for found in _BARE.finditer(value):
        if is_issn((found[1] + found[2]).upper()):
            fix = f"{found[1]}-{found[2]}"
            yield Fault("An ISSN is written with a hyphen in the middle.", name, found.span(), fix, f"Write {fix}.")


RULE = Rule("CK040", "info", on=("issn",), value=_check, fix="safe")
