"""Keys on disk → the pairs that are worth a score: records that share a key, and a first look at them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import pyarrow as pa

from citekit.dedupe.blocks import WINDOW, cap_for
from citekit.dedupe.candidates import candidates
from citekit.dedupe.large.pair_keys import pair_keys
from citekit.dedupe.large.shelf import Shelf, mapped
from citekit.dedupe.large.sorting import STEP, ordered
from citekit.dedupe.sift import sift

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Block: TypeAlias = tuple[NDArray[np.uint64], NDArray[np.int32]]

_PAIRS = 1_000_000  # pairs looked at together: a hundred MiB
_THREADS = 2
_KEYS = pa.schema([("key", pa.uint64()), ("record", pa.int32())])
_TITLES = pa.schema([("letters", pa.large_string()), ("signature", pa.uint64()), ("record", pa.int32())])
_SIFTED = pa.schema([("pair", pa.uint64())])


def sifted(shelf: Shelf, doubles: NDArray[np.int32], folder: Path, memory: int) -> NDArray[np.uint64]:
    """The pairs whose scores may tell something, as numbers in order and each once, mapped from a file of the folder.

    ``doubles`` are the records that others stand for; ``memory`` bytes are what DuckDB may take, and it is gone before
    the look at the pairs begins.
    """
    alive = np.ones(shelf.records, bool)
    alive[doubles] = False
    rank = _ranks(shelf, folder, memory)
    sizes = _shared(shelf, alive, folder, memory)
    with (folder / "sifted").open("wb") as file:
        for found in _looked(shelf, folder, rank, cap_for(sizes, int(np.count_nonzero(alive)))):
            found.tofile(file)
    with (folder / "pairs").open("wb") as file:
        query = "select pair from given order by pair"
        last = None
        for (pairs,) in ordered(_batches(mapped(folder / "sifted", np.uint64)), _SIFTED, query, folder, memory):
            once = pairs[np.append(pairs[:1] != last, pairs[1:] != pairs[:-1])]
            once.tofile(file)
            last = pairs[-1]
    return mapped(folder / "pairs", np.uint64)


def _ranks(shelf: Shelf, folder: Path, memory: int) -> NDArray[np.int32]:
    """The place of each record in the order of titles, then signatures, as in :func:`citekit.dedupe.edges.ranked`."""
    rank = np.empty(shelf.records, np.int32)
    number = 0
    query = "select record from given order by letters, signature, record"
    for (records,) in ordered(_titles(shelf), _TITLES, query, folder, memory):
        rank[records] = np.arange(number, number + len(records), dtype=np.int32)
        number += len(records)
    return rank


def _titles(shelf: Shelf) -> Iterator[Any]:
    letters, signature = shelf.texts("letters"), shelf.column("signature")
    for start in range(0, shelf.records, STEP):
        own = signature[start : start + STEP]
        records = np.arange(start, start + len(own), dtype=np.int32)
        yield pa.record_batch([letters.slice(start, STEP), own, records], schema=_TITLES)


def _shared(shelf: Shelf, alive: NDArray[np.bool_], folder: Path, memory: int) -> Counter[int]:
    """Write the keys that more than one record has, in order, and these records; how many keys have how many."""
    sizes: Counter[int] = Counter()
    query = "select key, record from given order by key, record"
    with (folder / "shared.keys").open("wb") as keys, (folder / "shared.records").open("wb") as records:
        for key, record in _whole(ordered(_keys(shelf, alive), _KEYS, query, folder, memory)):
            starts = np.flatnonzero(np.append(True, key[1:] != key[:-1]))
            size = np.diff(starts, append=len(key))
            sizes.update(size[size > 1].tolist())
            shared = np.repeat(size > 1, size)
            key[shared].tofile(keys)
            record[shared].tofile(records)
    return sizes


def _keys(shelf: Shelf, alive: NDArray[np.bool_]) -> Iterator[Any]:
    """The keys of the records that stand for themselves, each with its record."""
    keys, counts = shelf.column("keys"), shelf.column("counts")
    at, step = 0, max(STEP // 10, 1)  # ten keys a record
    for start in range(0, shelf.records, step):
        own = counts[start : start + step]
        records = np.arange(start, start + len(own), dtype=np.int32)
        until = at + int(own.sum())
        kept = np.repeat(alive[records], own)
        yield pa.record_batch([keys[at:until][kept], np.repeat(records, own)[kept]], schema=_KEYS)
        at = until


def _whole(rows: Iterator[list[NDArray[Any]]]) -> Iterator[list[NDArray[Any]]]:
    """Rows in the order of their first column, cut where that changes."""
    kept: list[NDArray[Any]] = []
    for some in rows:
        kept = [np.concatenate(both) for both in zip(kept, some, strict=True)] if kept else some
        last = int(np.searchsorted(kept[0], kept[0][-1]))
        if last:
            yield [column[:last] for column in kept]
        kept = [column[last:] for column in kept]
    if kept:
        yield kept


def _looked(shelf: Shelf, folder: Path, rank: NDArray[np.int32], cap: int) -> Iterator[NDArray[np.uint64]]:
    """The first look at all pairs, block after block: the numbers of those that may tell something."""
    columns = shelf.columns()

    def look(block: Block) -> NDArray[np.uint64]:
        return pair_keys(*sift(columns, *candidates(*block, rank, cap)))

    with ThreadPoolExecutor(_THREADS) as threads:
        waiting: list[Future[NDArray[np.uint64]]] = []
        for block in _blocks(
            mapped(folder / "shared.keys", np.uint64), mapped(folder / "shared.records", np.int32), cap
        ):
            waiting.append(threads.submit(look, block))
            if len(waiting) > _THREADS:
                yield waiting.pop(0).result()
        for one in waiting:
            yield one.result()


def _blocks(keys: NDArray[np.uint64], records: NDArray[np.int32], cap: int) -> Iterator[Block]:
    """Whole blocks, so many together that their pairs can be held."""
    at = 0
    while at < len(keys):
        until = int(np.searchsorted(keys, keys[min(at + STEP, len(keys)) - 1], "right"))
        key = keys[at:until]
        starts = np.append(np.flatnonzero(np.append(True, key[1:] != key[:-1])), len(key))
        size = np.diff(starts)
        pairs = np.append(0, np.cumsum(np.where(size <= cap, size * (size - 1) // 2, (WINDOW - 1) * size)))
        for start, end in _cuts(pairs):
            stretch = slice(at + int(starts[start]), at + int(starts[end]))
            yield keys[stretch], records[stretch]
        at = until


def _cuts(pairs: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Stretches of blocks, each of some :data:`_PAIRS` pairs or of one block; ``pairs`` are those before each."""
    at, last = 0, len(pairs) - 1
    while at < last:
        until = int(np.searchsorted(pairs, pairs[at] + _PAIRS, "right")) - 1
        until = max(until, at + 1)
        yield at, until
        at = until


def _batches(pairs: NDArray[np.uint64]) -> Iterator[Any]:
    for start in range(0, len(pairs), STEP):
        yield pa.record_batch([pairs[start : start + STEP]], schema=_SIFTED)
