"""The lines of a text as offsets: where each starts, where its words start and end, which number a person gives it."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence

_CHUNK = 1 << 16
_NEWLINES = frozenset("\n\r")
_MARK = "\ufeff"


class Lines:
    """A text cut into rows at every line break and form feed (as :meth:`str.splitlines` does), without a copy of it.

    A row is counted from 0; the number of the line it stands in (:meth:`number`) from 1, as editors count. The two
    differ only where something that is no newline ends a row (a form feed, U+2028 …).
    ``starts[row]`` to ``starts[row + 1]`` is the row with its line break, ``heads[row]`` to ``tails[row]`` the row
    without blanks at either end; a blank row has its head at its tail.
    """

    __slots__ = ("_extra", "feeds", "heads", "starts", "tails", "text")

    def __init__(self, text: str, cuts: Sequence[int] = ()) -> None:
        """Cut a text into rows, at the offsets ``cuts`` too, which rise."""
        self.text = text
        self.starts = array("q")
        self.heads = array("q")
        self.tails = array("q")
        self.feeds: list[int] = []
        self._extra: list[int] = []
        start = 0
        while start < len(text):
            end = text.find("\n", start + _CHUNK) + 1 or len(text)
            at = bisect_right(cuts, start)
            end = cuts[at] if at < len(cuts) and cuts[at] < end else end
            self._add(start, text[start:end].splitlines(keepends=True))
            start = end
        self.starts.append(len(text))
        if text.startswith(_MARK):
            words = text[1 : self.tails[0]]
            self.heads[0] = self.tails[0] - len(words.lstrip())

    def _add(self, start: int, rows: list[str]) -> None:
        starts, heads, tails = self.starts, self.heads, self.tails
        for row in rows:
            words = row.lstrip()
            head = start + len(row) - len(words)
            starts.append(start)
            heads.append(head)
            tails.append(head + len(words.rstrip()))
            start += len(row)
            if row[-1] not in _NEWLINES:
                self._end_within_line(row[-1])

    def _end_within_line(self, char: str) -> None:
        """The next row starts without a newline, and on a new page if a form feed stands before it."""
        self._extra.append(len(self.heads))
        if char == "\f":
            self.feeds.append(len(self.heads))

    def __len__(self) -> int:
        return len(self.heads)

    def number(self, row: int) -> int:
        """The 1-based number of the line in which a row stands."""
        return row + 1 - bisect_right(self._extra, row)

    def at(self, offset: int) -> int:
        """The row in which an offset stands."""
        return bisect_right(self.starts, offset, 0, len(self.heads)) - 1

    def words(self, row: int) -> str:
        """A row without blanks at either end."""
        return self.text[self.heads[row] : self.tails[row]]

    def is_blank(self, row: int) -> bool:
        """Whether nothing but blanks stands in a row."""
        return self.heads[row] == self.tails[row]

    def width(self, row: int) -> int:
        """The number of characters in a row without blanks at either end."""
        return self.tails[row] - self.heads[row]

    def before(self, row: int, least: int = 0) -> int:
        """The last row before this one with words in it, or -1; rows before ``least`` are not looked at."""
        return next((other for other in range(row - 1, least - 1, -1) if self.heads[other] != self.tails[other]), -1)

    def after(self, row: int, most: int | None = None) -> int:
        """The first row after this one with words in it, or the number of rows (``most``, where it is given)."""
        end = len(self) if most is None else most
        return next((other for other in range(row + 1, end) if self.heads[other] != self.tails[other]), end)

    def filled(self, start: int, stop: int) -> Iterator[int]:
        """The rows from ``start`` to before ``stop`` that have words in them."""
        heads, tails = self.heads, self.tails
        return (row for row in range(start, stop) if heads[row] != tails[row])
