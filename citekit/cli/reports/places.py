"""Where findings are: lines and columns of a file, 1-based, columns counted in characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from citekit.cli.reports import Examined
from citekit.model import Finding, Span

_LINE_END = re.compile(r"\r\n|\r|\n")


class Place(NamedTuple):
    """The first and the last character's line and column, the last one exclusive; 0 where it is not known."""

    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


class Places:
    """The lines of a file, looked for once, and its notes by their ids."""

    def __init__(self, examined: Examined) -> None:
        """Take a file; nothing is counted before the first finding with a span."""
        self.text = examined.text
        self.notes = {note.id: note for note in examined.notes}
        self._starts: list[int] = []

    def of(self, finding: Finding) -> Place:
        """Where a finding is: by its span, else by its line, else by the note that it names."""
        if finding.span and finding.note is None and self.text:
            return self._between(finding.span)
        if finding.line:
            return Place(finding.line)
        note = self.notes.get(finding.note or "")
        return Place(note.lines[0]) if note and note.lines else Place()

    def quoted(self, finding: Finding) -> tuple[str, Span]:
        """The text that a finding points into, and the span there: its note, its line, or its own quotation."""
        note = self.notes.get(finding.note or "")
        if finding.span and note:
            return note.text, finding.span
        if finding.span and finding.note is None and self.text:
            start, end = finding.span
            line = self._between(finding.span).line
            begin, stop = self._lines[line - 1], self._end_of(line)
            return self.text[begin:stop], (start - begin, max(start, min(end, stop)) - begin)
        return finding.text, (0, len(finding.text))

    @property
    def _lines(self) -> list[int]:
        if not self._starts:
            self._starts = [0, *(found.end() for found in _LINE_END.finditer(self.text))]
        return self._starts

    def _end_of(self, line: int) -> int:
        """Where a line's text ends, before what ends the line."""
        stop = self._lines[line] if line < len(self._lines) else len(self.text)
        begin = self._lines[line - 1]
        return begin + len(self.text[begin:stop].rstrip("\r\n"))

    def _between(self, span: Span) -> Place:
        (line, column), (end_line, end_column) = map(self._at, span)
        return Place(line, column, end_line, end_column)

    def _at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1
