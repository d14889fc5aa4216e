"""A BibTeX entry to the record of a work: what its fields tell, and then what its ``verba`` adds."""

from __future__ import annotations

from collections.abc import Mapping

from citekit.model import Work
from citekit.write import patch
from citekit.write.bibtex_read import read_entry
from citekit.write.entries import entry_type
from citekit.write.record import Record, record, work_of

_PARTS = {
    *("key", "type", "title", "container", "publisher", "author", "editor", "translator"),
    *("fields", "cited", "variants", "inherited", "extra"),
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
    verba = fields.get("verba", "")
    if verba:
        try:
            return _patched(natural(name, key, told), verba)
        except (ValueError, TypeError, AttributeError, KeyError):
            told["verba"] = verba
    return work_of(natural(name, key, told))


def _patched(values: Record, verba: str) -> Work:
    rest = patch.loads(verba)
    if not rest.keys() <= _PARTS:
        raise ValueError("this is no patch of citekit's")
    work = work_of(patch.apply(values, rest))
    record(work)  # a patch whose values have the wrong shape does not get through this
    return work
