"""Keys on disk → the pairs that are worth a score: the join, its sorting and what overflows are DuckDB's."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from citekit.dedupe.blocks import WINDOW, cap_for
from citekit.dedupe.candidates import candidates
from citekit.dedupe.large.pair_keys import pair_keys
from citekit.dedupe.large.shelf import Shelf, mapped
from citekit.dedupe.sift import sift

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from numpy.typing import NDArray

_STEP = 250_000  # keys fetched together
_PAIRS = 1_000_000  # pairs looked at together: a hundred MiB
_THREADS = 2
_KEYS = pa.schema([("key", pa.uint64()), ("record", pa.int32())])
_TITLES = pa.schema([("letters", pa.large_string()), ("signature", pa.uint64()), ("record", pa.int32())])
_SIFTED = pa.schema([("pair", pa.uint64())])


def sifted(shelf: Shelf, doubles: NDArray[np.int32], folder: Path, memory: int) -> NDArray[np.uint64]:
    """The pairs whose scores may tell something, as numbers in order and each once, in a file of the folder.

    ``doubles`` are the records that others stand for; ``memory`` bytes are what DuckDB may take before it writes to
    disk. It is gone, with all that it wrote, when the pairs are given.
    """
    alive = np.ones(shelf.records, bool)
    alive[doubles] = False
    with _database(folder, memory) as database:
        rank = _ranks(database, shelf)
        with (folder / "sifted").open("wb") as file:
            for found in _looked(database, shelf, rank, alive):
                found.tofile(file)
        del rank
        with (folder / "pairs").open("wb") as file:
            once = "select distinct pair from given order by pair"
            for batch in _asked(database, once, _SIFTED, _numbers(mapped(folder / "sifted", np.uint64))):
                _plain(batch.column(0)).tofile(file)
    (folder / "sifted").unlink()
    return mapped(folder / "pairs", np.uint64)


@contextmanager
def _database(folder: Path, memory: int) -> Iterator[DuckDBPyConnection]:
    """An empty database, in a folder of its own that is gone with it."""
    import duckdb  # noqa: PLC0415 - of an extra

    with TemporaryDirectory(prefix="joined-", dir=folder) as own:
        config: dict[str, Any] = {
            "memory_limit": f"{memory // 2**20}MiB",
            "temp_directory": str(Path(own, "spilled")),
            "threads": _THREADS,
            "preserve_insertion_order": False,
        }
        with duckdb.connect(str(Path(own, "keys.duckdb")), config=config) as database:
            yield database


def _asked(database: DuckDBPyConnection, query: str, schema: Any, given: Iterator[Any]) -> Iterator[Any]:  # noqa: ANN401
    """The Arrow batches that a query on the table ``given`` gives."""
    cursor = _given(database, schema, given)
    yield from cursor.sql(query).to_arrow_reader(_STEP)
    cursor.close()


def _given(database: DuckDBPyConnection, schema: Any, batches: Iterator[Any]) -> DuckDBPyConnection:  # noqa: ANN401
    """A connection that has Arrow batches as the table ``given``, to be read once."""
    cursor = database.cursor()
    cursor.register("given", pa.RecordBatchReader.from_batches(schema, batches))
    return cursor


def _keys(shelf: Shelf, alive: NDArray[np.bool_]) -> Iterator[Any]:
    """The keys of the records that stand for themselves, each with its record."""
    keys, counts = shelf.column("keys"), shelf.column("counts")
    at, step = 0, max(_STEP // 10, 1)  # ten keys a record
    for start in range(0, shelf.records, step):
        own = counts[start : start + step]
        records = np.arange(start, start + len(own), dtype=np.int32)
        until = at + int(own.sum())
        kept = np.repeat(alive[records], own)
        yield pa.record_batch([keys[at:until][kept], np.repeat(records, own)[kept]], schema=_KEYS)
        at = until


def _numbers(pairs: NDArray[np.uint64]) -> Iterator[Any]:
    for start in range(0, len(pairs), _STEP):
        yield pa.record_batch([pairs[start : start + _STEP]], schema=_SIFTED)


def _looked(
    database: DuckDBPyConnection, shelf: Shelf, rank: NDArray[np.int32], alive: NDArray[np.bool_]
) -> Iterator[NDArray[np.uint64]]:
    """The first look at all pairs, block after block: the numbers of those that may tell something."""
    counted = "create table blocks as select key, count(*) as size from given group by key having count(*) > 1"
    _given(database, _KEYS, _keys(shelf, alive)).execute(counted)
    sizes = dict(database.execute("select size, count(*) from blocks group by size").fetchall())
    cap = cap_for(sizes, int(np.count_nonzero(alive)))
    columns = shelf.columns()

    def look(block: tuple[NDArray[np.uint64], NDArray[np.int32]]) -> NDArray[np.uint64]:
        return pair_keys(*sift(columns, *candidates(*block, rank, cap)))

    with ThreadPoolExecutor(_THREADS) as threads:
        waiting: list[Future[NDArray[np.uint64]]] = []
        for block in _blocks(database, _keys(shelf, alive), cap):
            waiting.append(threads.submit(look, block))
            if len(waiting) > _THREADS:
                yield waiting.pop(0).result()
        for one in waiting:
            yield one.result()


def _blocks(
    database: DuckDBPyConnection, keys: Iterator[Any], cap: int
) -> Iterator[tuple[NDArray[np.uint64], NDArray[np.int32]]]:
    """Whole blocks, keys and records, so many together that their pairs can be held."""
    query = "select key, record, size from given join blocks using (key) order by key"
    kept: list[NDArray[Any]] = [np.empty(0, np.uint64), np.empty(0, np.int32), np.empty(0, np.int64)]
    for batch in _asked(database, query, _KEYS, keys):
        kept = [np.concatenate(both) for both in zip(kept, map(_plain, batch.columns), strict=True)]
        key, _, size = kept
        starts = np.flatnonzero(np.append(True, key[1:] != key[:-1]))
        pairs = np.cumsum(np.where(size <= cap, (size - 1) / 2, WINDOW - 1))
        for start, end in _cuts(starts, pairs):
            yield key[start:end], kept[1][start:end]
        kept = [column[starts[-1] :] for column in kept]
    if len(kept[0]):
        yield kept[0], kept[1]


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
    rank = np.empty(shelf.records, np.int32)
    number = 0
    ordered = "select record from given order by letters, signature, record"
    for batch in _asked(database, ordered, _TITLES, _titles(shelf)):
        rank[_plain(batch.column(0))] = np.arange(number, number + batch.num_rows, dtype=np.int32)
        number += batch.num_rows
    return rank


def _titles(shelf: Shelf) -> Iterator[Any]:
    letters, signature = shelf.texts("letters"), shelf.column("signature")
    for start in range(0, shelf.records, _STEP):
        own = signature[start : start + _STEP]
        records = np.arange(start, start + len(own), dtype=np.int32)
        yield pa.record_batch([letters.slice(start, _STEP), own, records], schema=_TITLES)
