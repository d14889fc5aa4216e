"""Where millions of records come from: Parquet read in parts, or works one by one; each part is a task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from citekit.dedupe.large.rows import COLUMNS, columns_of
from citekit.errors import CitekitError
from citekit.fields import NAME_FIELDS
from citekit.model import Finding, Work

Source: TypeAlias = str | Path | Iterable[Work]

PART = 4096
"""Records of a part: a megabyte or two to be sent to another process."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Records in order, as rows of a table or as works; ``first`` is the place of the first in the source."""

    first: int
    table: Any = None  # pyarrow.RecordBatch, which carries no types
    works: tuple[Work, ...] = ()
    lost: tuple[Finding, ...] = ()


def parts(source: Source, size: int = PART) -> Iterator[Portion]:
    """A source cut into parts. Raises CitekitError where a file is no Parquet or has no column that is known."""
    if isinstance(source, str | Path):
        yield from _of_parquet(str(source), size)
        return
    works = iter(source)
    first = 0
    while some := tuple(islice(works, size)):
        yield Portion(first, works=some)
        first += len(some)


def opened(path: str) -> Any:  # noqa: ANN401 - pyarrow carries no types
    """A Parquet file; CitekitError where it is none."""
    try:
        return pq.ParquetFile(path)
    except FileNotFoundError:
        raise CitekitError(f"There is no file {path}; check the name.") from None
    except (pa.ArrowException, OSError) as wrong:
        raise CitekitError(f"{path} cannot be read as Parquet: {first_line(wrong)}; write the table anew.") from wrong


def _of_parquet(path: str, size: int) -> Iterator[Portion]:
    file = opened(path)
    found = columns_of(file.schema_arrow.names)
    if not found.keys() & {"title", "title_original", "doi", "container"}:
        known = ", ".join(COLUMNS)
        raise CitekitError(f"{path} has no column of titles, containers or DOIs; columns that are read: {known}.")
    _check(path, file.schema_arrow, found)
    first = 0
    for group in range(file.num_row_groups):
        end = first + file.metadata.row_group(group).num_rows
        try:
            for batch in file.iter_batches(size, row_groups=[group], columns=list(found.values())):
                yield Portion(
                    first, pa.RecordBatch.from_arrays([batch.column(name) for name in found.values()], [*found])
                )
                first += batch.num_rows
        except (pa.ArrowException, OSError) as wrong:
            yield Portion(first, lost=(_lost(path, first, end, wrong),))
            first = end


def _check(path: str, schema: Any, found: dict[str, str]) -> None:  # noqa: ANN401 - pyarrow carries no types
    """Refuse a column that is there twice or holds no text in any row; people may be lists of parts."""
    for field, name in found.items():
        if schema.names.count(name) > 1:
            raise CitekitError(f"{path} has more than one column {name}; give the others another name.")
        kind = schema.field(name).type
        if pa.types.is_list(kind) or pa.types.is_large_list(kind):
            kind = kind.value_type
            if field in NAME_FIELDS and pa.types.is_struct(kind):
                continue
        if pa.types.is_nested(kind):
            raise CitekitError(f"The column {name} of {path} holds {kind}, which is no text; write it as text.")


def _lost(path: str, first: int, end: int, wrong: Exception) -> Finding:
    return Finding(
        "DU107",
        f"Rows {first + 1} to {end} of {path} cannot be read: {first_line(wrong)}.",
        "error",
        line=first + 1,
        help="Write this part of the table anew; the other rows are searched.",
    )


def first_line(wrong: Exception) -> str:
    """What is wrong, in a line without its full stop."""
    return (str(wrong).splitlines() or ["damaged"])[0].rstrip(".")


def rows_in(source: Source) -> int:
    """How many rows a file has, 0 where it is not known."""
    return int(opened(str(source)).metadata.num_rows) if isinstance(source, str | Path) else 0
