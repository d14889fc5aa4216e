"""Values of a CSL item in another form than the one written here, kept as they came: ``csl.volume``, ``csl.issued``.

A text stands as it is, anything else as its JSON, and so does a text that is empty or would be read as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Collection

from citekit.model import Work
from citekit.style.mend import mend_value
from citekit.style.mend_text import mend_text
from citekit.write.csl_item import Item
from citekit.write.csl_read import TOLD, told
from citekit.write.csl_variables import BY_TYPE, OLDER

PREFIX = "csl."
_OLDER = {newer: name for name, newer in OLDER.items()}


def kept(raw: Item, natural: Item, mended: Collection[str] = ()) -> dict[str, str]:
    """What is to be kept of an item beside what is written naturally; ``mended`` names the members to leave as mended.

    An older name of a variable is kept together with the newer one, where an item has both. Of ``custom`` all is kept
    that ``raw`` has.
    """
    left = {"custom", *mended}
    found = {name: value for name, value in raw.items() if name not in left and not _same(value, natural, name)}
    both = {OLDER[name]: raw[OLDER[name]] for name in found if OLDER.get(name) in raw}
    found |= both | ({"custom": raw["custom"]} if raw.get("custom") is not None else {})
    return {f"{PREFIX}{name}": encoded(value) for name, value in found.items()}


def _same(value: object, natural: Item, name: str) -> bool:
    """Whether a value is written as it is; 1 and true are not the same here, the order of members does not count."""
    other = natural.get(name)
    if isinstance(value, str) or isinstance(other, str):
        return value == other
    return name in natural and _alike(value, other)


def _alike(value: object, other: object) -> bool:
    if type(value) is not type(other):
        return False
    if isinstance(value, dict) and isinstance(other, dict):
        return value.keys() == other.keys() and all(_alike(value[key], other[key]) for key in value)
    if isinstance(value, list) and isinstance(other, list):
        return len(value) == len(other) and all(map(_alike, value, other))
    return value == other


def restored(natural: Item, work: Work) -> Item:
    """The item of a work with the values that were kept, each where the item still says the same with it."""
    found = {name.removeprefix(PREFIX): text for name, text in work.extra.items() if name.startswith(PREFIX)}
    item = natural
    kind = decoded(found.pop("type", ""))
    if isinstance(kind, str) and kind and BY_TYPE.get(kind, "other") == work.type:
        item = {**item, "type": kind}
    for name, text in sorted(found.items(), key=lambda pair: (pair[0] not in OLDER, pair[0])):
        instead = "" if OLDER.get(name) in found else OLDER.get(name, "")
        item = _with(item, name, decoded(text), instead)
    return item


def _with(item: Item, name: str, value: object, instead: str) -> Item:
    """The item with a value, in the place of the variable ``instead``, if it still says the same."""
    wished = {**{key: old for key, old in item.items() if key != instead}, name: value}
    variable = OLDER.get(name, name)
    return wished if variable not in TOLD or _says(variable, wished) == _says(variable, item) else item


def _says(variable: str, item: Item) -> object:
    """What an item tells of a work in a variable, or in the older name of it; the value is mended first.

    The language is that of the title, and tells nothing without one.
    """
    if variable == "language" and not item.get("title"):
        return ""
    value = item.get(variable)
    if not value and variable in _OLDER:
        value = item.get(_OLDER[variable])
    if variable == "id":
        return mend_text(value)[0]
    return told(variable, mend_value(variable, value)[0] or "" if value is not None else "")


def encoded(value: object) -> str:
    """A value as one text: ``decoded(encoded(value)) == value``."""
    if value and isinstance(value, str) and decoded(value) == value:
        return value
    return json.dumps(value, ensure_ascii=False)


def decoded(text: str) -> object:
    """The value that a text stands for: its JSON, or the text itself where it is none."""
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return text


def _refuse(name: str) -> object:
    raise ValueError(name)
