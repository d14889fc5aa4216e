"""CSL-JSON becomes a Library: citekit's own without loss, anybody's with its faults mended and said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from citekit.model import Document, Finding, Library, Region, Work
from citekit.style.mend import Repair, mend
from citekit.write.csl_json import read_item
from citekit.write.json_pieces import json_pieces
from citekit.write.pieces import Piece

_HELP = {
    "RD141": "Mend the record in the file; its text is kept here.",
    "RD142": "Give one of them another id.",
    "RD143": "Look whether it says what was meant.",
    "RD144": "Keep the one that is right and take the other out.",
}


def load_csl_json(text: str, source: str) -> Library:
    """The works of a CSL-JSON text, in its order; ``source`` is the name of the file, for findings.

    Nothing in the text raises: what cannot be read is a finding with its text, what was mended is one too.
    """
    return library_of(json_pieces(text), text, source)


def library_of(pieces: Sequence[Piece], text: str, source: str) -> Library:
    """The library of CSL items that a text was cut into."""
    read = [piece for piece in pieces if not piece.broken]
    items, repairs = mend([piece.value for piece in read])
    by_index: dict[int, list[Repair]] = defaultdict(list)
    for repair in repairs:
        by_index[repair.index].append(repair)
    works: list[Work] = []
    findings = [(piece.start, _broken(piece, text)) for piece in pieces if piece.broken]
    for index, (piece, item) in enumerate(zip(read, items, strict=True)):
        said = by_index[index]
        findings += [(piece.start, found) for found in _findings(piece, said, text)]
        if isinstance(piece.value, dict):
            faulty = {repair.field for repair in said} - _kept_types(piece.value)
            works.append(read_item(piece.value, mended=item, faulty=faulty))
    return _library(works, findings, text, source)


def _kept_types(record: dict[str, object]) -> set[str]:
    """``{"type"}`` where the item has a type, for one that CSL does not know stays."""
    kind = record.get("type")
    return {"type"} if kind and isinstance(kind, str) else set()


def _library(works: Sequence[Work], found: list[tuple[int, Finding]], text: str, source: str) -> Library:
    found.sort(key=lambda pair: pair[0])
    findings = tuple(_on_lines(found, text))
    regions = (Region("body", 0, len(text)),) if text else ()
    document = Document(source=source, text=text, regions=regions, findings=findings)
    return Library(document=document, works=tuple(works), findings=findings)


def _on_lines(found: list[tuple[int, Finding]], text: str) -> Iterator[Finding]:
    """The findings with the lines they stand on, 1-based; the text is counted once."""
    line = 1
    for (before, _), (at, finding) in pairwise([(0, Finding("", "")), *found]):
        line += text.count("\n", before, at)
        yield replace(finding, line=line)


def _broken(piece: Piece, text: str) -> Finding:
    message = "This record cannot be read: a quote, comma or bracket is missing."
    return Finding("RD141", message, "error", text=text[piece.start : piece.end], help=_HELP["RD141"])


def _findings(piece: Piece, repairs: Sequence[Repair], text: str) -> Iterator[Finding]:
    raw = text[piece.start : piece.end]
    if piece.twice:
        names = ", ".join(piece.twice)
        message = f"The item has a field twice: {names}; the first is taken."
        yield Finding("RD144", message, text=raw, help=_HELP["RD144"])
    for repair in repairs:
        code = "RD143" if repair.level == "warning" else "RD142" if repair.field == "id" else "RD141"
        where = f"{repair.id}: " if repair.field else ""
        quoted = repair.was or raw
        yield Finding(code, f"{where}{repair.message}", repair.level, text=quoted, help=_HELP[code])
