"""A BibTeX entry to the record of a work: what its fields tell, and then what its ``verba`` adds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from citekit.model import Work
from citekit.write.bibtex_read import read_entry
from citekit.write.entries import NAMES, entry_type
from citekit.write.record import Record, work_of
from citekit.write.rest import work_with


def natural(name: str, key: str, fields: Mapping[str, str]) -> Record:
    """What an entry tells without ``verba``; an entry type that citekit would not have chosen is kept in ``extra``."""
    values = {"key": key, **read_entry(name, fields)}
    if name not in NAMES[entry_type(work_of(values))]:
        values["extra"] = {**values.get("extra", {}), "entrytype": name}
    return values


def work_from(name: str, key: str, fields: Mapping[str, str]) -> Work:
    """The work of an entry; a ``verba`` that is not citekit's stays what it is, a field of somebody's."""
    verba = fields.get("verba", "")
    told = {field: value for field, value in fields.items() if field != "verba"} if verba else fields
    if not verba:
        work = work_of({"key": key, **read_entry(name, told)})
        typed = name not in NAMES[entry_type(work)]
        return replace(work, extra={**work.extra, "entrytype": name}) if typed else work
    values = natural(name, key, told)
    return work_with(values, verba) or work_of({**values, "extra": {**values.get("extra", {}), "verba": verba}})
