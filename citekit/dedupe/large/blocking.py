"""Keys on disk → the pairs that are worth a score: the join, its sorting and what overflows are DuckDB's."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from citekit.dedupe.blocks import WINDOW, cap_for
from citekit.dedupe.candidates import candidates
from citekit.dedupe.large.shelf import Shelf, batches
from citekit.dedupe.sift import sift

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from numpy.typing import NDArray

_STEP = 250_000  # keys fetched together
_PAIRS = 1_000_000  # pairs looked at together: a hundred MiB
_THREADS = 2


class Blocks:
    """The keys of all records, in a database of one folder."""

    def __init__(self, folder: Path, memory: int) -> None:
        """An empty table; ``memory`` bytes are what the database may take before it writes to disk."""
        import duckdb  # noqa: PLC0415 - of an extra

        self._database: DuckDBPyConnection = duckdb.connect(
            str(folder / "keys.duckdb"),
            config={
                "memory_limit": f"{memory // 2**20}MiB",
                "temp_directory": str(folder / "spilled"),
                "threads": _THREADS,
                "preserve_insertion_order": False,
            },
        )
        self._run("create table keys (key ubigint, record integer)")
        self._run("create table sifted (low integer, high integer)")

    def _run(self, query: str, **tables: Any) -> DuckDBPyConnection:  # noqa: ANN401 - Arrow tables, which carry no types
        for name, table in tables.items():
            self._database.register(name, table)
        done = self._database.execute(query)
        for name in tables:
            self._database.unregister(name)
        return done

    def put(self, keys: NDArray[np.uint64], counts: NDArray[np.int32], first: int) -> None:
        """Put the keys of records away, ``counts`` for each, ``first`` the index of the first record."""
        owners = np.repeat(np.arange(first, first + len(counts), dtype=np.int32), counts)
        self._run("insert into keys select * from given", given=pa.table({"key": keys, "record": owners}))

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def sift(self, shelf: Shelf, doubles: NDArray[np.int32]) -> int:
        """Find the pairs whose scores may tell something; how many there are.

        ``doubles`` are the records that others stand for.
        """
        self._run("create table doubles as select record from given", given=pa.table({"record": doubles}))
        self._run("create view alive as select * from keys anti join doubles using (record)")
        self._run("create table blocks as select key, count(*) as size from alive group by key having count(*) > 1")
        sizes = dict(self._run("select size, count(*) from blocks group by size").fetchall())
        cap = cap_for(sizes, shelf.records - len(doubles))
        self._look(shelf, _ranks(self._database, shelf), cap)
        self._run("create table pairs as select distinct low, high from sifted")
        return int(self._run("select count(*) from pairs").fetchall()[0][0])

    def pairs(self) -> Iterator[tuple[NDArray[np.int32], NDArray[np.int32]]]:
        """These pairs in order and each once, some ten thousand at a time."""
        found = self._database.sql("select low, high from pairs order by low, high")
        for batch in found.to_arrow_reader(_STEP // 16):
            yield batch.column("low").to_numpy(), batch.column("high").to_numpy()

    def _look(self, shelf: Shelf, rank: NDArray[np.int32], cap: int) -> None:
        """The first look at all pairs, block after block."""
        columns = shelf.columns()

        def look(block: tuple[NDArray[np.uint64], NDArray[np.int32]]) -> Any:  # noqa: ANN401 - an Arrow table
            low, high = sift(columns, *candidates(*block, rank, cap))
            return pa.table({"low": low, "high": high})

        with ThreadPoolExecutor(_THREADS) as threads:
            waiting: list[Any] = []
            for block in self._blocks(cap):
                waiting.append(threads.submit(look, block))
                if len(waiting) > _THREADS:
                    self._run("insert into sifted select * from found", found=waiting.pop(0).result())
            for one in waiting:
                self._run("insert into sifted select * from found", found=one.result())

    def _blocks(self, cap: int) -> Iterator[tuple[NDArray[np.uint64], NDArray[np.int32]]]:
        """Whole blocks, keys and records, so many together that their pairs can be held."""
        cursor = self._database.cursor()
        query = "select key, record, size from alive join blocks using (key) order by key"
        kept: list[NDArray[Any]] = [np.empty(0, np.uint64), np.empty(0, np.int32), np.empty(0, np.int64)]
        for batch in cursor.sql(query).to_arrow_reader(_STEP):
            kept = [np.concatenate(both) for both in zip(kept, map(_plain, batch.columns), strict=True)]
            key, _, size = kept
            starts = np.flatnonzero(np.append(True, key[1:] != key[:-1]))
            pairs = np.cumsum(np.where(size <= cap, (size - 1) / 2, WINDOW - 1))
            for start, end in _cuts(starts, pairs):
                yield key[start:end], kept[1][start:end]
            kept = [column[starts[-1] :] for column in kept]
        if len(kept[0]):
            yield kept[0], kept[1]
        cursor.close()


def _plain(column: Any) -> NDArray[Any]:  # noqa: ANN401 - pyarrow carries no types
    plain: NDArray[Any] = column.to_numpy()
    return plain


def _cuts(starts: NDArray[np.int64], pairs: NDArray[np.float64]) -> Iterator[tuple[int, int]]:
    """Stretches of whole blocks, the last block left out, each of some :data:`_PAIRS` pairs or of one block."""
    before = np.append(0.0, pairs)[starts]  # pairs of the blocks before each
    at, last = 0, len(starts) - 1
    while at < last:
        until = int(np.searchsorted(before[: last + 1], before[at] + _PAIRS, "right")) - 1
        until = min(max(until, at + 1), last)
        yield int(starts[at]), int(starts[until])
        at = until


def _ranks(database: DuckDBPyConnection, shelf: Shelf) -> NDArray[np.int32]:
    """The place of each record in the order of titles, then signatures, as in :func:`citekit.dedupe.edges.ranked`."""
    database.execute("create table titles (letters varchar, signature ubigint, record integer)")
    signature = shelf.column("signature")
    for start, letters in batches(shelf):
        end = start + len(letters)
        table = pa.table(
            {"letters": letters, "signature": signature[start:end], "record": np.arange(start, end, dtype=np.int32)}
        )
        database.register("given", table)
        database.execute("insert into titles select * from given")
        database.unregister("given")
    rank = np.empty(shelf.records, np.int32)
    number = 0
    cursor = database.cursor()
    ordered = cursor.sql("select record from titles order by letters, signature, record").to_arrow_reader(_STEP)
    for batch in ordered:
        rank[batch.column(0).to_numpy()] = np.arange(number, number + batch.num_rows, dtype=np.int32)
        number += batch.num_rows
    cursor.close()
    database.execute("drop table titles")
    return rank
