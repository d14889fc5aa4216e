"""Notes that are typed into the body of a file which knows what a note is, and does not know these."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from citekit.model import Document, Note, Run
from citekit.read.join import between


def with_runs(document: Document, runs: Sequence[Run]) -> Document:
    """The document of a body that was read as text, its notes and entries with what is set apart in them."""
    ordered = sorted(runs, key=lambda run: run.start)
    longest = max((run.end - run.start for run in ordered), default=0)
    starts = [run.start for run in ordered]

    def near(start: int, end: int) -> Sequence[Run]:
        return ordered[bisect_right(starts, start - longest - 1) : bisect_right(starts, end)]

    def dressed(note: Note) -> Note:
        if not note.spans:
            return note
        inside = near(note.spans[0][0], note.spans[-1][1])
        return replace(note, runs=tuple(_moved(document.text, note, inside)))

    return replace(
        document,
        notes=tuple(map(dressed, document.notes)),
        references=tuple(map(dressed, document.references)),
    )


def _moved(text: str, note: Note, runs: Sequence[Run]) -> Iterator[Run]:
    """The parts of runs that lie in the spans of a note, at their places in its text."""
    reached = 0
    for at, span in enumerate(note.spans):
        reached += len(between(text, note.spans[at - 1], span)) if at else 0
        for run in runs:
            first, last = max(run.start, span[0]), min(run.end, span[1])
            if first < last:
                yield replace(run, start=reached + first - span[0], end=reached + last - span[0])
        reached += span[1] - span[0]
