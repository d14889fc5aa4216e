"""Where a finding points: a stretch of the source or of a note, with its line and a quotation of it."""

from __future__ import annotations

from typing import TypedDict

from citekit.model import Note, Span
from citekit.read.join import between
from citekit.read.lines import Lines

_AROUND = 30


class Place(TypedDict):
    """What a finding says about where it is."""

    note: str | None
    span: Span
    text: str
    line: int | None


def in_source(lines: Lines, start: int, stop: int) -> Place:
    """A stretch of the source."""
    stop = max(start, min(stop, len(lines.text)))
    row = max(lines.at(start), 0)
    return Place(note=None, span=(start, stop), text=lines.text[start:stop].strip(), line=lines.number(row))


def around(lines: Lines, offset: int) -> Place:
    """The words around an offset, in its line."""
    row = lines.at(offset)
    start, stop = max(lines.starts[row], offset - _AROUND), min(lines.starts[row + 1], offset + _AROUND)
    return in_source(lines, start, stop)


def ending_at(lines: Lines, offset: int) -> Place:
    """The last words before an offset."""
    start = max(lines.starts[max(lines.at(offset - 1), 0)], offset - 2 * _AROUND)
    return in_source(lines, start, offset)


def before(lines: Lines, span: Span) -> Place:
    """A marker, quoted with the words before it."""
    start = max(lines.starts[lines.at(span[0])], span[0] - _AROUND)
    line = lines.number(lines.at(span[0]))
    return Place(note=None, span=span, text=lines.text[start : span[1]].strip(), line=line)


def in_note(lines: Lines, note: Note, offset: int) -> Place:
    """The words around an offset in a note's text."""
    start, stop = max(0, offset - _AROUND), min(len(note.text), offset + _AROUND)
    line = lines.number(lines.at(source_offset(lines.text, note, offset)))
    return Place(note=note.id, span=(start, stop), text=note.text[start:stop], line=line)


def source_offset(text: str, note: Note, offset: int) -> int:
    """The offset in the source that an offset in a note's text stands for."""
    reached = 0
    for at, (start, stop) in enumerate(note.spans):
        reached += len(between(text, note.spans[at - 1], (start, stop))) if at else 0
        if offset < reached + stop - start:
            return max(start, start + offset - reached)
        reached += stop - start
    return note.spans[-1][1] - 1 if note.spans else 0
