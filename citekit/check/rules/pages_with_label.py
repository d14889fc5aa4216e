"""Pages with ``pp.`` or ``S.`` before them, which styles put there themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_LABEL = re.compile(
    r"\s*(?:pp?(?:\.[\s~]*|[\s~]+)(?=\d)|pages?[\s~]+|pgs?\.[\s~]*|S\.[\s~]*|Seiten?[\s~]+|págs?\.[\s~]*)"
    r"(?=[ivxlcIVXLC]*\d|[ivxlcIVXLC]+\b)"
)


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _LABEL.match(value)
    if found:
        message = f"Styles put {found[0].strip()} before the pages themselves."
        yield Fault(message, name, found.span(), "", "Take it out.")


RULE = Rule("CK072", "warning", on=("pages",), value=_check, fix="safe")
