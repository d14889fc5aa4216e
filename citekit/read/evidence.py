"""What the looks of a line say for the notes or for the body."""

from __future__ import annotations

from dataclasses import dataclass

from citekit.read.candidates import Candidate
from citekit.read.genre import is_cited
from citekit.read.layout import Layout
from citekit.read.numbering import Numbering

_CITED, _PLAIN, _WIDTH = 0.9, -0.25, 0.4
_MUCH = 1.1
"""Where full lines of notes are wider than those of the body by this, a full line of the body is none of a note."""
_APART = 3
"""Characters by which full lines of body and notes must differ to tell them apart."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The layout, and how wide full lines of the body and of the notes are in it; 0 where it is not known."""

    layout: Layout
    body: int = 0
    note: int = 0

    @classmethod
    def of(cls, layout: Layout, numbering: Numbering) -> Evidence:
        """Learnt from the lines that hold a marker, and from those that hold a label."""
        lines = layout.lines
        body = [lines.width(lines.at(marker.start)) for marker in numbering.markers.items]
        note = [lines.width(_text_row(layout, label)) for label in numbering.labels.items]
        return cls(layout, _wide(body), _wide(note))

    def speak(self, row: int) -> float:
        """What a row says for the notes (above 0) or for the body (below 0); nothing where it holds no text."""
        if not self.layout.has_words(row):
            return 0.0
        lines = self.layout.lines
        return (_CITED if is_cited(lines.words(row)) else _PLAIN) + self._width(lines.width(row))

    def _width(self, width: int) -> float:
        if self.body and self.note > self.body + _APART and width > self.body + 2:
            return _WIDTH
        if self.note >= _MUCH * self.body and 0.9 * self.body <= width <= self.body:
            return -_WIDTH
        return -_WIDTH if self.note and self.body > self.note + _APART and width > self.note + 2 else 0.0

    @property
    def full(self) -> int:
        """The width of the widest full lines."""
        return max(self.body, self.note)


def _text_row(layout: Layout, label: Candidate) -> int:
    """The row in which the text of a label's note begins."""
    row = layout.lines.at(label.start)
    return row if label.place != "alone" else min(layout.lines.after(row), len(layout.lines) - 1)


def _wide(widths: list[int]) -> int:
    return sorted(widths)[len(widths) * 9 // 10] if len(widths) > 4 else 0
