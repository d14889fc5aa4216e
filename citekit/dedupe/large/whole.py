"""A table read whole, all its columns, some rows at a time; it is merged only where every row of it can be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from citekit.dedupe.large.layout import Layout
from citekit.dedupe.large.source import first_line, opened
from citekit.errors import CitekitError

_ROWS, _BYTES = 122_880, 16 * 2**20  # what is held together: the rows of a group that other programs write


def read_whole(path: str, layout: Layout) -> Iterator[tuple[int, Any]]:
    """The rows of a Parquet file as tables in the plain schema, with the place of the first row of each.

    Raises CitekitError where some of them cannot be read.
    """
    file = opened(path)
    size = _size(file.metadata)
    there = layout.plain.names[: len(file.schema_arrow)]
    first = 0
    for group in range(file.num_row_groups):
        end = first + file.metadata.row_group(group).num_rows
        try:
            for batch in file.iter_batches(size, row_groups=[group]):
                added = [pa.nulls(batch.num_rows, part.type) for part in list(layout.plain)[len(there) :]]
                columns = [cells.cast(part.type) for cells, part in zip(batch.columns, layout.plain, strict=False)]
                yield first, pa.table([*columns, *added], schema=layout.plain)
                first += batch.num_rows
        except (pa.ArrowException, OSError) as wrong:
            raise CitekitError(
                f"Rows {first + 1} to {end} of {path} cannot be read ({first_line(wrong)}), and a merged table would "
                "lack them. Nothing is merged; write this part of the table anew, or name a folder with -o for what is "
                "found among the other rows."
            ) from wrong


def codec_of(path: str) -> str:
    """How the columns of a file are compressed, in the words of Arrow."""
    about = opened(path).metadata
    if not about.num_row_groups or not about.num_columns:
        return "zstd"
    name: str = about.row_group(0).column(0).compression.lower()
    return {"uncompressed": "none", "lz4_raw": "lz4"}.get(name, name)


def _size(about: Any) -> int:  # noqa: ANN401 - pyarrow carries no types
    """Rows that are read together."""
    total = int(sum(about.row_group(group).total_byte_size for group in range(about.num_row_groups)))
    return max(1, min(_ROWS, _BYTES * int(about.num_rows) // max(total, 1)))
