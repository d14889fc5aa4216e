"""The steps of a search of millions, one after the other: prepare, block, score, group, write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from citekit.dedupe.decisions import Decision
from citekit.dedupe.large import grouping, pairs
from citekit.dedupe.large.blocking import sifted
from citekit.dedupe.large.decided import Ruled, Wanted, decided_among, ruled
from citekit.dedupe.large.edges import Edges
from citekit.dedupe.large.executor import Executor
from citekit.dedupe.large.found import CLUSTERS, PAIRS, FoundLarge
from citekit.dedupe.large.pair_keys import halves, pair_keys
from citekit.dedupe.large.prepare import prepare
from citekit.dedupe.large.room import Room
from citekit.dedupe.large.shelf import Shelf
from citekit.dedupe.large.source import Portion, Source, parts, rows_in
from citekit.dedupe.large.telling import TOGETHER, followed, merged, write_clusters, write_pairs
from citekit.dedupe.large.twins import first_of, twins
from citekit.model import Finding, Work

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PAIRS = 2048  # pairs of a task
_STEP = 64 * _PAIRS  # pairs that are cut into tasks together
_RECORDS = 1024  # records of a task of grouping
_READ, _LOOKED, _SCORED = 0.55, 0.75, 0.95  # shares of the work that are done after these steps


@dataclass(frozen=True, slots=True)
class Means:
    """What a search may take, who does its steps, and who is told the share of the work that is done."""

    room: Room
    executor: Executor
    after: Callable[[float], None]


def searched(source: Source, decisions: Sequence[Decision], scratch: Path, means: Means) -> FoundLarge:
    """Search a source and write what is found into the scratch folder."""
    with closing(Shelf(scratch)) as shelf:
        findings, known = _prepared(source, decisions, shelf, means)
        rows = shelf.column("rows")
        decided = decided_among(known, decisions, rows)
        first = first_of(shelf.column("signature"), sorted({one for pair in decided.different for one in pair}))
        rules = ruled(decided, first, rows)
        doubles = np.flatnonzero(first != np.arange(len(first), dtype=np.int32)).astype(np.int32)
        means.after(_READ)
        found = sifted(shelf, doubles, scratch, means.room.beside(shelf.records))
        means.after(_LOOKED)
        edges = _scored(shelf, scratch, found, means)
        clusters = _clustered(shelf, edges.same(), rules, means.executor)
        clusters[doubles] = clusters[first[doubles]]
        keys = np.sort(pair_keys(first[doubles], doubles))
        told = merged(edges.told(TOGETHER), keys, lambda start, end: twins(keys[start:end]))
        count = write_pairs(scratch / PAIRS, followed(told, rules, shelf), clusters, rows)
        many, members = write_clusters(scratch / CLUSTERS, shelf, clusters)
        means.after(1.0)
        return FoundLarge(shelf.records, many, members, count, (*findings, *decided.findings))


def _prepared(
    source: Source, decisions: Sequence[Decision], shelf: Shelf, means: Means
) -> tuple[list[Finding], list[tuple[int, Work]]]:
    """Put the records of a source on the shelf; what could not be read, and the works that decisions may be about."""
    findings: list[Finding] = []
    known: list[tuple[int, Work]] = []
    total = rows_in(source)
    means.room.beside(total)
    step = partial(prepare, wanted=Wanted.of(decisions)) if decisions else prepare
    shelf.put(prepare(Portion(0)))  # a source may be empty
    for some in means.executor.map(step, parts(source)):
        shelf.put(some)
        findings += some.findings
        known += some.known
        if total:
            means.after(_READ * shelf.records / total)
    shelf.finish()
    return findings, known


def _scored(shelf: Shelf, scratch: Path, found: NDArray[np.uint64], means: Means) -> Edges:
    """Put away the pairs that tell something."""
    with closing(Edges(scratch)) as edges:
        seen = 0
        stretches = (halves(found[start : start + _STEP]) for start in range(0, len(found), _STEP))
        for done in means.executor.map(pairs.scored, pairs.tasks(shelf, stretches, _PAIRS)):
            edges.put(done)
            seen += done.seen
            means.after(_LOOKED + (_SCORED - _LOOKED) * seen / len(found))
    return edges


def _clustered(shelf: Shelf, same: NDArray[Any], rules: Ruled, executor: Executor) -> NDArray[np.int32]:
    """For each record the first of its cluster, itself where it is alone."""
    first = np.arange(shelf.records, dtype=np.int32)
    two, tasks = grouping.tasks(shelf, grouping.ruled(same, rules), rules.parted, _RECORDS)
    first[two.records] = two.first
    for done in executor.map(grouping.clustered, tasks):
        first[done.records] = done.first
    return first
