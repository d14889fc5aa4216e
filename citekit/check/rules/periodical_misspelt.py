"""A periodical or press a slip away from one on the list of authorities: ``Remin Ribao`` for ``Renmin Ribao``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.check.values import is_prose
from citekit.language import is_romanised, script, tell

_BRACKET = re.compile(r"\s*\[[^\[\]]*\]\s*$")


def _check(value: str, entry: Entry, name: str, setting: Setting) -> Iterator[Fault]:
    plain = _BRACKET.sub("", entry.text(name))
    if setting.periodicals is None or not is_prose(plain) or not (is_romanised(tell(plain)) or script(plain)):
        return
    found = setting.periodicals(plain)
    if found and all(slips for _, slips in found):
        meant = found[0][0]
        fix = meant if len(found) == 1 and value.startswith(plain) else None
        message = f"{plain} is on no list of periodicals; {meant} is."
        yield Fault(message, name, (0, len(plain)) if fix else None, fix, f"Is it {meant}?")


RULE = Rule("CK153", "warning", on=("journaltitle", "howpublished"), value=_check, fix="offered")
