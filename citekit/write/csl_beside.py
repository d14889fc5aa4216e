"""What CSL has no word for, under ``custom.citekit``: a Work to its members, and its members to a record."""

from __future__ import annotations

from typing import Any

from citekit.model import Face, Title, Work
from citekit.write.csl_dates import is_carried
from citekit.write.csl_item import Item, filled, people_of
from citekit.write.csl_names import beside
from citekit.write.csl_variables import DATES, TEXTS, TITLES
from citekit.write.record import Record


def beside_of(work: Work) -> Item:
    """The members of ``custom.citekit``, but for ``rest``; empty ones are left out."""
    names = {
        role: [beside(name) | ({"why": name.why} if name.why else {}) for name in found]
        for role, found in people_of(work).items()
    }
    return filled(
        {
            "type": work.type,
            **{part: _faces(getattr(work, part)) for part in TITLES},
            "names": {role: found for role, found in names.items() if any(found)},
            "cited": [filled(_slots(place)) for place in work.cited],
            "variants": [_slots(variant) for variant in work.variants],
            "inherited": dict(sorted(work.inherited.items())),
            "fields": {
                field: value for field, value in sorted(work.fields.items()) if value and not _in_csl(field, value)
            },
            "extra": {name: value for name, value in sorted(work.extra.items()) if not name.startswith("csl.")},
        }
    )


def _in_csl(field: str, value: str) -> bool:
    return field in TEXTS or (field in DATES and is_carried(value))


def _faces(title: Title) -> Item:
    """The faces of a title, but for the text that stands in the CSL field."""
    faces: Item = {face: _face(getattr(title, face)) for face in ("original", "translation")}
    if title.main:
        return filled({"language": title.main.language, **faces})
    shown = next((face for face in ("original", "translation") if faces[face]), "")
    return filled({"face": shown, **faces})


def _face(face: Face | None) -> Item:
    return {"text": face.text, **({"language": face.language} if face.language else {})} if face else {}


def _slots(value: object) -> Item:
    """A small noun as an object: its fields under their names."""
    return {name: getattr(value, name) for name in value.__slots__}  # type: ignore[attr-defined]


def with_beside(told: Record, own: Item) -> Record:
    """The record that the members of an item and those of its ``custom.citekit`` tell together.

    Raises TypeError, AttributeError, KeyError or ValueError where ``own`` is not of the form that is written here.
    """
    values = {**told, **filled({"type": own.get("type")})}
    for part in TITLES:
        values[part] = _with_faces(told.get(part, {}), own.get(part, {}))
    for role, names in own.get("names", {}).items():
        home = values if role in Work.__slots__ else values.setdefault("people", {})
        known = home.get(role, {})
        home[role] = {str(place): known.get(str(place), {}) | name for place, name in enumerate(names, 1)}
    values["cited"] = {str(number): {"form": "full", **place} for number, place in enumerate(own.get("cited", ()), 1)}
    values["variants"] = [[row["field"], row["value"], list(row["citations"])] for row in own.get("variants", ())]
    values["inherited"] = dict(own.get("inherited", {}))
    values["fields"] = told.get("fields", {}) | own.get("fields", {})
    values["extra"] = told.get("extra", {}) | own.get("extra", {})
    return filled(values)


def _with_faces(told: Record, own: Item) -> Record:
    """The faces of a title: where another than the main one is shown, the text in the CSL field is that one's."""
    main: Any = {} if own.get("face") else told.get("main", {})
    main = main | filled({"language": own.get("language")}) if main else {}
    return filled({"main": main, "original": own.get("original", {}), "translation": own.get("translation", {})})
