"""BibTeX becomes a Library: citekit's own without loss, anybody's as far as it can be read.

bibtexparser cuts the text into blocks and keeps what it cannot cut; macros and ``#`` are resolved here. An entry that
cannot be read is a finding with its raw text, as are entries and fields that stand twice.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

from bibtexparser.model import Block, DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock, String
from bibtexparser.splitter import Splitter

from citekit.model import Document, Finding, Library, Region, Severity, Work
from citekit.write.bibtex_fields import MONTHS
from citekit.write.bibtex_load import work_from

_PIECE = re.compile(r"\s*(?:(?P<open>[{\"])|(?P<word>[^\s#{}\"]+))\s*")


def load_bibtex(text: str, source: str) -> Library:
    """The works of a BibTeX text, in its order; ``source`` is the name of the file, for findings.

    Nothing in the text raises: broken entries are findings.
    """
    blocks = _blocks(text)
    macros = _macros(blocks)
    works: list[Work] = []
    findings: list[Finding] = []
    for block in blocks:
        entry, found = _entry_of(block)
        if entry:
            works.append(_work(entry, macros))
        if found:
            findings.append(found)
    regions = (Region("body", 0, len(text)),) if text else ()
    document = Document(source=source, text=text, regions=regions, findings=tuple(findings))
    return Library(document=document, works=tuple(works), findings=tuple(findings))


def _blocks(text: str) -> list[Block]:
    logger = logging.getLogger(Splitter.__module__)
    loud, logger.disabled = logger.disabled, True  # what it warns of becomes a finding
    try:
        return Splitter(text.removeprefix("\ufeff").replace("\r\n", "\n")).split().blocks
    finally:
        logger.disabled = loud


def _macros(blocks: list[Block]) -> dict[str, str]:
    macros = {month: month for month in MONTHS}
    for block in blocks:
        if isinstance(block, String):
            macros[block.key.casefold()] = value_of(block.value, macros)
    return macros


def _entry_of(block: Block) -> tuple[Entry | None, Finding | None]:
    """The entry of a block, if it has one that can be read, and what is to be said of it."""
    if isinstance(block, Entry):
        return block, None
    if isinstance(block, DuplicateFieldKeyBlock):
        inner = block.ignore_error_block
        twice = ", ".join(sorted(block.duplicate_keys))
        return _if_entry(inner), _finding("RD102", block, f"The entry has a field twice: {twice}; the first is taken.")
    if isinstance(block, DuplicateBlockKeyBlock):
        inner = block.ignore_error_block
        return _if_entry(inner), _finding("RD103", block, f"The key {block.key} names more than one entry or macro.")
    if isinstance(block, ParsingFailedBlock):
        return None, _finding("RD101", block, "This entry cannot be read: a brace, quote or comma is missing.")
    return None, None


def _if_entry(block: Block | None) -> Entry | None:
    return block if isinstance(block, Entry) else None


_HELP = {
    "RD101": "Mend the entry in the file; its text is kept here.",
    "RD102": "Keep the field that is right and take the other out.",
    "RD103": "Give one of them another key.",
}


def _finding(code: str, block: Block, message: str) -> Finding:
    line = (block.start_line or 0) + 1
    severity: Severity = "error" if code == "RD101" else "warning"
    return Finding(code, message, severity, text=(block.raw or "").strip(), line=line, help=_HELP[code])


def _work(entry: Entry, macros: dict[str, str]) -> Work:
    fields: dict[str, str] = {}
    for field in entry.fields:
        fields.setdefault(field.key.casefold(), value_of(field.value, macros))
    return work_from(entry.entry_type.casefold(), entry.key, fields)


def value_of(value: str, macros: dict[str, str]) -> str:
    """The text of a value: ``{a} # jan # "b"`` with its macros put in; an unknown macro stays as its name."""
    if value.startswith("{") and value.endswith("}") and "{" not in value[1:]:
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
