"""A list of notes or references, one a line."""

from __future__ import annotations

from citekit.model import Document, Note, Region
from citekit.read.lines import Lines


def read_lines(text: str, source: str) -> Document:
    """Each line that is not blank as one note, numbered from 1 in order: kind ``line``, its text the line itself."""
    lines = Lines(text)
    notes: list[Note] = []
    regions: list[Region] = []
    for row in range(len(lines)):
        start, stop = lines.starts[row], lines.starts[row + 1]
        if lines.is_blank(row):
            regions.append(Region("blank", start, stop))
        else:
            notes.append(_note(lines, row, len(notes) + 1))
            regions.append(Region("note", start, stop, notes[-1].id))
    return Document(source, text, notes=tuple(notes), regions=tuple(regions))


def _note(lines: Lines, row: int, number: int) -> Note:
    line = lines.number(row)
    return Note(
        str(number),
        number,
        lines.words(row),
        kind="line",
        spans=((lines.heads[row], lines.tails[row]),),
        lines=(line, line),
        reasons=(f"line {line} is one note by itself",),
    )
