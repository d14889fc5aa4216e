"""A text with all that is known about its lines before a note is cut out of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from citekit.read.furniture import LABEL, Furniture, furniture
from citekit.read.lines import Lines
from citekit.read.pages import Marks, page_marks


@dataclass(frozen=True)
class Layout:
    """The rows of a text, its page marks and its furniture."""

    lines: Lines
    marks: Marks
    furniture: Furniture

    @classmethod
    def of(cls, text: str, cuts: Sequence[int] = ()) -> Layout:
        """The layout of a text, cut at these offsets too."""
        lines = Lines(text, cuts)
        marks = page_marks(lines)
        return cls(lines, marks, furniture(lines, marks))

    def with_labels(self, rows: Iterable[int]) -> Layout:
        """The same layout, these rows known to hold a label and nothing else."""
        kinds = self.furniture.kinds | dict.fromkeys(rows, LABEL)
        return replace(self, furniture=replace(self.furniture, kinds=kinds))

    def is_sign(self, row: int) -> bool:
        """Whether a row shows that what stood before it may be over: a page mark or furniture."""
        return row in self.marks or self.furniture.kinds.get(row, LABEL) != LABEL

    def has_words(self, row: int) -> bool:
        """Whether a row holds text, of the body or of a note."""
        return not self.lines.is_blank(row) and row not in self.furniture.kinds

    def next_words(self, row: int) -> int:
        """The first row from here on that holds text, or the number of rows."""
        count = len(self.lines)
        while row < count and not self.has_words(row):
            row += 1
        return row

    def last_words(self, row: int, least: int = 0) -> int:
        """The last row before this one that holds text, or -1."""
        row -= 1
        while row >= least and not self.has_words(row):
            row -= 1
        return row if row >= least else -1
