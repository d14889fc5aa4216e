"""Every character of a text in one region: body, note, label, blank or furniture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from citekit.model import Region
from citekit.read.drafts import Draft, Drafts
from citekit.read.layout import Layout
from citekit.read.notes import note_rows, text_start

Start: TypeAlias = tuple[int, str, str | None]
"""Where a stretch starts, its kind, and its note."""

BODY, NOTE, LABEL, BLANK, TURN, MARK = "body", "note", "label", "blank", "page-turn", "byte-order-mark"


def regions(layout: Layout, drafts: Drafts, turns: list[int]) -> tuple[Region, ...]:
    """The regions of a text, in order; neighbours of one kind and note are one region."""
    merged: list[Region] = []
    kind, note, start = "", None, 0
    for offset, next_kind, next_note in _starts(layout, drafts, set(turns)):
        if (next_kind, next_note) != (kind, note):
            if offset > start:
                merged.append(Region(kind, start, offset, note))
            kind, note, start = next_kind, next_note, offset
    if len(layout.lines.text) > start:
        merged.append(Region(kind, start, len(layout.lines.text), note))
    return tuple(merged)


def _starts(layout: Layout, drafts: Drafts, turns: set[int]) -> Iterator[Start]:
    """Where each stretch starts, what it is, and whose."""
    lines, kinds = layout.lines, layout.furniture.kinds
    owners, labels = _owners(layout, drafts)
    feeds = {row - 1 for row in lines.feeds}  # the rows that a form feed ends
    for row, (start, head, tail) in enumerate(zip(lines.starts, lines.heads, lines.tails, strict=False)):
        if row in labels or row in turns or not row:
            yield from _opening(layout, row, labels.get(row), owners.get(row), turned=row in turns)
        elif head == tail:
            yield start, BLANK, None
        elif row in owners:
            yield start, NOTE, owners[row]
        else:
            yield start, kinds.get(row, BODY), None
        if row in feeds:
            yield lines.starts[row + 1] - 1, TURN, None


def _opening(layout: Layout, row: int, label: Draft | None, owner: str | None, *, turned: bool) -> Iterator[Start]:
    """A row that opens the text, a page or a note."""
    lines = layout.lines
    start = lines.starts[row]
    if start == 0 and lines.text.startswith("\ufeff"):
        yield 0, MARK, None
        start = 1
    if turned and not layout.marks.feeds:
        yield start, TURN, None
        start += 1
    if label and label.label:
        yield start, LABEL, label.id
        if label.label.place not in {"alone", "displaced"}:
            yield text_start(lines.text, label.label.stop), NOTE, label.id
    elif lines.is_blank(row):
        yield start, BLANK, None
    else:
        yield start, NOTE if owner else layout.furniture.kinds.get(row, BODY), owner


def _owners(layout: Layout, drafts: Drafts) -> tuple[dict[int, str], dict[int, Draft]]:
    """Row → the note whose text it holds; row → the draft whose label it holds."""
    owners: dict[int, str] = {}
    labels: dict[int, Draft] = {}
    for draft in drafts.values():
        if draft.runs:
            owners |= dict.fromkeys(note_rows(layout, draft), draft.id)
        if draft.label:
            labels[layout.lines.at(draft.label.printed[0] if draft.label.printed else draft.label.start)] = draft
    return owners, labels
