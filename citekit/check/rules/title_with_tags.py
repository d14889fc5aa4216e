"""Tags of HTML in a .bib file, which LaTeX prints as they are; CSL takes those for italics and their like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import EVERY, Fault, Rule, Setting

_TAG = re.compile(
    r"</?(?:i|b|em|strong|su[bp]|span|p|br|sc|u|a|div|italic|bold|jats:\w+|mml:\w+)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_STYLES = {
    "i": "textit",
    "em": "emph",
    "b": "textbf",
    "strong": "textbf",
    "sub": "textsubscript",
    "sup": "textsuperscript",
}


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _TAG.search(value)
    if found:
        word = re.sub(r"\W", "", found[0].split()[0])
        advice = f"Write \\{_STYLES[word]}{{…}}." if word in _STYLES else "Take it out."
        yield Fault(f"{found[0]} is a tag of HTML, which LaTeX prints.", name, found.span(), help=advice)


RULE = Rule("CK113", "warning", on=EVERY, marks="<", value=_check, sign="<", latex=True)
