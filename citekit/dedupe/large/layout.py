"""The columns of a table that is merged: where the value of each stands in a work, and those that are added.

Two columns are added behind those of the source, or filled further where a merge made them before: ``ids``, the further
keys of a work, and ``merged``, what other rows brought to it. Where the source has another column of that name, ours is
called ``citekit_ids``, ``citekit_merged``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from citekit.dedupe.combine import ALIASES
from citekit.dedupe.large.rows import columns_of, plain_name
from citekit.dedupe.lists import is_joined
from citekit.dedupe.values import Where, label
from citekit.fields import LIBRARY_FIELDS, NAME_FIELDS, TEXT_FIELDS

IDS = pa.list_(pa.string())
"""The type of the further keys of a work, where the source has no column for them."""
LOG = pa.list_(
    pa.struct([(name, pa.int64() if name == "row" else pa.string()) for name in "file row key how field value".split()])
)
"""What other rows brought: the file, the row of it, counted from 0, its key; what was done with which value."""

MERGED = "merged"
KEY: Where = ("work", "key")
_WHERE: dict[str, Where] = {
    "key": KEY,
    "type": ("work", "type"),
    **{f"{part}{end}": (part, face) for part in ("title", "container", "publisher")
       for end, face in (("", "main"), ("_original", "original"), ("_translation", "translation"))},
    **{role: ("names", role) for role in NAME_FIELDS},
    "keywords": ("fields", "keyword"),
    **dict.fromkeys(("date_modified", "last_modified", "modified_at", "updated_at"), ("extra", "date-modified")),
    **dict.fromkeys(("date_added", "added_at", "created_at"), ("extra", "date-added")),
}  # fmt: skip
"""Name of a column, ``_`` for blanks and hyphens → where its value stands, if not under that name."""
_FIELDS = {*TEXT_FIELDS, *LIBRARY_FIELDS}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place in the table, its name, where its value stands in a work, and what its cells are.

    ``field`` is set for a column that a search reads. ``text`` tells that cells are texts, ``listed`` that they are
    lists of texts which are joined item by item.
    """

    place: int
    name: str
    where: Where
    field: str = ""
    text: bool = False
    listed: bool = False

    @property
    def label(self) -> str:
        """What :func:`citekit.dedupe.combine.combine` calls the value."""
        return label(self.where)


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of the source that hold values, and the places of the two that are ours; the schemas.

    ``key`` is the place of the keys, -1 where there are none. ``plain`` is the schema that rows are merged in,
    ``schema`` the one that is written.
    """

    columns: tuple[Column, ...]
    key: int
    ids: int
    log: int
    plain: Any
    schema: Any


def layout_of(schema: Any) -> Layout:  # noqa: ANN401 - pyarrow carries no types
    """The layout of a table with an Arrow schema."""
    ids, schema = _own(schema, ALIASES[1], IDS, lambda kind: is_text(kind) or _is_texts(kind))
    log, schema = _own(schema, MERGED, LOG, LOG.equals)
    columns = tuple(_columns(schema, ids, log))
    key = next((column.place for column in columns if column.where == KEY), -1)
    plain = pa.schema([pa.field(one.name, _plain(one.type)) for one in schema])
    return Layout(columns, key, ids, log, plain, schema)


def _own(schema: Any, name: str, kind: Any, fits: Callable[[Any], bool]) -> tuple[int, Any]:  # noqa: ANN401 - the same
    """The place of a column of ours, and the schema with it."""
    names = [plain_name(one) for one in schema.names]
    if name not in names:
        return len(names), schema.append(pa.field(name, kind))
    place = names.index(name)
    return (place, schema) if fits(schema.field(place).type) else _own(schema, f"citekit_{name}", kind, fits)


def _columns(schema: Any, ids: int, log: int) -> Iterator[Column]:  # noqa: ANN401 - the same
    known = {name: field for field, name in columns_of(schema.names).items()}
    taken = {ALIASES, *map(_where, known.values())}
    for place, name in enumerate(schema.names):
        if place == log:
            continue
        field, kind = known.pop(name, ""), schema.field(place).type
        where = ALIASES if place == ids else _where(field or plain_name(name))
        listed = _is_texts(kind) and is_joined(*where) and not field
        opaque = is_joined(*where) and not (is_text(kind) or listed)
        if not field and place != ids and (where in taken or opaque):
            where, listed = ("extra", f"{name}#{place}"), False  # a value that stands for itself
        taken.add(where)
        yield Column(place, name, where, field, is_text(kind), listed)


def _where(field: str) -> Where:
    return _WHERE.get(field) or (("fields", field) if field in _FIELDS else ("extra", field))


def is_text(kind: Any) -> bool:  # noqa: ANN401 - the same
    """Whether the cells of a column of this type are texts."""
    if pa.types.is_dictionary(kind):
        return is_text(kind.value_type)
    return any(test(kind) for test in (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view))


def _is_texts(kind: Any) -> bool:  # noqa: ANN401 - the same
    is_list = pa.types.is_list(kind) or pa.types.is_large_list(kind)
    return bool(is_list and (pa.types.is_string(kind.value_type) or pa.types.is_large_string(kind.value_type)))


def _plain(kind: Any) -> Any:  # noqa: ANN401 - the same
    """The type in which values of a type can be taken out and put together."""
    if pa.types.is_dictionary(kind):
        return _plain(kind.value_type)
    if pa.types.is_string_view(kind):
        return pa.large_string()
    return pa.large_binary() if pa.types.is_binary_view(kind) else kind
