"""A text with all that is known about its lines before a note is cut out of it."""

from __future__ import annotations

from dataclasses import dataclass

from citekit.read.furniture import Furniture, furniture
from citekit.read.lines import Lines
from citekit.read.pages import Marks, page_marks


@dataclass(frozen=True)
class Layout:
    """The rows of a text, its page marks and its furniture."""

    lines: Lines
    marks: Marks
    furniture: Furniture

    @classmethod
    def of(cls, text: str) -> Layout:
        """The layout of a text."""
        lines = Lines(text)
        marks = page_marks(lines)
        return cls(lines, marks, furniture(lines, marks))

    def is_sign(self, row: int) -> bool:
        """Whether a row shows that what stood before it may be over: a page mark or furniture."""
        return row in self.marks or row in self.furniture.kinds

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
