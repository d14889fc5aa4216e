"""The steps of a search of millions, one after the other: prepare, block, score, group, write."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from citekit.dedupe.large import grouping, pairs
from citekit.dedupe.large.blocking import sifted
from citekit.dedupe.large.edges import Edges
from citekit.dedupe.large.executor import Executor
from citekit.dedupe.large.found import CLUSTERS, PAIRS, FoundLarge
from citekit.dedupe.large.pair_keys import halves, pair_keys
from citekit.dedupe.large.prepare import prepare
from citekit.dedupe.large.room import Room
from citekit.dedupe.large.shelf import Shelf
from citekit.dedupe.large.source import Portion, Source, parts, rows_in
from citekit.dedupe.large.telling import TOGETHER, merged, write_clusters, write_pairs
from citekit.dedupe.large.twins import first_of, twins
from citekit.model import Finding

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PAIRS = 2048  # pairs of a task
_RECORDS = 1024  # records of a task of grouping
_READ, _LOOKED, _SCORED = 0.55, 0.75, 0.95  # shares of the work that are done after these steps


def searched(
    source: Source, scratch: Path, room: Room, executor: Executor, after: Callable[[float], None]
) -> FoundLarge:
    """Search a source and write what is found into the scratch folder."""
    with closing(Shelf(scratch)) as shelf:
        findings = _prepared(source, shelf, room, executor, after)
        first = first_of(shelf.column("signature"))
        doubles = np.flatnonzero(first != np.arange(len(first), dtype=np.int32)).astype(np.int32)
        after(_READ)
        found = sifted(shelf, doubles, scratch, room.beside(shelf.records))
        after(_LOOKED)
        edges = _scored(shelf, scratch, found, executor, after)
        clusters = _clustered(shelf, edges.same(), executor)
        clusters[doubles] = clusters[first[doubles]]
        keys = np.sort(pair_keys(first[doubles], doubles))
        told = merged(edges.told(TOGETHER), keys, lambda start, end: twins(keys[start:end]))
        count = write_pairs(scratch / PAIRS, told, clusters, shelf.column("rows"))
        many, members = write_clusters(scratch / CLUSTERS, shelf, clusters)
        after(1.0)
        return FoundLarge(shelf.records, many, members, count, tuple(findings))


def _prepared(
    source: Source, shelf: Shelf, room: Room, executor: Executor, after: Callable[[float], None]
) -> list[Finding]:
    """Put the records of a source on the shelf; what could not be read."""
    findings: list[Finding] = []
    total = rows_in(source)
    room.beside(total)
    shelf.put(prepare(Portion(0)))  # a source may be empty
    for some in executor.map(prepare, parts(source)):
        shelf.put(some)
        findings += some.findings
        if total:
            after(_READ * shelf.records / total)
    shelf.finish()
    return findings


def _scored(
    shelf: Shelf, scratch: Path, found: NDArray[np.uint64], executor: Executor, after: Callable[[float], None]
) -> Edges:
    """Put away the pairs that tell something."""
    with closing(Edges(scratch)) as edges:
        seen = 0
        stretches = (halves(found[start : start + _STEP]) for start in range(0, len(found), _STEP))
        for done in executor.map(pairs.scored, pairs.tasks(shelf, stretches, _PAIRS)):
            edges.put(done)
            seen += done.seen
            after(_LOOKED + (_SCORED - _LOOKED) * seen / len(found))
    return edges


_STEP = 64 * _PAIRS


def _clustered(shelf: Shelf, same: NDArray[Any], executor: Executor) -> NDArray[np.int32]:
    """For each record the first of its cluster, itself where it is alone."""
    first = np.arange(shelf.records, dtype=np.int32)
    two, tasks = grouping.tasks(shelf, same, np.empty(0, np.uint64), _RECORDS)
    first[two.records] = two.first
    for done in executor.map(grouping.clustered, tasks):
        first[done.records] = done.first
    return first
