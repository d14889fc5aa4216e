"""Rows of notes whose number is lost: they go to the last of the missing notes before the number below them."""

from __future__ import annotations

from collections.abc import Iterable

from citekit.read.drafts import Draft, Drafts
from citekit.read.lines import Lines
from citekit.read.orphans import Orphan


def adopt(lines: Lines, found: Drafts, orphans: Iterable[Orphan]) -> list[Orphan]:
    """Give each orphan to a missing note; return those for which there is none."""
    by_row = {lines.at(draft.label.start): draft for draft in found.values() if draft.label}
    left = []
    for orphan in orphans:
        below = next((row for row in sorted(by_row) if row >= orphan.stop), -1)
        lost = _lost_before(found, by_row[below]) if below >= 0 else []
        if not lost:
            left.append(orphan)
            continue
        lost[-1].orphan, lost[-1].candidates = orphan, tuple(draft.id for draft in lost)
        lost[-1].runs.append((orphan.start, orphan.stop))
    return left


def _lost_before(found: Drafts, below: Draft) -> list[Draft]:
    """The notes without text right before one, in order."""
    lost: list[Draft] = []
    while (draft := found.get((below.series, below.number - len(lost) - 1))) and not draft.runs:
        lost.insert(0, draft)
    return lost
