"""CSL-JSON becomes a Library: citekit's own without loss, anybody's with its faults mended and said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from citekit.model import Finding, Library, Work
from citekit.style.mend import Repair, mend
from citekit.write.csl_json import read_item
from citekit.write.json_pieces import json_pieces
from citekit.write.pieces import Piece
from citekit.write.pieces_said import HELP, broken, library_with, twice


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
    findings = [(piece.start, broken(piece, text)) for piece in pieces if piece.broken]
    for index, (piece, item) in enumerate(zip(read, items, strict=True)):
        said = by_index[index]
        findings += [(piece.start, found) for found in _findings(piece, said, text)]
        if isinstance(piece.value, dict):
            faulty = {repair.field for repair in said} - _kept_types(piece.value)
            works.append(read_item(piece.value, mended=item, faulty=faulty))
    return library_with(works, findings, text, source)


def _kept_types(record: dict[str, object]) -> set[str]:
    """``{"type"}`` where the item has a type, for one that CSL does not know stays."""
    kind = record.get("type")
    return {"type"} if kind and isinstance(kind, str) else set()


def _findings(piece: Piece, repairs: Sequence[Repair], text: str) -> Iterator[Finding]:
    raw = text[piece.start : piece.end]
    if piece.twice:
        yield twice(piece, text)
    for repair in repairs:
        code = "RD143" if repair.level == "warning" else "RD142" if repair.field == "id" else "RD141"
        where = f"{repair.id}: " if repair.field else ""
        quoted = repair.was or raw
        yield Finding(code, f"{where}{repair.message}", repair.level, text=quoted, help=HELP[code])
