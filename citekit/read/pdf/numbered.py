"""Rows become notes: the numbering of a paper, and which of its rows belong to notes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from citekit.read.acceptance import accept
from citekit.read.candidates import Candidate
from citekit.read.numbering import Numbering, decode
from citekit.read.orphans import Orphan
from citekit.read.pdf import labels, markers
from citekit.read.pdf.authors import stars, without_authors
from citekit.read.pdf.bands import pitch
from citekit.read.pdf.carried import carried
from citekit.read.pdf.rows import BODY, Rows
from citekit.read.pdf.sizes import SMALLER
from citekit.read.pdf.streams import are_parallel, merged, of_stream, streams

_GAP = 1.25
_ORPHANED = (("numbers are lost between the note before it and the next one", 1.0),)


@dataclass(frozen=True, slots=True)
class Numbered:
    """The rows of a paper, those of notes known; its numbering; markers of no note.

    ``authors`` are the rows that open their notes, ``orphans`` rows of notes whose number is lost.
    """

    rows: Rows
    numbering: Numbering
    strays: tuple[Candidate, ...]
    authors: tuple[int, ...] = ()
    orphans: tuple[Orphan, ...] = ()

    @property
    def opening(self) -> list[int]:
        """The rows that open a numbered note, in order."""
        return [self.rows.layout.lines.at(start) for start in self.numbering.labels.starts]


def number(rows: Rows) -> Numbered:
    """The numbering of a paper, and its rows with all those marked that belong to notes."""
    found = labels.candidates(rows)
    zoned = {one.number for one in found if not labels.in_body(rows, one)}
    found = [one for one in found if not labels.in_body(rows, one) or one.number not in zoned]
    marked = markers.candidates(rows, [one.start for one in found])
    rows = replace(rows, parallel=are_parallel(rows, found))
    headings = tuple(rows.layout.lines.starts[row] for row in rows.layout.furniture.notes_headings)
    parts = [
        accept(decode(of_stream(rows, found, right), of_stream(rows, marked, right), _turns(rows)), headings)
        for right in ((False, True) if rows.parallel else (None,))
    ]
    numbering = merged([part for part, _ in parts]) if rows.parallel else parts[0][0]
    numbering, authors = without_authors(rows, numbering)
    known = Numbered(rows, numbering, tuple(stray for _, strays in parts for stray in strays))
    numbers = dict(zip(known.opening, (label.number for label in numbering.labels.items), strict=True))
    rows, orphans = _with_zones(rows, dict.fromkeys(authors, 0) | numbers)
    starred = {*authors, *stars(rows, set(rows.notes))}.difference(known.opening)
    return replace(known, rows=rows, authors=tuple(sorted(starred)), orphans=orphans)


def _turns(rows: Rows) -> list[int]:
    """The offsets at which pages begin, the first one aside."""
    return [rows.layout.lines.starts[row] for row in rows.layout.lines.feeds if row < len(rows.rows)]


def _with_zones(rows: Rows, numbers: dict[int, int]) -> tuple[Rows, tuple[Orphan, ...]]:
    """The rows, those below a label to the end of its block being notes, and no small print but what goes on.

    With them, small print above a label whose note has lost its number.
    """
    notes = set(rows.notes)
    for at in numbers:
        if rows.rows[at].kind == BODY:
            notes.update(_to_end_of_block(rows, at), _above(rows, at))
    opens = dict.fromkeys(stars(rows, notes), 0) | numbers
    found = [carried(rows, opens, stream) for stream in streams(rows, sorted(notes))]
    orphans = (Orphan(*run, parts=_ORPHANED) for one in found for run in one.orphans)
    return rows.with_notes({at for one in found for at in one.rows}), tuple(orphans)


def _above(rows: Rows, at: int) -> range:
    """The rows above the first number of notes as large as the body, up to the gap that parts them from it."""
    start = at
    while start > 0 and rows.rows[start - 1].block == rows.rows[at].block and rows.rows[start - 1].line:
        start -= 1
    block = [line for row in rows.rows[start : at + 1] if (line := row.line)]
    widest = _GAP * pitch(block)
    for index in range(len(block) - 2, 0, -1):
        if block[index].size > block[-1].size + SMALLER or any(first for first, _ in block[index].raised):
            break
        if block[index - 1].base - block[index].base > widest:
            return range(start + index, at)
    return range(at, at)


def _to_end_of_block(rows: Rows, at: int) -> range:
    stop = at
    while stop < len(rows.rows) and rows.rows[stop].block == rows.rows[at].block and rows.rows[stop].line:
        stop += 1
    return range(at, stop)
