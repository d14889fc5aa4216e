"""The steps of a search of millions, one after the other: prepare, block, score, group, write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from citekit.dedupe.comparison import Comparison, Part
from citekit.dedupe.large import grouping, pairs
from citekit.dedupe.large.blocking import Blocks
from citekit.dedupe.large.executor import Executor
from citekit.dedupe.large.found import CLUSTERS, PAIRS, FoundLarge
from citekit.dedupe.large.prepare import prepare
from citekit.dedupe.large.results import CLUSTERS as CLUSTER_ROWS
from citekit.dedupe.large.results import PAIRS as PAIR_ROWS
from citekit.dedupe.large.results import finished, written
from citekit.dedupe.large.shelf import Shelf
from citekit.dedupe.large.source import Portion, Source, parts, rows_in
from citekit.model import Finding

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PAIRS = 2048  # pairs of a task
_RECORDS = 1024  # records of a task of grouping
_READ, _LOOKED, _SCORED = 0.55, 0.75, 0.95  # shares of the work that are done after these steps
_TWINS = (Part("record", 99.0, "the records say the same"),)


def searched(
    source: Source, scratch: Path, memory: int, executor: Executor, after: Callable[[float], None]
) -> FoundLarge:
    """Search a source and write what is found into the scratch folder."""
    shelf, blocks = Shelf(scratch), Blocks(scratch, memory)
    try:
        findings = _prepared(source, shelf, blocks, executor, after)
        shelf.finish()
        first = first_of(shelf.column("signature"))
        doubles = np.flatnonzero(first != np.arange(len(first))).astype(np.int32)
        after(_READ)
        total = blocks.sift(shelf, doubles)
        after(_LOOKED)
        tasks = pairs.tasks(shelf, blocks.pairs(), _PAIRS)
        edges = scratch / "edges"
        same = _scored(edges, tasks, executor, lambda done: after(_LOOKED + (_SCORED - _LOOKED) * done / total))
        groups = whole(_grouped(shelf, same, executor), first, doubles)
        told = _write_pairs(scratch, shelf, groups, first, doubles)
        _write_clusters(scratch / CLUSTERS, shelf, groups)
        after(1.0)
        return FoundLarge(shelf.records, len(groups), sum(map(len, groups)), told, tuple(findings))
    finally:
        blocks.close()
        shelf.close()


def _prepared(
    source: Source, shelf: Shelf, blocks: Blocks, executor: Executor, after: Callable[[float], None]
) -> list[Finding]:
    """Put the records and keys of a source away; what could not be read."""
    findings: list[Finding] = []
    total = rows_in(source)
    shelf.put(prepare(Portion(0)))  # a source may be empty
    for some in executor.map(prepare, parts(source)):
        blocks.put(some.keys, some.counts, shelf.records)
        shelf.put(some)
        findings += some.findings
        if total:
            after(_READ * shelf.records / total)
    return findings


def first_of(signature: NDArray[np.uint64]) -> NDArray[np.int64]:
    """For each record the first that says the same in every field; 0 says nothing, and stands for itself."""
    place = np.arange(len(signature))
    said = np.flatnonzero(signature)
    _, first, number = np.unique(signature[said], return_index=True, return_inverse=True)
    place[said] = said[first[number]]
    return place


def _scored(
    edges: Path, tasks: Iterator[pairs.Pairs], executor: Executor, after: Callable[[int], None]
) -> dict[tuple[int, int], tuple[float, bool]]:
    """Write the pairs that tell something; those that are the same."""
    same: dict[tuple[int, int], tuple[float, bool]] = {}
    seen = 0
    with written(edges, PAIR_ROWS) as file:
        for done in executor.map(pairs.scored, tasks):
            if done.table.num_rows:
                file.write_table(done.table)
            same |= done.same
            seen += done.seen
            after(seen)
    return same


def _grouped(shelf: Shelf, same: grouping.Told, executor: Executor) -> list[list[int]]:
    two, tasks = grouping.tasks(shelf, same, _RECORDS)
    return two + [group for groups in executor.map(grouping.clustered, tasks) for group in groups]


def whole(groups: list[list[int]], first: NDArray[np.int64], doubles: NDArray[np.int32]) -> list[list[int]]:
    """The clusters with the records that say the same as one of theirs, sorted."""
    twins: dict[int, list[int]] = {}
    for one in doubles.tolist():
        twins.setdefault(int(first[one]), []).append(one)
    full = [sorted([*group, *(twin for one in group for twin in twins.pop(one, ()))]) for group in groups]
    return sorted([*full, *([one, *others] for one, others in twins.items())])


def _write_pairs(
    scratch: Path, shelf: Shelf, groups: list[list[int]], first: NDArray[np.int64], doubles: NDArray[np.int32]
) -> int:
    cluster_of = np.arange(-1, -shelf.records - 1, -1)  # no two that are in none are in one
    for number, group in enumerate(groups):
        cluster_of[group] = number
    rows = shelf.column("rows")
    twins = sorted((int(first[one]), one, Comparison(0, 1, "same", 99.0, _TWINS)) for one in doubles.tolist())
    told = 0
    with written(scratch / PAIRS, PAIR_ROWS) as file:
        for table in finished(scratch / "edges", twins, lambda table: settled(table, cluster_of, rows)):
            file.write_table(table)
            told += table.num_rows
    return told


def settled(table: Any, cluster_of: NDArray[np.int64], rows: NDArray[np.int64]) -> Any:  # noqa: ANN401 - Arrow tables
    """Pairs by their rows in the source; one that its scores join and the others of its cluster part is to look at."""
    first, second = (table.column(name).to_numpy() for name in ("first", "second"))
    doubtful = (cluster_of[first] != cluster_of[second]) & pc.equal(table.column("verdict"), "same").to_numpy()
    for name, column in (("first", first), ("second", second)):
        table = table.set_column(table.schema.get_field_index(name), name, pa.array(rows[column]))
    if not doubtful.any():
        return table
    told = table.to_pylist()
    for place in np.flatnonzero(doubtful).tolist():
        part = {"field": "cluster", "weight": 0.0, "reason": "others of the cluster differ", "veto": False}
        told[place] |= {"verdict": "look", "parts": [*told[place]["parts"], part]}
    return pa.Table.from_pylist(told, PAIR_ROWS)


def _write_clusters(path: Path, shelf: Shelf, groups: list[list[int]]) -> None:
    members = np.array([one for group in groups for one in group], np.int64)
    heads = np.repeat(
        np.array([group[0] for group in groups], np.int64), np.array([len(group) for group in groups], np.int64)
    )
    rows = shelf.column("rows")
    with written(path, CLUSTER_ROWS) as file:
        file.write_table(pa.table([rows[heads], rows[members], shelf.keys(members.tolist())], schema=CLUSTER_ROWS))
