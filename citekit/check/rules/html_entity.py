"""A character as HTML writes it: ``&amp;``, ``&#233;``, ``&eacute;``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from citekit.check.entry import Entry
from citekit.check.rule import EVERY, Fault, Rule, Setting
from citekit.check.signs import escaped

_ENTITY = re.compile(r"\\?&(?:\\?#(?:\d{2,7}|[xX][\dA-Fa-f]{2,6})|[A-Za-z][A-Za-z\d]{1,30});")


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for found in _ENTITY.finditer(value):
        plain = unescape(found[0].replace("\\", ""))
        if (len(plain) == 1 and plain.isprintable()) or plain == "\xa0":
            fix = escaped(plain) if entry.is_latex else plain
            keep = plain in "<>" and not entry.is_latex
            message = f"{found[0]} is how HTML writes “{plain}”."
            yield Fault(message, name, found.span(), None if keep else fix, f"Write {fix}.")


RULE = Rule("CK123", "warning", on=EVERY, marks="&", value=_check, sign="&[\\\\#A-Za-z]", fix="safe")
