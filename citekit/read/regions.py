"""Every character of a text in one region: body, note, label, blank or furniture."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.model import Region
from citekit.read.drafts import Draft, Drafts
from citekit.read.layout import Layout
from citekit.read.notes import note_rows, text_start

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


def _starts(layout: Layout, drafts: Drafts, turns: set[int]) -> Iterator[tuple[int, str, str | None]]:
    """Where each stretch starts, what it is, and whose."""
    lines = layout.lines
    owners, labels = _owners(layout, drafts)
    for row in range(len(lines)):
        start = lines.starts[row]
        if start == 0 and lines.text.startswith("\ufeff"):
            yield 0, MARK, None
            start = 1
        if row in turns and not layout.marks.feeds:
            yield start, TURN, None
            start += 1
        yield from _row(layout, row, start, owners.get(row), labels.get(row))
        if lines.starts[row + 1] > start and lines.text[lines.starts[row + 1] - 1] == "\f":
            yield lines.starts[row + 1] - 1, TURN, None


def _row(
    layout: Layout, row: int, start: int, owner: str | None, label: Draft | None
) -> Iterator[tuple[int, str, str | None]]:
    lines = layout.lines
    if label and label.label:
        yield start, LABEL, label.id
        if label.label.place not in {"alone", "displaced"}:
            yield text_start(lines.text, label.label.stop), NOTE, label.id
    elif lines.is_blank(row):
        yield start, BLANK, None
    elif owner:
        yield start, NOTE, owner
    else:
        yield start, layout.furniture.kinds.get(row, BODY), None


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
