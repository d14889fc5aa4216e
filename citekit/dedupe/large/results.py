"""What was found, as Parquet: the clusters, and the pairs with the evidence for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from citekit.dedupe.comparison import Comparison, Part

_PART = pa.struct([("field", pa.string()), ("weight", pa.float64()), ("reason", pa.string()), ("veto", pa.bool_())])
PAIRS = pa.schema(
    [
        ("first", pa.int64()),
        ("second", pa.int64()),
        ("verdict", pa.string()),
        ("score", pa.float64()),
        ("relation", pa.string()),
        ("parts", pa.list_(_PART)),
    ]
)
"""A pair a row; ``first`` and ``second`` are rows of the source, counted from 0."""
CLUSTERS = pa.schema([("cluster", pa.int64()), ("row", pa.int64()), ("key", pa.string())])
"""A record of a cluster a row; ``cluster`` is the row of the first record of it, both counted from 0."""


def table_of(rows: Sequence[tuple[int, int, Comparison]]) -> Any:  # noqa: ANN401 - pyarrow carries no types
    """Comparisons of records, each with the numbers of its two, as a table of :data:`PAIRS`."""
    first, second, found = zip(*rows, strict=True) if rows else ((), (), ())
    parts = [part for one in found for part in one.parts]
    ends = [0, *accumulate(len(one.parts) for one in found)]
    columns = zip(*parts, strict=True) if parts else [()] * len(Part._fields)
    told = pa.StructArray.from_arrays(list(map(pa.array, columns, (field.type for field in _PART))), fields=list(_PART))
    plain = [[one.verdict for one in found], [one.score for one in found], [one.relation for one in found]]
    return pa.table([first, second, *plain, pa.ListArray.from_arrays(pa.array(ends, pa.int32()), told)], schema=PAIRS)


@contextmanager
def written(path: Path, schema: Any) -> Iterator[Any]:  # noqa: ANN401 - pyarrow carries no types
    """A writer of Parquet, which takes tables of a schema."""
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        yield writer


def tables(path: Path) -> Iterator[Any]:
    """The tables that a file was written from, or smaller ones."""
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(_TOGETHER):
            yield pa.Table.from_batches([batch])


_TOGETHER = 20_000  # rows read at a time
