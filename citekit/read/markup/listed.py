"""The list of references in the body of a structured file: its entries, with what is set apart in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.model import Document, Note, Run
from citekit.read.layout import Layout
from citekit.read.references import references


def with_references(document: Document, runs: Sequence[Run]) -> Document:
    """The document with the entries that stand below a heading of references; ``runs`` count in its text."""
    listed = references(Layout.of(document.text), document.regions)
    entries = tuple(_with_runs(entry, runs) for entry in listed.entries)
    return replace(document, regions=listed.regions, references=entries)


def _with_runs(entry: Note, runs: Sequence[Run]) -> Note:
    """An entry of one paragraph with its runs; one put together of several has none."""
    if len(entry.spans) != 1:
        return entry
    start, end = entry.spans[0]
    inside = (run for run in runs if run.start < end and run.end > start)
    own = tuple(replace(run, start=max(run.start, start) - start, end=min(run.end, end) - start) for run in inside)
    return replace(entry, runs=own)
