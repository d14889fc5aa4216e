"""What stands on a page beside text and notes: running heads, page numbers, captions, headings."""

from __future__ import annotations

from dataclasses import dataclass

from citekit.read.captions import WIDEST_HEADING, caption_rows, ends_notes, heads_notes, opens_caption
from citekit.read.heads import page_numbers, running_heads
from citekit.read.lines import Lines
from citekit.read.pages import Marks

HEAD, PAGE_NUMBER, CAPTION, HEADING, LABEL = "running-head", "page-number", "caption", "heading", "label"


@dataclass(frozen=True)
class Furniture:
    """Rows that are neither text nor notes (row → kind), and the headings among them.

    ``notes_headings`` head a list of notes; after ``closing_headings`` (references, an appendix) no note goes on.
    """

    kinds: dict[int, str]
    notes_headings: tuple[int, ...] = ()
    closing_headings: tuple[int, ...] = ()


def furniture(lines: Lines, marks: Marks) -> Furniture:
    """The furniture of a text."""
    heads = running_heads(lines, marks)
    kinds: dict[int, str] = {}
    notes_headings, closing_headings = [], []
    for row in lines.filled(0, len(lines)):
        if row not in kinds and opens_caption(lines, row):
            kinds |= dict.fromkeys(caption_rows(lines, row, marks), CAPTION)
        elif lines.width(row) <= WIDEST_HEADING:
            words = lines.words(row)
            if heads_notes(words):
                notes_headings.append(row)
                kinds[row] = HEADING
            elif ends_notes(words):
                closing_headings.append(row)
                kinds[row] = HEADING
    kinds |= dict.fromkeys(heads, HEAD) | dict.fromkeys(page_numbers(lines, marks, heads), PAGE_NUMBER)
    return Furniture(kinds, tuple(notes_headings), tuple(closing_headings))
