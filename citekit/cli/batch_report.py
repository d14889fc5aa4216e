"""A report on many papers: one row each, for a person and for a program."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields

import click

from citekit.cli.batch import Result
from citekit.cli.finding import findings_of
from citekit.model import Library

_MOST = 30


@dataclass(frozen=True, slots=True)
class Row:
    """What a person wants to know of one paper."""

    paper: str
    notes: int = 0
    missing: int = 0
    partial: int = 0
    references: int = 0
    citations: int = 0
    works: int = 0
    findings: int = 0
    seconds: float = 0.0
    kept: bool = False
    error: str = ""


def row_of(result: Result, library: Library | None, *, kept: bool) -> Row:
    """The row of a paper; ``kept`` where an earlier run had read it."""
    if library is None:
        return Row(result.paper, seconds=round(result.seconds, 3), error=result.error)
    document = library.document
    status = [note.status for note in document.notes]
    return Row(
        result.paper,
        len(status),
        status.count("missing"),
        status.count("partial"),
        len(document.references),
        len(library.citations),
        len(library.works),
        len(findings_of(library)),
        round(result.seconds, 3),
        kept,
    )


def table(rows: Sequence[Row]) -> str:
    """The rows as tab-separated values with a head, or nothing for none."""
    out = io.StringIO()
    writer = csv.DictWriter(out, [field.name for field in fields(Row)], delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(asdict, rows))
    return out.getvalue()


def as_json(rows: Sequence[Row]) -> str:
    """The rows as a JSON array."""
    return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1) + "\n"


REPORTS: Mapping[str, Callable[[Sequence[Row]], str]] = {".tsv": table, ".json": as_json}
"""The end of a report's name → how it is written."""


def told(rows: Sequence[Row]) -> Iterator[str]:
    """The report for a terminal: the papers one by one where they are few, those that failed, the totals."""
    failed = [row for row in rows if row.error]
    read = [row for row in rows if not row.error]
    width = min(max((len(row.paper) for row in read), default=0), 60)
    for row in read if len(read) <= _MOST else ():
        lost = ", ".join(f"{n} {what}" for n, what in ((row.missing, "missing"), (row.partial, "partial")) if n)
        notes = f"{row.notes} notes{f' ({lost})' if lost else ''}"
        listed = f", {row.references} references" if row.references else ""
        yield f"  {row.paper:<{width}}  {notes}{listed}, {row.works} works, {row.findings} findings"
    for row in failed:
        yield f"  {click.style('not read', fg='red')}  {row.error}"
    kept = sum(row.kept for row in rows)
    counts = f"{len(read)} of {len(rows)} read" + (f", {kept} of them in an earlier run" if kept else "")
    totals = f"{sum(r.notes for r in read)} notes, {sum(r.works for r in read)} works"
    yield click.style(f"papers: {counts}; {totals}", bold=True)
    if len(read) > 1:
        yield "A work that several papers cite stands once for each; `citekit dedupe` finds those."
