"""A library of pieces: its works, and what is said of the pieces, each finding on its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from citekit.model import Document, Finding, Library, Region, Work
from citekit.write.pieces import Piece

HELP = {
    "RD141": "Mend the record in the file; its text is kept here.",
    "RD142": "Give one of them another id.",
    "RD143": "Look whether it says what was meant.",
    "RD144": "Keep the one that is right and take the other out.",
}
"""Code → what to do."""


def library_with(works: Sequence[Work], found: list[tuple[int, Finding]], text: str, source: str) -> Library:
    """The library of works and of findings, which come with the place in the text that they speak of."""
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


def broken(piece: Piece, text: str) -> Finding:
    """What is said of a piece that cannot be read."""
    message = "This record cannot be read: a quote, comma or bracket is missing."
    return Finding("RD141", message, "error", text=text[piece.start : piece.end], help=HELP["RD141"])


def twice(piece: Piece, text: str) -> Finding:
    """What is said of a record that has members more than once."""
    message = f"The item has a field twice: {', '.join(piece.twice)}; the first is taken."
    return Finding("RD144", message, text=text[piece.start : piece.end], help=HELP["RD144"])
