"""The text of a paper out of its pages, row by row, with the printed line behind each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from citekit.read.captions import WIDEST_HEADING, caption_rows, ends_notes, heads_notes, opens_caption
from citekit.read.forms import form_at
from citekit.read.furniture import CAPTION, HEAD, HEADING, PAGE_NUMBER, Furniture
from citekit.read.heads import is_page_number
from citekit.read.layout import Layout
from citekit.read.lines import Lines
from citekit.read.pages import Marks, page_marks
from citekit.read.pdf.rules import separated
from citekit.read.pdf.sheets import Line, Page
from citekit.read.pdf.zones import Look, learnt, zone_start, zone_stop

BODY, NOTE = "body", "note"
_INWARD = 20.0
"""Points by which a right-hand column may begin left of the middle."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the text: its printed line, what it is, its page, its block.

    ``line`` is None where nothing is printed: between the parts of a page and at its end. ``right`` tells that the
    block is a right-hand column, ``ruled`` that a rule stands above the line.
    """

    line: Line | None
    kind: str
    page: int
    block: int
    right: bool = False
    ruled: bool = False


@dataclass(frozen=True)
class Rows:
    """The rows of a paper, their layout as a text, and whether its columns run side by side in two languages."""

    rows: tuple[Row, ...]
    layout: Layout
    parallel: bool = False

    @property
    def notes(self) -> list[int]:
        """The rows of notes."""
        return [at for at, row in enumerate(self.rows) if row.kind == NOTE]

    def with_notes(self, notes: set[int]) -> Rows:
        """The same rows, these being the ones of notes."""
        other = {BODY: NOTE, NOTE: BODY}
        kinds = (
            replace(row, kind=other[row.kind]) if row.kind in other and (at in notes) != (row.kind == NOTE) else row
            for at, row in enumerate(self.rows)
        )
        return replace(self, rows=tuple(kinds))


def compose(pages: Sequence[Page], body: float) -> Rows:
    """The text of all pages: heads, body and notes block by block, feet, a form feed at the end of each page."""
    look = learnt(((block, separated(block, page.sheet.rules)) for page in pages for block in page.blocks), body)
    rows: list[Row] = []
    for page in pages:
        rows += _rows_of(page, look)
    text = "".join(_printed(row, rows[at + 1] if at + 1 < len(rows) else None) for at, row in enumerate(rows))
    lines = Lines(text)
    marks = page_marks(lines) if lines.feeds else Marks(feeds=True)
    return Rows(tuple(rows), Layout(lines, marks, _furniture(lines, marks, rows)))


def _printed(row: Row, following: Row | None) -> str:
    if row.line is not None:
        return row.line.text + "\n"
    return "\f" if following and following.page != row.page else "\n"


def _rows_of(page: Page, look: Look) -> Iterator[Row]:
    number = page.sheet.number
    yield from (Row(line, _band(line), number, -1) for line in page.heads)
    narrow = len(page.blocks) > 1
    lines = [line for block in page.blocks for line in block]
    middle = (min(line.left for line in lines) + max(line.right for line in lines)) / 2 if narrow else 0.0
    for at, block in enumerate(page.blocks):
        ruled = separated(block, page.sheet.rules)
        start = zone_start(block, ruled, look, narrow=narrow)
        stop = zone_stop(block, start, look.body)
        right = narrow and min(line.left for line in block) > middle - _INWARD
        for index, line in enumerate(block):
            if index == start:
                yield Row(None, "", number, at)
            yield Row(line, NOTE if start <= index < stop else BODY, number, at, right, index in ruled)
    yield from (Row(line, _band(line), number, -1) for line in reversed(page.feet))
    yield Row(None, "", number, -1)


def _band(line: Line) -> str:
    return PAGE_NUMBER if is_page_number(line.text) else HEAD


def _furniture(lines: Lines, marks: Marks, rows: Sequence[Row]) -> Furniture:
    """What is neither body nor notes, as the text of a page shows it."""
    kinds = {at: row.kind for at, row in enumerate(rows) if row.kind in {HEAD, PAGE_NUMBER}}
    headings = []
    for at, row in enumerate(rows):
        if row.line is None or at in kinds:
            continue
        if row.kind == BODY and opens_caption(lines, at):
            kinds |= dict.fromkeys((one for one in caption_rows(lines, at, marks) if rows[one].kind == BODY), CAPTION)
        elif len(row.line.text) <= WIDEST_HEADING and not form_at(row.line.text, 0, len(row.line.text)):
            words = _unspaced(row.line.text)
            if heads_notes(words):
                headings.append(at)
                kinds[at] = HEADING
            elif ends_notes(words):
                kinds[at] = HEADING
    return Furniture(kinds, tuple(headings))


def _unspaced(text: str) -> str:
    """A heading whose letters are spaced ("N O T E S") as a word."""
    letters = text.split(" ")
    return "".join(letters) if len(letters) > 2 and all(len(letter) == 1 for letter in letters) else text
