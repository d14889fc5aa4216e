"""Very long notes cut into windows, and what was read in a window put back into its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from citekit.model import Citation, Field, Finding, Note, Piece, Span

_WINDOW = 8000  # characters; the longest notes of law reviews stay below
_STATEMENT_END = re.compile(r"[.;。；]\s+")


def windows(note: Note) -> Iterator[tuple[int, Note]]:
    """The note's windows with their offsets: nearly always the note itself, whole.

    A longer one is cut behind the last full stop or semicolon of each window, else at a blank, else anywhere. What a
    reference manager set is a window of its own, for it holds citations and nothing of those around it.
    """
    text, start = note.text, 0
    if len(text) <= _WINDOW and not note.stored:
        yield 0, note
        return
    for stop in (*sorted({edge for one in note.stored for edge in one.span} - {0, len(text)}), len(text)):
        while start < stop:
            end = _cut(text, start, stop)
            yield start, _window(note, start, end)
            start = end


def _window(note: Note, start: int, end: int) -> Note:
    gaps = tuple(gap - start for gap in note.gaps if start <= gap <= end)
    runs = (
        replace(run, start=max(run.start, start) - start, end=min(run.end, end) - start)
        for run in note.runs
        if run.start < end and run.end > start
    )
    kind = note.kind if start == 0 else "part"
    return replace(note, text=note.text[start:end], gaps=gaps, kind=kind, runs=tuple(runs), stored=())


def _cut(text: str, start: int, stop: int) -> int:
    limit = start + _WINDOW
    if limit >= stop:
        return stop
    ends = [match.end() for match in _STATEMENT_END.finditer(text, start + _WINDOW // 2, limit)]
    blank = text.rfind(" ", start + _WINDOW // 2, limit)
    return ends[-1] if ends else blank + 1 or limit


def shift_piece(piece: Piece, offset: int) -> Piece:
    """The piece at its place in the whole note."""
    return replace(piece, start=piece.start + offset, end=piece.end + offset) if offset else piece


def shift_citation(citation: Citation, offset: int) -> Citation:
    """The citation and its evidence at their places in the whole note."""
    if not offset:
        return citation
    fields = {name: _shift_field(field, offset) for name, field in citation.fields.items()}
    return replace(citation, span=_shift(citation.span, offset), fields=fields)


def shift_finding(finding: Finding, offset: int) -> Finding:
    """The finding pointing at its place in the whole note."""
    return replace(finding, span=_shift(finding.span, offset)) if offset and finding.span else finding


def _shift_field(field: Field, offset: int) -> Field:
    span = field.evidence.span
    return replace(field, evidence=replace(field.evidence, span=_shift(span, offset) if span else None))


def _shift(span: Span, offset: int) -> Span:
    return span[0] + offset, span[1] + offset
