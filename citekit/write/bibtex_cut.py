"""A BibTeX text cut into its entries, macros and broken pieces, each with the place where it stands.

An entry that opens a line and is whole is cut here; any other stretch goes through the splitter of bibtexparser, which
recovers from open braces, missing commas and the like. Both agree on where a block may begin: at an ``@`` that opens a
line every reader of bibtexparser's kind starts afresh, so that a broken entry never takes the next one with it.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from bibtexparser.model import Block, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock, String
from bibtexparser.splitter import Splitter

from citekit.model import Span

_PLAIN = r"(?:[^{}\\]++|\\(?![{}])"  # a brace behind a backslash counts for some readers: that is for the splitter
_NESTED = _PLAIN + r"|\{" + _PLAIN + r"|\{" + _PLAIN + r"|\{" + _PLAIN + r")*+\})*+\})*+\})*+"
QUOTED = r'(?:[^"{}\\]++|\\[^{}\\]|\{(?:[^"{}\\]++|\\[^{}\\]|\{(?:[^"{}\\]++|\\[^{}\\])*+\})*+\})*+'
BRACED = r"\{" + _NESTED + r"\}"
"""A value in braces, up to four deep, without a backslash before one of them."""

_VALUE = rf'(?:{BRACED}|"{QUOTED}"|[^\s{{}}",=#@\\()]++)'
FIELD = re.compile(rf"\s*+([A-Za-z][\w:.+*-]*+)\s*+=\s*+({_VALUE}(?:\s*+#\s*+{_VALUE})*+)\s*+(?:,|(?=\}}))")
"""A field of an entry with the comma behind it: its name and its value, as they stand."""

HEAD = re.compile(r'[ \t]*+@(\w+)[ \t]*+\{\s*+([^\s{}",=\\@]*+)\s*+(?:,|(?=\}))')
"""The beginning of an entry: its type and key."""

_FOOT = re.compile(r"\s*+\}")
_BLOCK = re.compile(r"(?m)^[ \t]*+@\w*+[ \t]*+(?=[{(])")
_NO_ENTRIES = {"comment", "preamble", "string"}


class Cut(NamedTuple):
    """A piece of a text: ``kind`` is ``entry``, ``macro`` or ``broken``; ``span`` counts in the text, half-open.

    ``name`` is the entry type in lower case; ``fields`` are names and values as they stand; a macro has one, its own.
    """

    kind: str
    name: str
    key: str
    fields: tuple[tuple[str, str], ...]
    span: Span


def cut(text: str) -> Iterator[Cut]:
    """The entries, macros and broken pieces of a text, in order; free text, comments and preambles are left out."""
    plain = _with_line_ends(text)
    starts = [found.start() for found in _BLOCK.finditer(plain)]
    yield from _split(plain, 0, starts[0] if starts else len(plain))
    for start, end in pairwise([*starts, len(plain)]):
        whole = _entry(plain, start, end)
        if whole:
            yield whole
        else:
            yield from _split(plain, start, end)


def _with_line_ends(text: str) -> str:
    """The text in as many characters, without a byte order mark, lines ended so that they are seen to end."""
    plain = " " + text[1:] if text.startswith("\ufeff") else text
    return plain if "\n" in plain else plain.replace("\r", "\n")


def _entry(text: str, start: int, end: int) -> Cut | None:
    """The entry that begins here, when it is whole and nothing but free text follows it."""
    head = HEAD.match(text, start, end)
    if not head or head[1].casefold() in _NO_ENTRIES:
        return None
    fields, at = [], head.end()
    while found := FIELD.match(text, at, end):
        fields.append((found[1], found[2]))
        at = found.end()
    foot = _FOOT.match(text, at, end)
    if not foot or text.find("@", foot.end(), end) >= 0:
        return None
    return Cut("entry", head[1].lower(), head[2], tuple(fields), (text.index("@", start), foot.end()))


def _split(text: str, start: int, end: int) -> Iterator[Cut]:
    """The pieces of a stretch by bibtexparser, which says on which line each begins and what its text is."""
    if text.find("@", start, end) < 0:
        return
    part = text[start:end]
    lines = [0, *(found.end() for found in re.finditer("\n", part))]
    at = 0
    for block in _blocks(part):
        raw = block.raw or ""
        at = max(at, lines[min(block.start_line or 0, len(lines) - 1)])
        found = part.find(raw, at)
        at = found if found >= 0 else at
        piece = _piece(block, (start + at, start + min(at + len(raw), len(part))))
        at = min(at + len(raw), len(part))
        if piece:
            yield piece


def _blocks(part: str) -> list[Block]:
    logger = logging.getLogger(Splitter.__module__)
    loud, logger.disabled = logger.disabled, True  # what it warns of becomes a finding
    try:
        return Splitter(part).split().blocks
    finally:
        logger.disabled = loud


def _piece(block: Block, span: Span) -> Cut | None:
    if isinstance(block, DuplicateFieldKeyBlock) or (
        isinstance(block, ParsingFailedBlock) and block.ignore_error_block
    ):
        inner = block.ignore_error_block
        return _piece(inner, span) if inner else None
    if isinstance(block, Entry):
        fields = tuple((field.key, field.value) for field in block.fields)
        return Cut("entry", block.entry_type.lower(), block.key, fields, span)
    if isinstance(block, String):
        return Cut("macro", "", block.key, ((block.key, block.value),), span)
    return Cut("broken", "", "", (), span) if isinstance(block, ParsingFailedBlock) else None


class Lines:
    """The lines of a text, for places in it."""

    def __init__(self, text: str) -> None:
        """Look where the lines of the text end."""
        self._ends = [found.start() for found in re.finditer("\n", _with_line_ends(text))]

    def number(self, at: int) -> int:
        """The 1-based number of the line that a place is in."""
        return bisect_right(self._ends, at - 1) + 1
