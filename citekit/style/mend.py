"""CSL-JSON as it comes → CSL-JSON as a processor wants it; a record is never lost, and each repair is a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from citekit.style import variables
from citekit.style.mend_dates import mend_date
from citekit.style.mend_names import mend_names
from citekit.style.mend_text import as_json, mend_text

Item: TypeAlias = dict[str, Any]

_WRAPPERS = ("items", "references")
_UNREADABLE = "[unreadable record]"


@dataclass(frozen=True, slots=True)
class Repair:
    """What was mended: the item's id (as it is now), its place in the list from 0, the field, and a sentence.

    ``was`` is the value as it came, in JSON. An ``error`` is what a person must settle: two items with one id, a
    record that cannot be read. A repair of the list itself has the index -1.
    """

    id: str
    index: int
    field: str
    message: str
    level: Literal["error", "warning"] = "warning"
    was: str = ""


def mend(value: object) -> tuple[list[Item], list[Repair]]:
    """The items of a CSL-JSON value, as many as it has records, and what was mended; nothing raises.

    What the CSL-JSON schema allows in several forms is brought into one without a word: ids are texts, numbers are
    texts, date-parts are numbers, ``circa`` is true or is not there.
    """
    found, repairs = records(value)
    ids = _ids(found, repairs)
    items = [
        _item(record, identity, index, repairs) for index, (record, identity) in enumerate(zip(found, ids, strict=True))
    ]
    return items, repairs


def records(value: object) -> tuple[list[object], list[Repair]]:
    """The records of a list, of an object that wraps a list as ``items`` or ``references``, or of a single record."""
    if isinstance(value, list):
        return value, []
    if value is None:
        return [], [Repair("", -1, "", "There is nothing (null) where a list of items belongs.", was="null")]
    if isinstance(value, dict):
        for name in _WRAPPERS:
            if isinstance(value.get(name), list):
                return value[name], []
    return [value], [Repair("", -1, "", "There is one record where a list of items belongs.")]


def _ids(found: list[object], repairs: list[Repair]) -> list[str]:
    """The ids of the records, all different: that of the first to have it stays, a missing one is ``item-1``."""
    given = [_id(record) for record in found]
    taken = set(given)
    seen: set[str] = set()
    numbers: dict[str, int] = {}
    for index, (record, text) in enumerate(zip(found, given, strict=True)):
        identity = text
        if not text:
            identity = _free(f"item-{index + 1}", taken, numbers)
            if isinstance(record, dict):
                message = f"The item has no id and is now called {identity}."
                repairs.append(Repair(identity, index, "id", message, was=as_json(record.get("id"))))
        elif text in seen:
            identity = _free(text, taken, numbers)
            message = f"The id {text} is taken by an item before; this one is now called {identity}."
            repairs.append(Repair(identity, index, "id", message, "error", as_json(text)))
        seen.add(identity)
        given[index] = identity
    return given


def _id(record: object) -> str:
    return mend_text(record["id"])[0] if isinstance(record, dict) and record.get("id") is not None else ""


def _free(wish: str, taken: set[str], numbers: dict[str, int]) -> str:
    identity = wish
    while identity in taken:
        numbers[wish] = numbers.get(wish, 1) + 1
        identity = f"{wish}-{numbers[wish]}"
    taken.add(identity)
    return identity


def _item(record: object, identity: str, index: int, repairs: list[Repair]) -> Item:
    if not isinstance(record, dict):
        message = "The record is no object and cannot be read; its text is kept as a note."
        repairs.append(Repair(identity, index, "", message, "error", as_json(record)))
        raw = record if isinstance(record, str) else as_json(record)
        return {"id": identity, "type": "document", "title": _UNREADABLE, "note": raw}
    kind = record.get("type")
    item: Item = {"id": identity, "type": kind if isinstance(kind, str) and kind else "document"}
    for field, value in record.items():
        repairs.extend(
            Repair(identity, index, field, f"The field {field} {message}.", was=as_json(value))
            for message in _mend_field(item, field, value)
        )
    if "type" not in record:
        repairs.append(Repair(identity, index, "type", "The item has no type and is taken for a document."))
    return item


def _mend_field(item: Item, field: str, value: object) -> Iterator[str]:
    """Put the mended value of a field into the item; yield what is to be said of it."""
    if field in ("id", "type"):
        yield from _said_of_head(field, value)
        return
    if value is None:
        yield "was empty (null) and is left out"
        return
    mended, said = mend_value(field, value)
    yield from said
    if mended or not said:
        item[field] = mended


def _said_of_head(field: str, value: object) -> Iterator[str]:
    if field == "type":
        if not isinstance(value, str) or not value:
            yield "was no text, and the item is taken for a document"
        elif value not in variables.TYPES:
            yield f"says {value}, which is no type of CSL 1.0.2; it stays"
    elif not isinstance(value, str | int | float) and value is not None:
        yield "was neither text nor a number and is now its text"


def mend_value(field: str, value: object) -> tuple[object, list[str]]:
    """The value of a field (not of ``id`` or ``type``) as a processor wants it, and what is to be said of it."""
    if field in variables.NAMES:
        return mend_names(value)
    if field in variables.DATES:
        return mend_date(value)
    if field in variables.TEXTS or field in variables.NUMBERS:
        text, fault = mend_text(value, number=field in variables.NUMBERS)
        return text, [fault] if fault else []
    return value, []  # categories, custom, and what others have added
