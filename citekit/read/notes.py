"""Notes out of drafts: text, spans, damage, flags, confidence, and the reasons for the cut."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass

from citekit.model import Marker, Note, Span
from citekit.read.candidates import Candidate, Part
from citekit.read.damage import Damage, damage, may_be_anothers
from citekit.read.drafts import Draft, Drafts
from citekit.read.join import between, pieces
from citekit.read.layout import Layout

_COST = {
    "truncated": 0.1,
    "lines-lost": 0.1,
    "quote-unbalanced": 0.02,
    "paren-unbalanced": 0.02,
    "end-guessed": 0.15,
    "no-marker": 0.1,
    "ocr": 0.1,
    "glued": 0.05,
}
"""What a flag takes off the confidence."""


@dataclass(frozen=True)
class Setting:
    """What all notes of a document share: the rows that open its pages, series of endnotes, whether it has markers."""

    layout: Layout
    drafts: Drafts
    turns: list[int]
    endnotes: frozenset[int]
    marked: bool

    def page(self, row: int) -> int:
        """The page of a row, counted from 1."""
        return bisect_right(self.turns, row) + 1


def note(setting: Setting, draft: Draft) -> Note:
    """The note of a draft; a draft without rows is a missing note."""
    marker = mark(draft.marker) if draft.marker else None
    kind = "end" if draft.series in setting.endnotes else "foot"
    if not draft.runs:
        return Note(
            draft.id, draft.number, "", "missing", series=draft.series, kind=kind, marker=marker, confidence=0.9
        )
    lines = setting.layout.lines
    rows = note_rows(setting.layout, draft)
    first = first_row(setting.layout, draft)
    last = rows[-1] if rows else first
    spans, text, seams = _compose(setting.layout, draft, rows)
    harm = damage(text, seams, headless=draft.label is None or not rows)
    flags = (*harm.flags, *_flags(draft, marked=setting.marked))
    candidates = draft.candidates or _candidates(setting.drafts, draft, text, harm)
    return Note(
        draft.id,
        draft.number,
        text,
        status="partial" if harm.gaps else "intact",
        label=_label(lines.text, draft.label) if draft.label else "",
        kind=kind,
        series=draft.series,
        spans=spans,
        lines=(lines.number(first), lines.number(last)),
        pages=(setting.page(first), setting.page(last)) if setting.turns else None,
        marker=marker,
        gaps=harm.gaps,
        flags=flags,
        candidates=candidates,
        confidence=_confidence(draft, flags, candidates),
        reasons=_reasons(setting.layout, draft),
    )


def _candidates(drafts: Drafts, draft: Draft, text: str, harm: Damage) -> tuple[str, ...]:
    """The notes that a tail after a gap may belong to: the lost ones that follow, where it shows no tie to its own."""
    if not any(0 < gap < len(text) and may_be_anothers(text, gap) for gap in harm.gaps):
        return ()
    found = [draft.id]
    while (following := drafts.get((draft.series, draft.number + len(found)))) and not following.runs:
        found.append(following.id)
    return tuple(found) if len(found) > 1 else ()


def _label(text: str, label: Candidate) -> str:
    start, stop = label.printed or (label.start, label.stop)
    return text[start:stop]


def mark(candidate: Candidate) -> Marker:
    """A marker as the document shows it."""
    return Marker(
        candidate.number, (candidate.start, candidate.stop), round(min(0.99, 0.55 + 0.2 * candidate.score), 2)
    )


def first_row(layout: Layout, draft: Draft) -> int:
    """The row in which a note begins, its label included."""
    return layout.lines.at(draft.label.start) if draft.label else draft.runs[0][0]


def note_rows(layout: Layout, draft: Draft) -> list[int]:
    """The rows that hold the text of a note."""
    own = first_row(layout, draft)
    alone = draft.label is not None and draft.label.place == "alone"
    return [
        row
        for start, stop in draft.runs
        for row in range(start, stop)
        if (layout.has_words(row) or row == own) and not (alone and row == own)
    ]


def _compose(layout: Layout, draft: Draft, rows: list[int]) -> tuple[tuple[Span, ...], str, tuple[int, ...]]:
    """The spans and the text of a note, and the offsets in the text at which a page mark stands."""
    lines = layout.lines
    stretches = [(lines.heads[row], lines.tails[row]) for row in rows]
    if draft.label and rows and lines.at(draft.label.start) == rows[0]:
        stretches[0] = (text_start(lines.text, draft.label.stop), stretches[0][1])
    marked = {lines.heads[row] for row in rows[1:] if row in layout.marks}
    marked |= {lines.heads[start] for start, _ in draft.runs[1:]}
    spans = pieces(lines.text, stretches)
    parts: list[str] = []
    seams = []
    length = 0
    for at, (start, stop) in enumerate(spans):
        piece = (between(lines.text, spans[at - 1], spans[at]) if at else "") + lines.text[start:stop]
        length += len(piece)
        parts.append(piece)
        if start in marked:
            seams.append(length - (stop - start))
    return spans, "".join(parts), tuple(seams)


def text_start(text: str, offset: int) -> int:
    """The first offset from here on at which no blank stands."""
    while text[offset].isspace():
        offset += 1
    return offset


def _flags(draft: Draft, *, marked: bool) -> tuple[str, ...]:
    found = []
    if draft.label is None:
        found += ["no-label", "number-guessed"]
    elif draft.label.ocr:
        found.append("ocr")
    if draft.label and draft.label.place != "line":
        found.append({"glued": "glued", "alone": "label-alone"}.get(draft.label.place, "label-displaced"))
    if marked and draft.marker is None:
        found.append("no-marker")
    if draft.extent and draft.extent.guessed:
        found.append("end-guessed")
    return tuple(found)


def _confidence(draft: Draft, flags: tuple[str, ...], candidates: tuple[str, ...]) -> float:
    share = 1 / math.sqrt(max(len(candidates), 1))
    if draft.label is None:
        return round(0.9 * share, 2)
    return round((0.99 - sum(_COST.get(flag, 0.0) for flag in flags)) * share, 2)


def _reasons(layout: Layout, draft: Draft) -> tuple[str, ...]:
    lines = layout.lines
    reasons = []
    if draft.label:
        reasons.append(f"line {lines.number(lines.at(draft.label.start))} opens it: {_told(draft.label.parts)}")
    if draft.orphan:
        reasons.append(f"line {lines.number(draft.orphan.start)} is a piece of a note: {_told(draft.orphan.parts)}")
    if draft.extent:
        last = lines.number(max(lines.before(draft.extent.stop), draft.extent.start))
        reasons.append(f"it ends with line {last}: {_told(draft.extent.parts)}")
    return tuple(reasons)


def _told(parts: tuple[Part, ...]) -> str:
    return "; ".join(f"{name} {weight:+.1f}" if weight else name for name, weight in parts)
