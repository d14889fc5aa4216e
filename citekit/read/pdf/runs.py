"""What is set apart in a note: the styles of its printed lines, counted in its text."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.model import Note, Run
from citekit.read.join import between
from citekit.read.pdf.rows import Rows
from citekit.read.pdf.styles import merged


def runs(rows: Rows, note: Note) -> tuple[Run, ...]:
    """The runs of a note, in order; what goes on on the next line is one run."""
    return tuple(merged(list(_stretches(rows, note))))


def _stretches(rows: Rows, note: Note) -> Iterator[tuple[int, int, str]]:
    """Each span of a note cut at its styles: start, stop, style."""
    lines = rows.layout.lines
    reached = 0
    for at, (start, stop) in enumerate(note.spans):
        reached += len(between(lines.text, note.spans[at - 1], (start, stop))) if at else 0
        row = lines.at(start)
        line, head = rows.rows[row].line, lines.heads[row]
        by = reached - start
        passed = start
        for run in line.runs if line else ():
            first, last = max(head + run.start, start), min(head + run.end, stop)
            if first < last:
                if passed < first:
                    yield passed + by, first + by, ""
                yield first + by, last + by, run.style
                passed = last
        if passed < stop:
            yield passed + by, stop + by, ""
        reached += stop - start
