"""Findings that a file asks not to be told of: all of it, or one entry.

``citekit: ignore-file CK012 CK071`` anywhere in the file silences codes in it; ``citekit: ignore CK030`` in a comment
right above an entry of a .bib file, or the field ``citekit-ignore = {CK030}``, does for that entry, and without a code
for all findings. Other formats have the line ``citekit-ignore: CK030`` in their note (``note``, N1), as Zotero's Extra.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citekit.check.sources import Source
from citekit.model import Finding

_MARK = "citekit"
_FILE = re.compile(r"citekit:[ \t]*ignore-file[ \t]+([A-Z]{2}\d{0,3}(?:[ \t,]+[A-Z]{2}\d{0,3})*)")
_ABOVE = re.compile(r"citekit:[ \t]*ignore\b(?!-)[ \t]*([A-Z]{2}\d{0,3}(?:[ \t,]+[A-Z]{2}\d{0,3})*)?")
_INSIDE = re.compile(r"citekit-ignore\s*[=:]\s*[{\"]?\s*([A-Z]{2}\d{0,3}(?:[ \t,]+[A-Z]{2}\d{0,3})*|)", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]{2}\d{0,3}")


def heard(findings: Iterable[Finding], source: Source) -> Iterator[Finding]:
    """The findings that a file does not silence."""
    if _MARK not in source.text:
        yield from findings
        return
    everywhere = tuple(code for found in _FILE.finditer(source.text) for code in _WORD.findall(found[1]))
    for finding in findings:
        if not finding.code.startswith(everywhere):
            start, end = source.around(finding.span[0]) if finding.span and finding.note is None else (0, 0)
            if not finding.code.startswith(_silenced(source.text, start, end)):
                yield finding


def _silenced(text: str, start: int, end: int) -> tuple[str, ...]:
    """The beginnings of codes that an entry silences; the empty one stands for all."""
    if not end:
        return ()
    marks = [*_ABOVE.finditer(_above(text, start)), *_INSIDE.finditer(text, start, end)]
    return tuple(code for found in marks for code in (_WORD.findall(found[1] or "") or [""]))


def _above(text: str, start: int) -> str:
    """The lines right above an entry, up to an empty one or to the end of the entry before."""
    lines: list[str] = []
    for line in reversed(text[max(start - _FAR, 0) : start].splitlines()):
        plain = line.strip().casefold()
        if not plain or plain[0] == "}" or (plain[0] == "@" and not plain.startswith("@comment")):
            break
        lines.append(line)
    return "\n".join(lines)


_FAR = 2000
"""Characters above an entry that are looked at."""
