"""The nouns of a page as printed: lines with their place, blocks of one column, sheets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from citekit.model import Run, Span


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its text, its place in points, its size, the numbers in it that are raised, its styles.

    ``left`` and ``right`` are its ends, ``base`` is its baseline; ``raised`` and ``runs`` count in ``text``.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    raised: tuple[Span, ...] = ()
    runs: tuple[Run, ...] = ()

    @property
    def width(self) -> float:
        """From the left end to the right one."""
        return self.right - self.left

    @property
    def label_end(self) -> int:
        """Where the raised number ends that opens the line; 0 where none does."""
        return self.raised[0][1] if self.raised and self.raised[0][0] == 0 else 0


def beside(left: Line, right: Line) -> Line:
    """Two stretches of one printed line as one."""
    by = len(left.text) + 1
    raised = (*left.raised, *((start + by, stop + by) for start, stop in right.raised))
    runs = (*left.runs, *(replace(run, start=run.start + by, end=run.end + by) for run in right.runs))
    longer = max(left, right, key=lambda line: len(line.text))
    text = f"{left.text} {right.text}"
    return Line(text, left.left, max(left.right, right.right), longer.base, longer.size, raised, runs)


Block: TypeAlias = tuple[Line, ...]
"""Lines of one column, from top to bottom, with nothing of another column between them."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin horizontal line that is drawn on a page: its ends and its height."""

    left: float
    right: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number counted from 1, its lower and upper edge, its lines and rules from top to bottom.

    ``label`` is the page's own name in the file; ``pictures`` tells that it holds some, ``damaged`` that it could not
    be opened.
    """

    number: int
    bottom: float
    top: float
    lines: tuple[Line, ...] = ()
    rules: tuple[Rule, ...] = ()
    label: str = ""
    pictures: bool = False
    damaged: bool = False

    @property
    def height(self) -> float:
        """From the lower edge to the upper one."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet taken apart: its heads and feet, which number its pages or return on others, and its blocks in order."""

    sheet: Sheet
    heads: tuple[Line, ...]
    blocks: tuple[Block, ...]
    feet: tuple[Line, ...]
