"""A BibTeX entry to the record of a work: what its fields tell, and then what its ``verba`` adds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from citekit.model import Work
from citekit.write import patch
from citekit.write.bibtex_read import read_entry
from citekit.write.entries import entry_type
from citekit.write.record import Record, work_of

_TEXTS = {"key", "type"}
_RECORDS = {
    *("title", "container", "publisher", "author", "editor", "translator"),
    *("fields", "cited", "inherited", "extra", "people"),
}


def natural(name: str, key: str, fields: Mapping[str, str]) -> Record:
    """What an entry tells without ``verba``; an entry type that citekit would not have chosen is kept in ``extra``."""
    values = {"key": key, **read_entry(name, fields)}
    if entry_type(work_of(values)) != name:
        values["extra"] = {**values.get("extra", {}), "entrytype": name}
    return values


def work_from(name: str, key: str, fields: Mapping[str, str]) -> Work:
    """The work of an entry; a ``verba`` that is not citekit's stays what it is, a field of somebody's."""
    told = {field: value for field, value in fields.items() if field != "verba"}
    values = natural(name, key, told)
    verba = fields.get("verba", "")
    if not verba:
        return work_of(values)
    try:
        return work_of(patch.apply(values, _checked(patch.loads(verba))))
    except (ValueError, TypeError):
        return work_of({**values, "extra": {**values.get("extra", {}), "verba": verba}})


def _checked(rest: Record) -> Record:
    """The patch, when it is one of citekit's: known parts, texts where texts belong; else ValueError."""
    for part, value in rest.items():
        fits = {
            part in _TEXTS: isinstance(value, str | None),
            part in _RECORDS: value is None or (isinstance(value, dict) and _is_texts(value)),
            part == "variants": value is None or _is_variants(value),
        }
        if not fits.get(True):
            raise ValueError(f"a patch of citekit's has no such {part}")
    return rest


def _is_texts(value: Any) -> bool:  # noqa: ANN401  # whatever JSON holds
    return all(map(_is_texts, value.values())) if isinstance(value, dict) else isinstance(value, str | None)


def _is_variants(value: Any) -> bool:  # noqa: ANN401  # whatever JSON holds
    rows = value if isinstance(value, list) else [()]
    return all(
        isinstance(row, list) and len(row) == 3 and all(map(_is_texts, (row[0], row[1]))) and isinstance(row[2], list)
        for row in rows
    )
