"""UTF-8 that was read as Latin-1, Windows-1252 or Mac Roman: ``Ã©`` or ``√©`` for ``é``, ``â€™`` for ``’``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import EVERY, Fault, Rule, Setting

_HIGH = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    "\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
"""What Windows-1252 makes of the bytes from 80 to BF."""

_RUN = f"(?:[\u00c2-\u00df][{_HIGH}]|[\u00e0-\u00ef][{_HIGH}]{{2}}|[\u00f0-\u00f4][{_HIGH}]{{3}})+"
_MAC = "(?:(?<=[A-Za-z])\u221a[^\x00-\x7f]|\u221a[^\x00-\x7f](?=[A-Za-z])|\u201a\u00c4[^\x00-\x7f])+"
_RUNS = re.compile(f"(?P<mac>{_MAC})|{_RUN}")
_FEW = 3
"""Letters of another script that are needed, for a quotation mark behind an umlaut may look like one: ``Spaß“``."""


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for found in _RUNS.finditer(value):
        meant = mended(found[0], "mac_roman" if found["mac"] else "cp1252")
        if meant:
            message = f"“{found[0]}” is “{meant}” in a wrong encoding."
            yield Fault(message, name, found.span(), meant, f"Write {meant}; other places of the file may have it too.")


def mended(text: str, encoding: str) -> str:
    """The characters that a run of wrongly read ones stands for; the empty string where it stands for none."""
    try:
        meant = bytes(_byte(char, encoding) for char in text).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return ""
    latin = all(char < "\u0180" or "\u2000" <= char < "\u2300" for char in meant)
    whole = all(char.isprintable() or char == "\xa0" for char in meant)
    return meant if whole and (latin or len(meant) >= _FEW) else ""


def _byte(char: str, encoding: str) -> int:
    return ord(char) if char < "\u0100" and encoding == "cp1252" else char.encode(encoding)[0]


_SIGN = "[\u00c2-\u00f4][^\x00-\x7f]|\u221a[^\x00-\x7f]|\u201a\u00c4"
RULE = Rule("CK120", "warning", on=EVERY, value=_check, sign=_SIGN, fix="safe")
