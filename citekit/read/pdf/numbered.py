"""Rows become notes: the numbering of a paper, and which of its rows belong to notes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from citekit.read.acceptance import accept
from citekit.read.candidates import Candidate
from citekit.read.numbering import Numbering, decode
from citekit.read.pdf import labels, markers
from citekit.read.pdf.authors import stars, without_authors
from citekit.read.pdf.bands import pitch
from citekit.read.pdf.carried import carried
from citekit.read.pdf.rows import BODY, Rows
from citekit.read.pdf.sizes import SMALLER
from citekit.read.pdf.streams import are_parallel, merged, of_stream, streams

_GAP = 1.25


@dataclass(frozen=True, slots=True)
class Numbered:
    """The rows of a paper, those of notes known; its numbering; markers of no note; rows that open authors' notes."""

    rows: Rows
    numbering: Numbering
    strays: tuple[Candidate, ...]
    authors: tuple[int, ...] = ()

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
    rows = _with_zones(rows, [*known.opening, *authors])
    starred = {*authors, *stars(rows, set(rows.notes))}.difference(known.opening)
    return replace(known, rows=rows, authors=tuple(sorted(starred)))


def _turns(rows: Rows) -> list[int]:
    """The offsets at which pages begin, the first one aside."""
    return [rows.layout.lines.starts[row] for row in rows.layout.lines.feeds if row < len(rows.rows)]


def _with_zones(rows: Rows, opening: list[int]) -> Rows:
    """The rows, those below a label to the end of its block being notes, and no small print but what goes on."""
    notes = set(rows.notes)
    for at in opening:
        if rows.rows[at].kind == BODY:
            notes.update(_to_end_of_block(rows, at), _above(rows, at))
    opens = {*opening, *stars(rows, notes)}
    kept = (carried(rows, opens, stream) for stream in streams(rows, sorted(notes)))
    return rows.with_notes(set().union(*kept))


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
