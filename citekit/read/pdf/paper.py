"""The sheets of a paper become its Document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.model import Document, Note
from citekit.read.acceptance import accept
from citekit.read.bytes import Decoded
from citekit.read.candidates import Candidate
from citekit.read.drafts import Draft, drafts
from citekit.read.drafts import endnotes as endnotes_of
from citekit.read.layout import Layout
from citekit.read.notes import Setting, mark, note
from citekit.read.numbering import Numbering, decode
from citekit.read.orphans import Orphan
from citekit.read.pdf import labels, markers
from citekit.read.pdf.bands import Bands
from citekit.read.pdf.carried import carried
from citekit.read.pdf.columns import blocks
from citekit.read.pdf.endnotes import endnotes
from citekit.read.pdf.extents import extent, extents, runs_of
from citekit.read.pdf.rows import BODY, NOTE, Rows, compose
from citekit.read.pdf.runs import runs
from citekit.read.pdf.sheets import Page, Sheet
from citekit.read.pdf.sizes import body_size
from citekit.read.pdf.zones import star_end
from citekit.read.regions import regions
from citekit.read.report import Seen, report
from citekit.read.text import read_text

_FEW = 3
_SHARE = 0.5
_MORE = 1.5


def document(sheets: Sequence[Sheet], source: str) -> Document:
    """The notes of a paper's sheets."""
    pages = taken_apart(sheets)
    body = body_size(line for page in pages for block in page.blocks for line in block)
    rows = compose(pages, body)
    rows = rows.with_notes({*rows.notes, *endnotes(rows)})
    numbered, numbering, strays = number(rows)
    found = _document(numbered, numbering, strays, source)
    return _as_text(rows, source, found) if _is_weak(numbering) else found


def _is_weak(numbering: Numbering) -> bool:
    """Whether the pages show hardly any labels, or far fewer than there are markers."""
    labels, markers = len(numbering.labels), len(numbering.markers)
    return labels < _FEW or labels < _SHARE * markers


def _as_text(rows: Rows, source: str, found: Document) -> Document:
    """What the text alone shows, where that is more: notes may be told from the body by nothing but their words."""
    read = read_text(rows.layout.lines.text, source)
    if _count(read) <= _MORE * _count(found):
        return found
    return replace(read, notes=tuple(replace(one, runs=runs(rows, one)) for one in read.notes))


def _count(found: Document) -> int:
    return sum(note.status != "missing" for note in found.notes)


def taken_apart(sheets: Sequence[Sheet]) -> list[Page]:
    """The sheets with heads and feet apart from blocks of lines."""
    bands = Bands(sheets)
    found = []
    for sheet in sheets:
        heads, feet = bands.outer(sheet, upper=True), bands.outer(sheet, upper=False)
        inner = sheet.lines[len(heads) : len(sheet.lines) - len(feet)]
        found.append(Page(sheet, tuple(heads), blocks(inner), tuple(feet)))
    return found


def number(rows: Rows) -> tuple[Rows, Numbering, tuple[Candidate, ...]]:
    """The numbering of a paper, and its rows with all those marked that belong to notes."""
    found = labels.candidates(rows)
    zoned = {one.number for one in found if not labels.in_body(rows, one)}
    found = [one for one in found if not labels.in_body(rows, one) or one.number not in zoned]
    marked = markers.candidates(rows, [one.start for one in found])
    headings = tuple(rows.layout.lines.starts[row] for row in rows.layout.furniture.notes_headings)
    numbering, strays = accept(decode(found, marked, _turns(rows)), headings)
    rows = _with_zones(rows, [rows.layout.lines.at(start) for start in numbering.labels.starts])
    return rows, numbering, strays


def _turns(rows: Rows) -> list[int]:
    """The offsets at which pages begin, the first one aside."""
    return [rows.layout.lines.starts[row] for row in rows.layout.lines.feeds if row < len(rows.rows)]


def _with_zones(rows: Rows, opening: list[int]) -> Rows:
    """The rows, those below a label to the end of its block being notes, and no small print but what goes on."""
    notes = set(rows.notes)
    for at in opening:
        if rows.rows[at].kind == BODY:
            notes.update(_to_end_of_block(rows, at))
    notes = carried(rows, {*opening, *stars(rows, notes)}, sorted(notes))
    return rows.with_notes(notes)


def _to_end_of_block(rows: Rows, at: int) -> range:
    stop = at
    while stop < len(rows.rows) and rows.rows[stop].block == rows.rows[at].block and rows.rows[stop].line:
        stop += 1
    return range(at, stop)


def stars(rows: Rows, notes: set[int]) -> list[int]:
    """The rows among these that open an author's note."""
    return [at for at in sorted(notes) if (line := rows.rows[at].line) is not None and star_end(line)]


def _document(rows: Rows, numbering: Numbering, strays: tuple[Candidate, ...], source: str) -> Document:
    layout = rows.layout
    stream = rows.notes
    opening = [layout.lines.at(start) for start in numbering.labels.starts]
    starred = [at for at in stars(rows, set(stream)) if at not in set(opening)]
    owned = extents(rows, [*opening, *starred], stream)
    found = drafts(numbering, [extent(at, owned[at]) for at in opening], {})
    for draft in found.values():
        if draft.label:
            draft.runs = owned[layout.lines.at(draft.label.start)] or draft.runs
    setting = Setting(layout, found, layout.lines.feeds, endnotes_of(layout, numbering), marked=bool(numbering.markers.items))
    authors = [_star(rows, at, owned[at]) for at in starred]
    cut = [_author(note(setting, draft), at) for at, draft in enumerate(authors, 1)]
    cut += [note(setting, draft) for draft in found.values()]
    notes = tuple(replace(one, runs=runs(rows, one)) for one in cut)
    every = found | {(0, at): draft for at, draft in enumerate(authors)}
    lost = [at for at in stream if not any(start <= at < stop for one in every.values() for start, stop in one.runs)]
    left = [Orphan(*run, parts=()) for run in runs_of(rows, lost)]
    decoded = Decoded(layout.lines.text, "utf-8")
    return Document(
        source,
        layout.lines.text,
        notes=notes,
        regions=regions(layout, every, layout.lines.feeds),
        markers=tuple(mark(marker) for marker in numbering.markers.items),
        findings=report(Seen(layout.lines, notes, left, strays, decoded)),
    )


def _star(rows: Rows, at: int, runs: list[tuple[int, int]]) -> Draft:
    line, head = rows.rows[at].line, rows.layout.lines.heads[at]
    assert line is not None  # noqa: S101 - only printed rows open a note
    label = Candidate(0, head, head + star_end(line), "star", (("a star opens the line", 1.0),))
    return Draft(0, 0, label=label, runs=runs)


def _author(one: Note, at: int) -> Note:
    return replace(one, id="*" * at, number=None, kind="author")
