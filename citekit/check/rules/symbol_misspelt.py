"""A symbol of a document of the United Nations with a misspelt part: ``S/RS/1244`` for ``S/RES/1244``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import EVERY, Fault, Rule, Setting
from citekit.check.symbols import SERIES, meant

_SYMBOL = re.compile(r"(?<![\w/.:-])(?P<organ>[AES])/(?P<series>[A-Za-z]{2,6})(?P<rest>[/. ]?\d[\w/().-]*)")
_SPOKEN = frozenset({"abstract", "keywords", "comment"})


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for found in _SYMBOL.finditer(value) if name not in _SPOKEN and "://" not in value else ():
        series = found["series"]
        mark = found["rest"][0] if found["rest"][0] in "/. " else ""
        known = meant(series.upper())
        if not known or (known == series and mark == SERIES[known]):
            continue
        fix = f"{found['organ']}/{known}{SERIES[known]}{found['rest'].lstrip('/. ')}"
        message = f"The United Nations have no symbol {found[0]}."
        yield Fault(message, name, found.span(), fix, f"Is it {fix}?")


RULE = Rule("CK160", "warning", on=EVERY, marks="/", value=_check, sign=r"\b[AES]/[A-Za-z]{2}", fix="offered")
