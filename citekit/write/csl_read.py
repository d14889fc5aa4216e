"""The members of a CSL item to the record of a work, as far as they tell: the counterpart of ``csl_item``."""

from __future__ import annotations

from typing import Any

from citekit.model import Work
from citekit.write.csl_dates import edtf_of
from citekit.write.csl_item import Item
from citekit.write.csl_names import name_of
from citekit.write.csl_variables import BY_TYPE, DATES, OLDER, ROLES, TEXTS, TITLES
from citekit.write.record import Record

_FIELDS = {name: field for field, name in TEXTS.items()}
_DATED = {name: field for field, name in DATES.items()}
_TITLED = {name: part for part, name in TITLES.items()}
_ROLES = frozenset(ROLES)
_OWN = frozenset(Work.__slots__)
TOLD = frozenset({"id", "language", *_FIELDS, *_DATED, *_TITLED, *_ROLES})
"""Members that tell something of a work, ``type`` apart."""


def told(name: str, value: Any) -> Any:  # noqa: ANN401 - a text, or names as a record
    """What the mended value of a variable tells: a text, a date in EDTF, or names; empty where it tells nothing."""
    if name in _DATED:
        return edtf_of(value) if value else ""
    if name in _ROLES:
        return {str(number): name_of(person) for number, person in enumerate(value or (), 1)}
    return value


def told_by(item: Item) -> Record:
    """The record that a mended item tells without ``custom``; a variable's older name counts where the new is not."""
    older = {newer: item[name] for name, newer in OLDER.items() if name in item and not item.get(newer)}
    values: Record = {"key": item["id"], "type": BY_TYPE.get(item["type"], "other")}
    for name, value in (item | older if older else item).items():
        found = told(name, value) if value and name in TOLD else ""
        if not found:
            continue
        if name in _TITLED:
            values[_TITLED[name]] = {"main": {"text": found}}
        elif name in _ROLES:
            (values if name in _OWN else values.setdefault("people", {}))[name] = found
        elif field := _FIELDS.get(name) or _DATED.get(name):
            values.setdefault("fields", {})[field] = found
    if "title" in values and item.get("language"):
        values["title"]["main"]["language"] = item["language"]
    return values
