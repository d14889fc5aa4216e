"""BibTeX becomes a Library: citekit's own without loss, anybody's as far as it can be read.

The text is cut into entries that keep what cannot be cut; macros and ``#`` are resolved here, and what an entry has
from others by ``crossref`` or ``xdata``. An entry that cannot be read is a finding with its raw text, as are entries
and fields that stand twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from citekit.model import Document, Finding, Library, Region, Severity, Work
from citekit.write.bibtex_cut import BRACED, Cut, Lines, cut
from citekit.write.bibtex_fields import MONTHS
from citekit.write.bibtex_inherit import Fields, whole
from citekit.write.bibtex_load import work_from

BROKEN = "This entry cannot be read: a brace, quote or comma is missing."
BROKEN_HELP = "Mend the entry in the file; its text is kept here."

_PIECE = re.compile(r"\s*(?:(?P<open>[{\"])|(?P<word>[^\s#{}\"]+))\s*")
_BRACED = re.compile(BRACED)


class Loaded(NamedTuple):
    """A work, the piece of the text that tells of it, and the fields that it has, those of its parents included."""

    work: Work
    cut: Cut
    fields: Fields


def load_bibtex(text: str, source: str) -> Library:
    """The works of a BibTeX text, in its order; ``source`` is the name of the file, for findings.

    Nothing in the text raises: broken entries are findings.
    """
    entries, findings = _read(text)
    works = tuple(loaded.work for loaded in _works(entries))
    regions = (Region("body", 0, len(text)),) if text else ()
    document = Document(source=source, text=text, regions=regions, findings=findings)
    return Library(document=document, works=works, findings=findings)


def works_in(text: str) -> Iterator[Loaded]:
    """The works of a BibTeX text, each with its place in the text."""
    return _works(_read(text)[0])


@dataclass
class _Entries:
    """The entries of a text with their own fields, and where to find one by its key."""

    cuts: list[Cut] = field(default_factory=list)
    fields: list[Fields] = field(default_factory=list)
    parents: dict[str, int] = field(default_factory=dict)

    def find(self, key: str) -> tuple[str, Fields] | None:
        """The type and the fields of the entry with a key or another name."""
        at = self.parents.get(key)
        return None if at is None else (self.cuts[at].name, self.fields[at])


def _read(text: str) -> tuple[_Entries, tuple[Finding, ...]]:
    entries, found = _Entries(), []
    macros = {month: month for month in MONTHS}
    seen: set[tuple[str, str]] = set()
    for piece in cut(text):
        if piece.kind == "broken":
            found.append((piece, "RD101", BROKEN))
            continue
        if (piece.kind, piece.key) in seen:
            found.append((piece, "RD103", f"The key {piece.key} names more than one entry or macro."))
        seen.add((piece.kind, piece.key))
        if piece.kind == "macro":
            macros[piece.key.casefold()] = value_of(piece.fields[0][1], macros)
            continue
        if piece.name == "set":
            found.append((piece, "RD104", f"The entry {piece.key} is a set of others and no work."))
        fields, twice = _fields(piece, macros)
        if twice:
            found.append((piece, "RD102", f"The entry has a field twice: {', '.join(twice)}; the first is taken."))
        for key in (piece.key, *map(str.strip, fields["ids"].split(",") if "ids" in fields else ())):
            entries.parents.setdefault(key, len(entries.cuts))
        entries.cuts.append(piece._replace(fields=()))
        entries.fields.append(fields)
    lines = Lines(text) if found else None
    return entries, tuple(_finding(text, lines, *row) for row in found) if lines else ()


def _fields(piece: Cut, macros: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """The values of an entry by field, and the fields that it has twice: a second value stands under ``title-2``."""
    fields: dict[str, str] = {}
    twice: list[str] = []
    for name, value in piece.fields:
        lower, told = name.casefold(), value_of(value, macros)
        if lower not in fields:
            fields[lower] = told
            continue
        twice.append(lower)
        number = 2
        while fields.get(f"{lower}-{number}", told) != told:
            number += 1
        if told != fields[lower]:
            fields[f"{lower}-{number}"] = told
    return fields, sorted(set(twice))


NO_WORKS = {"set", "xdata"}
"""Types of entries that are no works: a row of keys, and fields that others have."""


def _works(entries: _Entries) -> Iterator[Loaded]:
    for piece, own in zip(entries.cuts, entries.fields, strict=True):
        if piece.name not in NO_WORKS:
            fields = whole(piece.name, own, entries.find, frozenset({piece.key}))
            yield Loaded(work_from(piece.name, piece.key, fields), piece, fields)


_HELP = {
    "RD101": BROKEN_HELP,
    "RD102": "Keep the field that is right and take the other out.",
    "RD103": "Give one of them another key.",
    "RD104": "Nothing, or name the set again where the works are written to.",
}


_SEVERITIES: dict[str, Severity] = {"RD101": "error", "RD104": "info"}


def _finding(text: str, lines: Lines, piece: Cut, code: str, message: str) -> Finding:
    start, end = piece.span
    severity = _SEVERITIES.get(code, "warning")
    raw = text[start:end].strip().replace("\r\n", "\n")
    return Finding(code, message, severity, text=raw, line=lines.number(start), help=_HELP[code])


def value_of(value: str, macros: dict[str, str]) -> str:
    """The text of a value: ``{a} # jan # "b"`` with its macros put in; an unknown macro stays as its name."""
    if value.startswith("{") and _BRACED.fullmatch(value):
        return value[1:-1]
    return "".join(_pieces(value, macros))


def _pieces(value: str, macros: dict[str, str]) -> Iterator[str]:
    at = 0
    while at < len(value):
        found = _PIECE.match(value, at)
        if not found:
            at += 1  # a sign that joins, or that belongs nowhere
            continue
        if found["word"]:
            yield macros.get(found["word"].casefold(), found["word"])
            at = found.end()
            continue
        start = found.end("open")
        at = _end(value, start, "}" if found["open"] == "{" else '"')
        yield value[start:at]
        at += 1


def _end(value: str, start: int, closing: str) -> int:
    """Where the piece that began before ``start`` ends."""
    depth = 0
    for at in range(start, len(value)):
        char = value[at]
        if depth == 0 and char == closing:
            return at
        depth += (char == "{") - (char == "}")
    return len(value)
