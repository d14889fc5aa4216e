"""A work as one table of values under names, and back: the form in which records are merged.

A name is a section and a word: ``("fields", "date")``, ``("title", "original")``, ``("names", "author")``. A value is a
text, a :class:`citekit.model.Face` or names. Empty values are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeAlias

from citekit.fields import NAME_FIELDS
from citekit.model import Face, Name, Title, Work

Where: TypeAlias = tuple[str, str]
Value: TypeAlias = str | Face | tuple[Name, ...]
Values: TypeAlias = dict[Where, Value]

_TITLES = ("title", "container", "publisher")


def values_of(work: Work) -> Values:
    """The values of a work; its key, the places that cite it and its variants are no values of this kind."""
    found: Values = {("work", "type"): work.type} if work.type else {}
    for part, title in (("title", work.title), ("container", work.container), ("publisher", work.publisher)):
        if title.main:  # spelt out: a large merge asks a million times
            found[part, "main"] = title.main
        if title.original:
            found[part, "original"] = title.original
        if title.translation:
            found[part, "translation"] = title.translation
    people = {"author": work.author, "editor": work.editor, "translator": work.translator, **work.people}
    for section, values in (("names", people), ("fields", work.fields), ("extra", work.extra)):
        found |= {(section, name): value for name, value in values.items() if value}
    return found


def parts_of(values: Mapping[Where, Value]) -> dict[str, Any]:
    """The parts of the work that has these values, as arguments of :class:`citekit.model.Work`."""
    parts: dict[str, Any] = {"fields": {}, "extra": {}, "people": {}}
    faces: dict[str, dict[str, Value]] = {part: {} for part in _TITLES}
    for (section, name), value in values.items():
        if section in faces:
            faces[section][name] = value
        elif section == "names":
            (parts if name in NAME_FIELDS else parts["people"])[name] = value
        elif section == "work":
            parts[name] = value
        else:
            parts[section][name] = value
    return parts | {part: Title(**told) for part, told in faces.items()}  # type: ignore[arg-type]


@lru_cache(maxsize=1024)
def label(where: Where) -> str:
    """What a value is called among the variants of a work: ``date``, ``title``, ``title_original``, ``author``."""
    section, name = where
    return name if section not in _TITLES else section if name == "main" else f"{section}_{name}"


def told(value: Value) -> str:
    """A value as one text that holds every part of it; the language of a face is told apart."""
    if isinstance(value, str):
        return value
    return value.text if isinstance(value, Face) else "; ".join(map(_name, value))


def _name(name: Name) -> str:
    """``van der Berg, Jan, Jr.``; other scripts and translations in brackets."""
    family = " ".join(filter(None, (name.particle, name.family)))
    line = ", ".join(filter(None, (name.literal, family, name.given, name.suffix)))
    return line + "".join(f" [{other}]" for other in (name.original, name.translated) if other)
