"""A Work as plain values (strings, lists, dicts), and back: the form that JSON texts are made of.

Empty values are left out. Names and places are numbered (``{"1": …, "2": …}``), so that a patch can touch one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from citekit.model import Face, Name, Place, Title, Variant, Work

Record: TypeAlias = dict[str, Any]
"""Strings, lists and records under string keys."""

_FACES = ("main", "original", "translation")
_NAME = ("family", "given", "particle", "suffix", "literal", "translated", "original", "why")
_TITLES = ("title", "container", "publisher")
_NO_TITLE = Title()
_PEOPLE = ("author", "editor", "translator")


def record(work: Work) -> Record:
    """The work as plain values."""
    titles = {part: _title(getattr(work, part)) for part in _TITLES}
    people = {role: _numbered(map(_name, getattr(work, role))) for role in _PEOPLE}
    values = {
        "key": work.key,
        "type": work.type,
        **titles,
        **people,
        "fields": _filled(work.fields),
        "cited": _numbered(map(_place, work.cited)),
        "variants": [[variant.field, variant.value, list(variant.citations)] for variant in work.variants],
        "inherited": _filled(work.inherited),
        "extra": _filled(work.extra),
        "people": _filled({role: _numbered(map(_name, names)) for role, names in work.people.items()}),
    }
    return _filled(values)


def work_of(values: Record) -> Work:
    """The work that a record tells of; what it does not tell is empty.

    Raises ValueError, TypeError or AttributeError when the values are no record of a work.
    """
    titles = {part: _title_of(values.get(part, {})) for part in _TITLES}
    people = {role: _names_of(values.get(role, {})) for role in _PEOPLE}
    return Work(
        key=values.get("key", ""),
        type=values.get("type", ""),
        title=titles["title"],
        container=titles["container"],
        publisher=titles["publisher"],
        author=people["author"],
        editor=people["editor"],
        translator=people["translator"],
        fields=values.get("fields", {}),
        cited=tuple(map(_place_of, _in_order(values["cited"]))) if "cited" in values else (),
        variants=tuple(Variant(field, value, tuple(keys)) for field, value, keys in values.get("variants", ())),
        inherited=values.get("inherited", {}),
        extra=values.get("extra", {}),
        people={role: _names_of(names) for role, names in values.get("people", {}).items()},
    )


def _filled(values: Mapping[str, Any]) -> Record:
    return {key: value for key, value in values.items() if value}


def _numbered(items: Iterable[Record]) -> Record:
    return {str(number): item for number, item in enumerate(items, 1)}


def _in_order(numbered: Record) -> list[Record]:
    return [numbered[number] for number in sorted(numbered, key=int)]


def _title(title: Title) -> Record:
    return _filled({face: _face(getattr(title, face)) for face in _FACES})


def _face(face: Face | None) -> Record:
    return _filled({"text": face.text, "language": face.language}) if face else {}


def _title_of(values: Record) -> Title:
    if not values:
        return _NO_TITLE
    return Title(**{face: Face(**{"text": "", **values[face]}) for face in _FACES if face in values})


def _name(name: Name) -> Record:
    values = _filled({part: getattr(name, part) for part in _NAME})
    return values if name.order == "unknown" else {**values, "order": name.order}


def _names_of(numbered: Record) -> tuple[Name, ...]:
    return tuple(Name(**name) for name in _in_order(numbered)) if numbered else ()


def _place(place: Place) -> Record:
    values = {"citation": place.citation, "note": place.note, "locator": place.locator}
    return {**_filled(values), "form": place.form}


def _place_of(values: Record) -> Place:
    return Place(**{"citation": "", "note": "", **values})
