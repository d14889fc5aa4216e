"""What was found, as Parquet: the clusters, and the pairs with the evidence for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from citekit.dedupe.comparison import Comparison

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


def table_of(rows: Iterable[tuple[int, int, Comparison]]) -> Any:  # noqa: ANN401 - pyarrow carries no types
    """Comparisons of records, each with the numbers of its two, as a table of :data:`PAIRS`."""
    return pa.Table.from_pylist([_row(*one) for one in rows], PAIRS)


def _row(first: int, second: int, found: Comparison) -> dict[str, Any]:
    parts = [
        {"field": part.field, "weight": part.weight, "reason": part.reason, "veto": part.veto} for part in found.parts
    ]
    said = {"verdict": found.verdict, "score": found.score, "relation": found.relation, "parts": parts}
    return {"first": first, "second": second, **said}


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
