"""One note → its reading: pieces that cover its text, and citations with fields and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from citekit.model import Citation, Finding, Note, Piece, Reading
from citekit.parse.citation import make_citation
from citekit.parse.entry import leading_label
from citekit.parse.faults import find_citation_faults, find_faults
from citekit.parse.italics import italic_titles
from citekit.parse.label import Labeller
from citekit.parse.memory import Memory
from citekit.parse.split import split, structure_of
from citekit.parse.structure import analyse
from citekit.parse.windows import shift_citation, shift_finding, shift_piece, windows

_LISTED = frozenset({"line", "reference"})
"""Kinds of notes that may bear a number or bullet of a list, and are one citation each as a rule."""


def parse_note(note: Note, memory: Memory, labeller: Labeller) -> tuple[Reading, tuple[Finding, ...]]:
    """Parse one note; ``labeller`` names the stretches that the field makers then turn into values.

    Gives the note's reading, and findings for what could not be read or is doubtful. A note longer than any that is
    written by hand is parsed in windows, cut between statements, so that its length costs no more than its share.
    """
    pieces: list[Piece] = []
    citations: list[Citation] = []
    findings: list[Finding] = []
    for offset, window in windows(note):
        reading, found = _parse(window, memory, labeller, len(citations))
        pieces += [shift_piece(piece, offset) for piece in reading.pieces]
        citations += [shift_citation(citation, offset) for citation in reading.citations]
        findings += [shift_finding(finding, offset) for finding in found]
    return Reading(note.id, tuple(pieces), tuple(citations)), tuple(findings)


def _parse(note: Note, memory: Memory, labeller: Labeller, before: int) -> tuple[Reading, tuple[Finding, ...]]:
    """Parse a note in one go; ``before`` citations of it are numbered already."""
    structure = analyse(note.text, note.gaps, italic_titles(note.text, note.runs) if note.runs else ())
    listed = note.kind in _LISTED
    start = leading_label(note.text) if listed else 0
    citations: list[Citation] = []
    findings: list[Finding] = []
    pieces = [Piece("label", 0, start)]
    signal, position = "", start
    for found in sorted(split(structure, start, line=listed), key=lambda item: item.start):
        if found.end <= position:
            continue
        segment = replace(found, start=max(found.start, position))
        piece = Piece(segment.kind, segment.start, segment.end)
        if segment.kind == "signal":
            signal = note.text[segment.start : segment.end]
        elif segment.kind == "citation":
            labels = labeller(structure_of(structure, segment), segment)
            made = make_citation(note, segment, labels, memory)
            if made is None:
                piece = replace(piece, kind="commentary")
            else:
                citation = replace(made, key=f"n{note.id}.{before + len(citations) + 1}", signal=signal)
                citations.append(citation)
                findings.extend(find_citation_faults(note, citation, labels))
                piece = Piece("citation", *citation.span, citation.key)
                signal = ""
        pieces.append(piece)
        position = piece.end
    covering = tuple(_covering(note.text, pieces))
    return Reading(note.id, covering, tuple(citations)), (*find_faults(note, structure, covering), *findings)


def _covering(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The given pieces in order, cut where they overlap, with the text between them as pieces of their own."""
    position = 0
    for piece in sorted(pieces, key=lambda item: (item.start, item.end)):
        begin = max(piece.start, position)
        if begin >= piece.end:
            continue
        if begin > position:
            yield _between(text, position, begin)
        yield replace(piece, start=begin)
        position = piece.end
    if position < len(text):
        yield _between(text, position, len(text))


def _between(text: str, start: int, end: int) -> Piece:
    """Text that no segment claims: commentary when it holds words, else punctuation."""
    worded = any(char.isalnum() for char in text[start:end])
    return Piece("commentary" if worded else "punctuation", start, end)
