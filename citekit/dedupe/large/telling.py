"""What was found, in its last form: the clusters and the pairs by the rows of the source, written as Parquet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from citekit.dedupe.large.pair_keys import pair_keys
from citekit.dedupe.large.results import CLUSTERS, PAIRS, written
from citekit.dedupe.large.shelf import Shelf

if TYPE_CHECKING:
    from numpy.typing import NDArray

TOGETHER = 20_000
"""Pairs written at a time."""
MEMBERS = 250_000
"""Records of clusters written at a time."""

Made = Callable[[int, int], Any]
"""Some of the rows of a table of pairs, from one to another."""


def write_clusters(path: Path, shelf: Shelf, first: NDArray[np.int32]) -> tuple[int, int]:
    """Write the clusters, each record with the first of its own; how many there are, and records in them."""
    sizes = np.bincount(first)
    members = np.flatnonzero(sizes[first] > 1)
    members = members[np.argsort(first[members], kind="stable")]
    rows, keys = shelf.column("rows"), shelf.texts("key")
    with written(path, CLUSTERS) as file:
        for start in range(0, len(members), MEMBERS):
            some = members[start : start + MEMBERS]
            names = keys.take(pa.array(some)).cast(pa.string())
            file.write_table(pa.table([rows[first[some]], rows[some], names], schema=CLUSTERS))
    return int(np.count_nonzero(sizes > 1)), len(members)


def write_pairs(path: Path, told: Iterable[Any], first: NDArray[np.int32], rows: NDArray[np.int64]) -> int:
    """Write tables of pairs, which are in order, by the rows of their records; how many pairs there are."""
    count = 0
    with written(path, PAIRS) as file:
        for table in told:
            file.write_table(settled(table, first, rows))
            count += table.num_rows
    return count


def settled(table: Any, first: NDArray[np.int32], rows: NDArray[np.int64]) -> Any:  # noqa: ANN401 - Arrow tables
    """Pairs by their rows in the source; one that its scores join and the others of its cluster part is to look at."""
    low, high = (table.column(name).to_numpy() for name in ("first", "second"))
    doubtful = (first[low] != first[high]) & pc.equal(table.column("verdict"), "same").to_numpy()
    if doubtful.any():
        table = _ordered(table.filter(~doubtful), _doubted(table.filter(doubtful)))
    for place, column in enumerate((low, high)):
        table = table.set_column(place, PAIRS.field(place), pa.array(rows[column]))
    return table


def _doubted(table: Any) -> Any:  # noqa: ANN401 - Arrow tables
    part = {"field": "cluster", "weight": 0.0, "reason": "others of the cluster differ", "veto": False}
    rows = [row | {"verdict": "look", "parts": [*row["parts"], part]} for row in table.to_pylist()]
    return pa.Table.from_pylist(rows, PAIRS)


def merged(tables: Iterable[Any], keys: NDArray[np.uint64], made: Made) -> Iterator[Any]:
    """Tables of pairs, which are in order, with others among them: those of these numbers, which are in order too."""
    at = 0
    for table in tables:
        own, done = _keys(table), 0
        until = int(np.searchsorted(keys, own[-1]))
        for cut in (*range(at + TOGETHER, until, TOGETHER), until):
            upto = len(own) if cut == until else int(np.searchsorted(own, keys[cut - 1]))
            some = table.slice(done, upto - done)
            yield _ordered(some, made(at, cut)) if cut > at else some
            at, done = cut, upto
    for start in range(at, len(keys), TOGETHER):
        yield made(start, min(start + TOGETHER, len(keys)))


def _ordered(*tables: Any) -> Any:  # noqa: ANN401 - Arrow tables
    """Tables of pairs as one, in order."""
    whole = pa.concat_tables(tables)
    return whole.take(np.argsort(_keys(whole), kind="stable"))


def _keys(table: Any) -> NDArray[np.uint64]:  # noqa: ANN401 - an Arrow table
    return pair_keys(*(table.column(name).to_numpy() for name in ("first", "second")))
