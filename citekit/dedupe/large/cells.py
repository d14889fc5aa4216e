"""The cells of rows that are merged: each as a text that loses nothing of it, and rows as works."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from citekit.dedupe.large.layout import Layout
from citekit.dedupe.large.rows import text_of, work_of
from citekit.dedupe.values import Value, Values, parts_of, values_of
from citekit.model import Face, Work

FACED = ("title", "container", "publisher")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the work it tells of, the values of that, the text of each cell by its place, the lists of texts."""

    work: Work
    values: Values
    texts: Mapping[int, str]
    lists: Mapping[int, tuple[str, ...]]


def rows_of(table: Any, layout: Layout) -> list[Row]:  # noqa: ANN401 - pyarrow carries no types
    """The rows of a table in the plain schema of a layout."""
    read = {column.field: table.column(column.place).to_pylist() for column in layout.columns if column.field}
    texts: dict[int, list[str]] = {}
    lists: dict[int, list[tuple[str, ...]]] = {}
    for column in layout.columns:
        cells = table.column(column.place)
        if column.listed:
            lists[column.place] = [tuple(map(_item, filter(None, cell or ()))) for cell in _cells(cells)]
        else:
            texts[column.place] = texts_of(cells)
    return [
        _row(
            layout,
            {field: cells[at] for field, cells in read.items()},
            {place: text for place, cells in texts.items() if (text := cells[at])},
            {place: cells[at] for place, cells in lists.items()},
        )
        for at in range(len(table))
    ]


def _row(
    layout: Layout, read: Mapping[str, Any], texts: Mapping[int, str], lists: Mapping[int, tuple[str, ...]]
) -> Row:
    work = work_of(read)
    values = values_of(work)
    if not str(read.get("type") or "").strip():
        values.pop(("work", "type"))
    for column in layout.columns:  # 0 is a value, though no search looks at it
        text = texts.get(column.place)
        if text and column.where not in values and (not column.field or column.where[0] == "fields"):
            values[column.where] = _value(column.where[0], text.strip())
    key = work.key or texts.get(layout.key, "").strip()
    return Row(Work(**{"key": key, "type": ""} | parts_of(values)), values, texts, lists)


def _value(section: str, text: str) -> Value:
    return Face(text) if section in FACED else text


def texts_of(cells: Any) -> list[str]:  # noqa: ANN401 - the same
    """Each cell of a column as a text; empty for one that holds nothing.

    Numbers and days are as in a library: 2002.0 is 2002. Lists and cells of several parts are JSON, bytes that are no
    UTF-8 a data URL (RFC 2397).
    """
    kind = cells.type
    if pa.types.is_timestamp(kind) or pa.types.is_time(kind):
        cells = cells.cast(pa.string())  # Python has no nanoseconds
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return [_full(cell) for cell in _decoded(cells)]
    return [_full(_told(cell)) for cell in _cells(cells)]


def _full(text: str | None) -> str:
    return text if text and not text.isspace() else ""


def _decoded(cells: Any) -> Sequence[str | None]:  # noqa: ANN401 - the same
    try:
        texts: list[str | None] = cells.to_pylist()
    except UnicodeDecodeError:
        return [_told(cell) for cell in cells.cast(pa.large_binary()).to_pylist()]
    return texts


def _cells(cells: Any) -> Sequence[Any]:  # noqa: ANN401 - the same
    try:
        found: list[Any] = cells.to_pylist()
    except UnicodeDecodeError:
        found = cells.cast(_of_bytes(cells.type)).to_pylist()
    return found


def _item(item: str | bytes) -> str:
    return item if isinstance(item, str) else _of_data(item)


def _of_bytes(kind: Any) -> Any:  # noqa: ANN401 - the same
    """A type with bytes for its texts."""
    if pa.types.is_struct(kind):
        return pa.struct([pa.field(part.name, _of_bytes(part.type)) for part in kind])
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return (pa.list_ if pa.types.is_list(kind) else pa.large_list)(_of_bytes(kind.value_type))
    return pa.binary() if pa.types.is_string(kind) else pa.large_binary() if pa.types.is_large_string(kind) else kind


def _told(cell: object) -> str:
    if isinstance(cell, bytes):
        return _of_data(cell)
    if isinstance(cell, list | dict | tuple):
        return json.dumps(cell, ensure_ascii=False, default=_told) if cell else ""
    return text_of(cell)


def _of_data(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return f"data:;base64,{b64encode(data).decode('ascii')}"
