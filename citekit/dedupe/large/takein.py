"""The step of a merge, a pure function of its task: rows of clusters → the rows that they become."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from citekit.dedupe.combine import Change
from citekit.dedupe.entries import Entry
from citekit.dedupe.large.absorb import Absorbed, absorbed
from citekit.dedupe.large.cells import Row, rows_of
from citekit.dedupe.large.layout import Layout
from citekit.dedupe.large.quiet import quiet
from citekit.dedupe.large.told import Record, Told
from citekit.dedupe.lead import POLICIES

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Rules:
    """What all tasks of a merge have in common: the columns, the name of the source, the policy by its name."""

    layout: Layout
    file: str
    policy: str
    telling: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """The rows of whole clusters in the plain schema: those of one cluster together, in the order of the source.

    ``rows`` are their places in the source, ``clusters`` a number for each cluster, ``reserved`` tells of each row
    whether its key belongs to another work.
    """

    rules: Rules
    table: Any  # pyarrow.Table, which carries no types
    rows: NDArray[np.int64]
    clusters: NDArray[np.int64]
    reserved: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Merged:
    """Merged rows in the plain schema, with the rows of the source that lead them, and what is told of each."""

    table: Any  # as above
    leads: NDArray[np.int64]
    told: tuple[Told, ...] = ()


def leading(task: Task) -> NDArray[np.bool_]:
    """Which of the rows lead."""
    with quiet():
        marks = np.zeros(len(task.rows), bool)
        for ranked in _ranked(task, rows_of(task.table, task.rules.layout)):
            marks[ranked[0]] = True
        return marks


def taken_in(task: Task) -> Merged:
    """The rows that the clusters become."""
    with quiet():
        rows = rows_of(task.table, task.rules.layout)
        all_ranked = list(_ranked(task, rows))
        done = [
            absorbed(rows, ranked, {rows[at].work.key for at in ranked if task.reserved[at]}, task.rules.layout)
            for ranked in all_ranked
        ]
        records = [
            Record(task.rules.file, place, row.work.key) for place, row in zip(task.rows.tolist(), rows, strict=True)
        ]
        told = tuple(map(_told, all_ranked, done, [records] * len(done))) if task.rules.telling else ()
        leads = np.array([ranked[0] for ranked in all_ranked], np.int64)
        return Merged(_table(task, done, all_ranked, records), task.rows[leads], told)


def _ranked(task: Task, rows: Sequence[Row]) -> Iterator[list[int]]:
    """The rows of each cluster as they lead."""
    policy = POLICIES[task.rules.policy]
    entries = [Entry(task.rules.file, row.work) for row in rows]
    starts = [*np.flatnonzero(np.diff(task.clusters, prepend=-1)).tolist(), len(rows)]
    for start, end in pairwise(starts):
        yield policy(entries, range(start, end))


def _told(ranked: Sequence[int], done: Absorbed, records: Sequence[Record]) -> Told:
    changes = tuple(Change(one.how, one.field, one.value, records[one.row].name) for one in done.brought)
    work = replace(done.work, variants=(), inherited={})  # the changes tell them, with the names of the records
    return Told(tuple(records[at] for at in ranked), work, changes)


def _table(task: Task, done: Sequence[Absorbed], ranked: Sequence[Sequence[int]], records: Sequence[Record]) -> Any:  # noqa: ANN401 - pyarrow carries no types
    layout = task.rules.layout
    columns = []
    for place, part in enumerate(layout.plain):
        taken = np.array([one.picks.get(place, row[0]) for one, row in zip(done, ranked, strict=True)], np.int64)
        made = {number: one.made[place] for number, one in enumerate(done) if place in one.made}
        if place == layout.log:
            made = dict(_logs(task.table.column(place), done, ranked, records))
        columns.append(_column(task.table.column(place), part.type, taken, made))
    return pa.table(columns, schema=layout.plain)


def _column(cells: Any, kind: Any, taken: NDArray[np.int64], made: dict[int, Any]) -> Any:  # noqa: ANN401 - the same
    """Cells of a column taken from where they are, but for those that are made."""
    if made:
        taken[list(made)] = np.arange(len(cells), len(cells) + len(made))
        cells = pa.chunked_array([*cells.chunks, pa.array(list(made.values()), kind)], kind)
    return cells.take(pa.array(taken))


def _logs(
    held: Any,  # noqa: ANN401 - the same
    done: Sequence[Absorbed],
    ranked: Sequence[Sequence[int]],
    records: Sequence[Record],
) -> Iterator[tuple[int, list[Any]]]:
    """What the rows brought, behind what earlier merges brought to them."""
    earlier = held.to_pylist() if held.null_count < len(held) else [None] * len(held)
    for number, (one, rows) in enumerate(zip(done, ranked, strict=True)):
        log = [entry for row in rows for entry in earlier[row] or ()]
        log += [_entry(records[brought.row], *brought[:3]) for brought in one.brought]
        if log:
            yield number, log


def _entry(record: Record, how: str, field: str, value: str) -> dict[str, Any]:
    return {"file": record.file, "row": record.row, "key": record.key or None} | {
        "how": how, "field": field, "value": value,
    }  # fmt: skip
