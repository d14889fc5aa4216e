"""Tails of notes whose label is lost, so that they hang on to the note before."""

from __future__ import annotations

from citekit.read.balance import Balance
from citekit.read.drafts import Draft, Drafts
from citekit.read.genre import ends_sentence
from citekit.read.layout import Layout
from citekit.read.orphans import Orphan

_DEEP = 60
"""Lines of a note in which a tail is looked for."""


def split_swallowed(layout: Layout, drafts: Drafts) -> list[Orphan]:
    """Cut such tails off and give each to the lost note before the next label; return them.

    A tail shows itself where the next number is lost: after the end of a sentence stands a line in which a bracket or
    quote closes that was never opened.
    """
    found = []
    for draft in drafts.values():
        lost = _lost_after(drafts, draft) if draft.label and len(draft.runs) == 1 else []
        row = _tail(layout, *draft.runs[0]) if lost else 0
        if row:
            start, stop = draft.runs[0]
            tail = Orphan(row, stop, (("it closes what the note before did not open", 1.0),))
            draft.runs[0] = (start, row)
            lost[-1].runs.append((row, stop))
            lost[-1].orphan, lost[-1].candidates = tail, tuple(one.id for one in lost)
            found.append(tail)
    return found


def _lost_after(drafts: Drafts, draft: Draft) -> list[Draft]:
    """The notes without text that follow a note, up to the next one with a text; none where no such one follows."""
    lost: list[Draft] = []
    number = draft.number + 1
    while (following := drafts.get((draft.series, number))) and not following.runs:
        lost.append(following)
        number += 1
    return lost if following and following.runs and following.label else []


def _tail(layout: Layout, start: int, stop: int) -> int:
    """The row at which a tail begins, or 0."""
    lines = layout.lines
    rows = [row for row in range(start, stop) if layout.has_words(row)]
    for at in range(1, min(len(rows), _DEEP)):
        if ends_sentence(lines.text, lines.tails[rows[at - 1]], marked=False):
            above = " ".join(lines.words(row) for row in rows[:at])
            if not Balance(above).opened and Balance(lines.words(rows[at])).closed:
                return rows[at]
    return 0
