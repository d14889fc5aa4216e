"""Columns in order, however many rows: the sorting, and what of it does not fit into memory, are DuckDB's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pyarrow as pa

if TYPE_CHECKING:
    from numpy.typing import NDArray

STEP = 250_000
"""Rows that are given and taken together."""
_THREADS = 2


def ordered(
    batches: Iterator[Any],
    schema: Any,  # noqa: ANN401 - pyarrow carries no types
    query: str,
    folder: Path,
    memory: int,
) -> Iterator[list[NDArray[Any]]]:
    """The columns that a query on the Arrow batches ``given`` gives, some rows at a time.

    ``memory`` bytes are what DuckDB may take before it writes into the folder; what it wrote is gone at the end.
    """
    import duckdb  # noqa: PLC0415 - of an extra

    with TemporaryDirectory(prefix="sorting-", dir=folder) as spilled:
        config: dict[str, Any] = {
            "memory_limit": f"{memory // 2**20}MiB",
            "temp_directory": spilled,
            "threads": _THREADS,
            "preserve_insertion_order": False,
        }
        with duckdb.connect(config=config) as database:
            database.register("given", pa.RecordBatchReader.from_batches(schema, batches))
            for batch in database.sql(query).to_arrow_reader(STEP):
                yield [column.to_numpy() for column in batch.columns]
