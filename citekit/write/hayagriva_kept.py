"""Members of a Hayagriva entry in another form than the one written here, kept as they came: ``hayagriva.title``.

A text stands as it is, anything else as its JSON; ``null`` tells that the entry has no such member.
"""

from __future__ import annotations

import json

from citekit.model import Work
from citekit.write.csl_kept import encoded
from citekit.write.hayagriva_entry import Entry, in_order, natural_entry
from citekit.write.hayagriva_read import told
from citekit.write.record import Record, work_of

PREFIX = "hayagriva."
OPAQUE = "citekit"
"""The member that holds what no other can."""
_DEEPEST = 50
_LONGEST = 18


def kept(raw: Entry, values: Record) -> dict[str, str]:
    """What is to be kept of an entry that tells these values: members that would be written otherwise or not at all."""
    natural = natural_entry(work_of({"key": "", "type": "", **values}))
    found = {name: value for name, value in raw.items() if name != OPAQUE and not _same(value, natural.get(name))}
    found |= {name: None for name in natural if name not in raw and name != "type"}
    return {f"{PREFIX}{name}": encoded(value) for name, value in found.items()}


def _same(left: object, right: object) -> bool:
    return right is not None and json.dumps(left, sort_keys=True) == json.dumps(right, sort_keys=True)


def restored(natural: Entry, work: Work) -> Entry:
    """The entry of a work with the members that were kept, all together or each where it still says the same."""
    names = (name for name in work.extra if name.startswith(PREFIX))
    found = {name.removeprefix(PREFIX): _decoded(work.extra[name]) for name in names if _is_fit(name)}
    found = {name: value for name, value in found.items() if name not in ("", OPAQUE) and _is_fit(value)}
    if not found:
        return natural
    says = told(natural)
    wished = _with(natural, found)
    if told(wished) == says:
        return wished
    entry = natural
    for name in sorted(found):
        tried = _with(entry, {name: found[name]})
        entry = tried if told(tried) == says else entry
    return entry


def _with(entry: Entry, found: Entry) -> Entry:
    wished = entry | found
    return in_order({name: value for name, value in wished.items() if value is not None or name == "type"})


def _decoded(text: str) -> object:
    """The value that a text stands for: its JSON with fractions as texts, or the text itself where it is none."""
    try:
        return json.loads(text, parse_float=str, parse_constant=str, parse_int=_whole)
    except (ValueError, RecursionError):
        return text


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST and digits != "-0" else digits


def _is_fit(value: object, depth: int = 0) -> bool:
    """Whether YAML can hold a value: no halves of surrogate pairs, not too deep."""
    if isinstance(value, str):
        return not any("\ud800" <= char <= "\udfff" for char in value)
    if depth > _DEEPEST:
        return False
    if isinstance(value, dict):
        return all(_is_fit(name) and _is_fit(inner, depth + 1) for name, inner in value.items())
    return all(_is_fit(inner, depth + 1) for inner in value) if isinstance(value, list) else True
