"""Where pages turn in a text: form feeds, or lines that open with one blank where all others open with none."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from citekit.read.genre import ends_sentence, starts_lower
from citekit.read.lines import Lines

_RARE = 0.1
"""At most this share of the lines opens with one blank where the blank is a mark …"""
_FEW = 6
"""… or these few, in a short text."""
_FLUSH = 0.8
"""At least this share opens in column 1."""


@dataclass(frozen=True)
class Marks:
    """The rows before which a page mark stands, and whether the mark is a form feed or a blank."""

    rows: tuple[int, ...] = ()
    feeds: bool = False

    @cached_property
    def marked(self) -> frozenset[int]:
        """The same rows as a set."""
        return frozenset(self.rows)

    def __contains__(self, row: int) -> bool:
        return row in self.marked

    def passed(self, row: int) -> int:
        """How many of them stand up to a row, this one included."""
        return bisect_right(self.rows, row)

    def between(self, start: int, stop: int) -> tuple[int, ...]:
        """The marked rows after ``start`` and up to ``stop``."""
        return self.rows[self.passed(start) : self.passed(stop)]


def page_marks(lines: Lines) -> Marks:
    """The page marks of a text; none where it has neither form feeds nor telling blanks."""
    if lines.feeds:
        opened = dict.fromkeys(lines.after(feed - 1) for feed in lines.feeds)
        return Marks(tuple(row for row in opened if row < len(lines)), feeds=True)
    one_in = (row for row, start in enumerate(lines.starts[:-1]) if lines.heads[row] == start + 1 != lines.tails[row])
    rows = [row for row in one_in if row and lines.text[lines.starts[row]] == " "]
    return Marks(tuple(rows)) if _are_marks(lines, rows) else Marks()


def _are_marks(lines: Lines, rows: list[int]) -> bool:
    """Whether the blanks mark pages: they are few, all else is flush, and they do not open paragraphs only."""
    filled = sum(head != tail for head, tail in zip(lines.heads, lines.tails, strict=True))
    flush = sum(
        head == start != tail for head, start, tail in zip(lines.heads, lines.starts, lines.tails, strict=False)
    )
    if not rows or len(rows) > max(_RARE * filled, _FEW) or flush < _FLUSH * filled:
        return False
    inside = sum(starts_lower(lines.text, lines.heads[row]) or _goes_on(lines, row) for row in rows)
    return len(rows) < 3 or inside >= len(rows) / 4


def _goes_on(lines: Lines, row: int) -> bool:
    before = lines.before(row)
    return before >= 0 and not ends_sentence(lines.text, lines.tails[before])
