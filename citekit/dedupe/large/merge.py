"""A table of millions and the clusters in it → the table merged: what :mod:`citekit.dedupe.plan` does, at scale.

The rows of clusters are gathered cluster by cluster (:class:`citekit.dedupe.large.bins.Bins`), merged as tasks of an
executor, and put where their leading rows stood; all other rows are copied as they are, none is held.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from citekit.dedupe.large.bins import Bins
from citekit.dedupe.large.executor import Executor
from citekit.dedupe.large.former import doubled, reserved
from citekit.dedupe.large.found import CLUSTERS
from citekit.dedupe.large.layout import layout_of
from citekit.dedupe.large.rows import text_of
from citekit.dedupe.large.source import opened, rows_in
from citekit.dedupe.large.takein import Merged, Rules, Task, leading, taken_in
from citekit.dedupe.large.told import Told
from citekit.dedupe.large.whole import codec_of, read_whole

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TOGETHER = 512  # of a task
_TAKEN = 0.7  # the share of the work that merging the rows of clusters is
_SLICE = 65_536  # rows of the source, whose merged rows are put together


class Merging:
    """A table whose duplicates have been found, ready to be merged."""

    def __init__(self, source: str, folder: Path, executor: Executor, policy: str, *, telling: bool = False) -> None:
        """Gather the rows of the clusters that a search has left in a folder; what is put away stands there too.

        ``policy`` is a name in :data:`citekit.dedupe.lead.POLICIES`; with ``telling`` the merges are told of. Raises
        CitekitError where a part of the source cannot be read.
        """
        self._source, self._folder, self._executor = source, folder, executor
        self._rules = Rules(layout_of(opened(source).schema_arrow), Path(source).name, policy, telling)
        found = pq.read_table(folder / CLUSTERS, columns=["cluster", "row"])
        self._rows: NDArray[np.int64] = found.column("row").to_numpy()  # cluster by cluster
        _, number = np.unique(found.column("cluster").to_numpy(), return_inverse=True)
        self._number: NDArray[np.int64] = number.astype(np.int64)
        self.works = int(number[-1]) + 1 if len(number) else 0
        self._order = np.argsort(self._rows)  # as in the source
        self._sorted = self._rows[self._order]
        self._bins = Bins(folder / "gathered", self._rules.layout.plain, self.works, _TOGETHER)
        keys = self._gather()
        self._bins.finish()
        self._reserved = self._reserve(keys)

    def _among(self, first: int, end: int) -> NDArray[np.int64]:
        """Where the rows of a stretch of the source are among those of the clusters, in the order of the source."""
        start, stop = np.searchsorted(self._sorted, (first, end))
        found: NDArray[np.int64] = self._order[start:stop]
        return found

    def _gather(self) -> NDArray[np.int64]:
        """Put the rows of clusters away; the keys of all rows as numbers."""
        key = self._rules.layout.key
        keys = np.zeros(rows_in(self._source), np.int64)
        for first, table in read_whole(self._source, self._rules.layout):
            among = self._among(first, first + len(table))
            self._bins.put(table.take(pa.array(self._rows[among] - first)), self._number[among])
            if key >= 0:
                keys[first : first + len(table)] = _numbered(table.column(key))
        return keys

    def _reserve(self, keys: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of the rows of clusters have a key that belongs to another work."""
        marks = np.zeros(len(self._rows), bool)
        several = doubled(keys, self._rows)
        there = np.flatnonzero(np.isin(self._number, self._number[several]))  # in clusters that a key ties to others
        if len(there):
            tasks = self._tasks(there, marks)
            leads = np.concatenate(list(self._executor.map(leading, tasks)))
            marks[there] = reserved(keys, self._rows[there], self._number[there], leads)
        return marks

    def _tasks(self, wanted: NDArray[np.int64], marks: NDArray[np.bool_]) -> Iterator[Task]:
        """The rows of clusters, all or those wanted, cluster by cluster."""
        is_wanted = np.zeros(len(self._rows), bool)
        is_wanted[wanted] = True
        for one in range(self._bins.count):
            table, numbers = self._bins.take(one)
            first = int(np.searchsorted(self._number, one * self._bins.width))
            inside = np.flatnonzero(is_wanted[first : first + len(numbers)])
            cuts = np.flatnonzero(np.diff(numbers[inside] // _TOGETHER)) + 1
            for some in filter(len, np.split(inside, cuts)):
                own = first + some
                yield Task(self._rules, table.take(pa.array(some)), self._rows[own], self._number[own], marks[own])

    def merges(self) -> Iterator[Merged]:
        """The merges in the order of the clusters, some at a time."""
        return self._executor.map(taken_in, self._tasks(np.arange(len(self._rows)), self._reserved))

    def write(self, file: BinaryIO, tell: Callable[[Told], object], after: Callable[[float], None]) -> int:
        """Write the merged table as Parquet; how many rows it has."""
        layout, total = self._rules.layout, rows_in(self._source)
        placed = Bins(self._folder / "placed", layout.plain, total, _SLICE)
        done = 0
        for some in self.merges():
            placed.put(some.table, some.leads)
            for one in some.told:
                tell(one)
            after(_TAKEN * (done := done + len(some.leads)) / self.works)
        placed.finish()
        written = 0
        with pq.ParquetWriter(file, layout.schema, compression=codec_of(self._source)) as writer:
            for table in self._in_order(placed):
                writer.write_table(table.cast(layout.schema))
                written += len(table)
                after(_TAKEN + (1 - _TAKEN) * written / total)
        after(1.0)
        return written

    def _in_order(self, placed: Bins) -> Iterator[Any]:
        """The rows that are in no cluster and the merged ones, in the order of the source."""
        waiting, numbers = self._rules.layout.plain.empty_table(), np.empty(0, np.int64)
        at = 0
        for first, table in read_whole(self._source, self._rules.layout):
            end = first + len(table)
            while at * placed.width < end:
                more, leads = placed.take(at)
                waiting, numbers = pa.concat_tables([waiting, more]), np.concatenate([numbers, leads])
                at += 1
            alone = np.delete(np.arange(len(table)), self._rows[self._among(first, end)] - first)
            until = int(np.searchsorted(numbers, end))
            whole = pa.concat_tables([table.take(pa.array(alone)), waiting.slice(0, until)])
            yield whole.take(pa.array(np.argsort(np.concatenate([alone + first, numbers[:until]]), kind="stable")))
            waiting, numbers = waiting.slice(until), numbers[until:]


def _numbered(cells: Any) -> NDArray[np.int64]:  # noqa: ANN401 - pyarrow carries no types
    """Keys as numbers, 0 for none, that hold in this process."""
    return np.fromiter((_number(cell) for cell in _listed(cells)), np.int64, len(cells))


def _listed(cells: Any) -> Iterator[Any]:  # noqa: ANN401 - the same
    try:
        yield from cells.to_pylist()
    except UnicodeDecodeError:  # one of them; by bytes they are told apart as well
        yield from cells.cast(pa.large_binary()).to_pylist()


def _number(cell: object) -> int:
    try:
        text = text_of(cell)
    except (TypeError, UnicodeDecodeError):  # a row that is left alone
        return 0
    return hash(text) or 1 if text else 0
