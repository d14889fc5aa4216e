"""The sheets of a paper become its Document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.model import Document, Note, Span
from citekit.read.bytes import Decoded
from citekit.read.candidates import Candidate
from citekit.read.drafts import Draft, Drafts, drafts
from citekit.read.drafts import endnotes as end_series
from citekit.read.notes import Setting, mark, note
from citekit.read.orphans import Orphan
from citekit.read.pdf.bands import Bands
from citekit.read.pdf.columns import blocks
from citekit.read.pdf.endnotes import endnotes
from citekit.read.pdf.extents import extent, extents, runs_of
from citekit.read.pdf.lost import adopt
from citekit.read.pdf.numbered import Numbered, number
from citekit.read.pdf.printed import names
from citekit.read.pdf.report import pages as report_pages
from citekit.read.pdf.rows import Rows, compose
from citekit.read.pdf.runs import runs
from citekit.read.pdf.sheets import Page, Sheet
from citekit.read.pdf.sizes import body_size
from citekit.read.pdf.streams import streams
from citekit.read.pdf.zones import star_end
from citekit.read.regions import regions
from citekit.read.report import Seen, report
from citekit.read.text import read_text

_FEW = 3
_SHARE = 0.5
_MORE = 1.5


def document(sheets: Sequence[Sheet], source: str) -> Document:
    """The notes of a paper's sheets."""
    bands = Bands(sheets)
    pages = [_taken_apart(sheet, bands) for sheet in sheets]
    body = body_size(line for page in pages for block in page.blocks for line in block)
    rows = compose(pages, body)
    numbered = number(rows.with_notes({*rows.notes, *endnotes(rows)}))
    found = _document(numbered, source)
    found = _as_text(rows, source, found) if _is_weak(numbered) else found
    found = replace(found, findings=(*found.findings, *report_pages(sheets)))
    return _with_printed(found, names(sheets, bands.offset))


def _taken_apart(sheet: Sheet, bands: Bands) -> Page:
    """A sheet with heads and feet apart from blocks of lines."""
    heads, feet = bands.outer(sheet, upper=True), bands.outer(sheet, upper=False)
    inner = sheet.lines[len(heads) : len(sheet.lines) - len(feet)]
    return Page(sheet, tuple(heads), blocks(inner), tuple(feet))


def _with_printed(found: Document, printed: dict[int, str]) -> Document:
    """The document, each note with the numbers that its pages bear."""
    notes = (
        replace(note, printed=(printed[note.pages[0]], printed[note.pages[1]]))
        if note.pages and note.pages[0] in printed and note.pages[1] in printed
        else note
        for note in found.notes
    )
    return replace(found, notes=tuple(notes))


def _is_weak(numbered: Numbered) -> bool:
    """Whether the pages show hardly any labels, or far fewer than there are markers."""
    labels, markers = len(numbered.numbering.labels), len(numbered.numbering.markers)
    return labels < _FEW or labels < _SHARE * markers


def _as_text(rows: Rows, source: str, found: Document) -> Document:
    """What the text alone shows, where that is more: notes may be told from the body by nothing but their words."""
    read = read_text(rows.layout.lines.text, source)
    if _count(read) <= _MORE * _count(found):
        return found
    return replace(read, notes=tuple(replace(one, runs=runs(rows, one)) for one in read.notes))


def _count(found: Document) -> int:
    return sum(note.status != "missing" for note in found.notes)


def _document(numbered: Numbered, source: str) -> Document:
    rows, numbering = numbered.rows, numbered.numbering
    layout = rows.layout
    opening = numbered.opening
    owned: dict[int, list[Span]] = {}
    for stream in streams(rows, rows.notes):
        own = set(stream)
        owned |= extents(rows, [at for at in (*opening, *numbered.authors) if at in own], stream)
    found = drafts(numbering, [extent(at, owned[at]) for at in opening], {})
    for draft in found.values():
        if draft.label:
            draft.runs = owned[layout.lines.at(draft.label.start)] or draft.runs
    left = adopt(layout.lines, found, numbered.orphans)
    every = found | {(0, at): _star(rows, at, row, owned[row]) for at, row in enumerate(numbered.authors, 1)}
    setting = Setting(
        layout, found, layout.lines.feeds, end_series(layout, numbering), marked=bool(numbering.markers.items)
    )
    notes = tuple(_note(setting, rows, every, key) for key in sorted(every))
    return Document(
        source,
        layout.lines.text,
        notes=notes,
        regions=regions(layout, every, layout.lines.feeds),
        markers=tuple(mark(marker) for marker in numbering.markers.items),
        findings=report(
            Seen(
                layout.lines, notes, [*left, *_left(rows, every)], numbered.strays, Decoded(layout.lines.text, "utf-8")
            )
        ),
    )


def _note(setting: Setting, rows: Rows, every: Drafts, key: tuple[int, int]) -> Note:
    """The note of a draft, with what is set apart in it; an author's note has no number and no marker."""
    found = note(setting, every[key])
    found = replace(found, runs=runs(rows, found))
    if key[0]:
        return found
    flags = tuple(flag for flag in found.flags if flag != "no-marker")
    return replace(found, number=None, kind="author", series=1, flags=flags)


def _star(rows: Rows, number: int, row: int, owned: list[Span]) -> Draft:
    """The draft of an author's note, the first one of the paper or a later one."""
    line, head = rows.rows[row].line, rows.layout.lines.heads[row]
    stop = head + (line.label_end or star_end(line) if line else 0)
    label = Candidate(0, head, stop, "star", (("a star or a number of the authors opens the line", 1.0),))
    return Draft(0, number, label=label, runs=owned)


def _left(rows: Rows, every: Drafts) -> list[Orphan]:
    """Rows of notes that belong to none."""
    owned = {at for draft in every.values() for start, stop in draft.runs for at in range(start, stop)}
    return [Orphan(*run, parts=()) for run in runs_of(rows, [at for at in rows.notes if at not in owned])]
