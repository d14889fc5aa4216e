"""A Library to CSL-JSON (CSL 1.0.2), with everything CSL has no word for under ``custom.citekit``.

``custom.citekit`` holds ``type`` (citekit's), ``title``, ``container`` and ``publisher`` (``language`` of what the CSL
field shows, ``original`` and ``translation`` as ``{"text", "language"}``, ``face`` where the CSL field shows another
face than the main one), ``names`` (by role, one object a name), ``cited`` (``citation``, ``note``, ``form``,
``locator``), ``variants``, ``inherited``, ``fields`` (what has no CSL field, dates in EDTF where CSL cannot tell them
whole) and ``extra``. Empty members are left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from citekit.model import Face, Library, Title, Work
from citekit.write.csl_dates import csl_date, is_carried
from citekit.write.csl_names import beside, csl_name
from citekit.write.types import kind

TEXTS = {
    "edition": "edition",
    "event_place": "event-place",
    "genre": "genre",
    "issue": "issue",
    "document_symbol": "number",
    "pages": "page",
    "place": "publisher-place",
    "series": "collection-title",
    "volume": "volume",
    "url": "URL",
    "doi": "DOI",
    "isbn": "ISBN",
}
"""Field → CSL variable."""

DATES = {"date": "issued", "event_date": "event-date", "accessed": "accessed"}
TITLES = {"title": "title", "container": "container-title", "publisher": "publisher"}
PEOPLE = ("author", "editor", "translator")


def to_csl_json(library: Library) -> str:
    """The works of a library as a JSON array of CSL items, in their order."""
    return json.dumps([csl_item(work) for work in library.works], ensure_ascii=False, indent=2) + "\n"


def csl_item(work: Work) -> dict[str, Any]:
    """The CSL item of a work."""
    titles = {name: getattr(work, part).display for part, name in TITLES.items()}
    people = {role: [csl_name(name) for name in getattr(work, role)] for role in PEOPLE}
    texts = {name: work.fields.get(field, "") for field, name in TEXTS.items()}
    dates = {name: csl_date(work.fields[field]) for field, name in DATES.items() if work.fields.get(field)}
    tag = work.title.main.language if work.title.main else ""
    item = {"id": work.key, "type": kind(work.type).csl, **people, **titles, **texts, **dates, "language": tag}
    return {**_filled(item), "id": work.key, "custom": {"citekit": _beside(work)}}


def _beside(work: Work) -> dict[str, Any]:
    names = {role: [beside(name) | _why(name.why) for name in getattr(work, role)] for role in PEOPLE}
    return _filled(
        {
            "type": work.type,
            **{part: _faces(getattr(work, part)) for part in TITLES},
            "names": {role: found for role, found in names.items() if any(found)},
            "cited": [_filled(_place) for _place in map(_slots, work.cited)],
            "variants": [_slots(variant) for variant in work.variants],
            "inherited": dict(work.inherited),
            "fields": {field: value for field, value in work.fields.items() if value and not _in_csl(field, value)},
            "extra": dict(work.extra),
        }
    )


def _in_csl(field: str, value: str) -> bool:
    return field in TEXTS or (field in DATES and is_carried(value))


def _why(text: str) -> dict[str, str]:
    return {"why": text} if text else {}


def _faces(title: Title) -> dict[str, Any]:
    """The faces of a title, but for the text that stands in the CSL field."""
    faces: dict[str, Any] = {face: _face(getattr(title, face)) for face in ("original", "translation")}
    if title.main:
        return _filled({"language": title.main.language, **faces})
    shown = next((face for face in ("original", "translation") if faces[face]), "")
    return _filled({"face": shown, **faces})


def _face(face: Face | None) -> dict[str, str]:
    return {"text": face.text, **({"language": face.language} if face.language else {})} if face else {}


def _slots(value: object) -> dict[str, Any]:
    """A small noun as an object: its fields under their names."""
    return {name: getattr(value, name) for name in value.__slots__}  # type: ignore[attr-defined]


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
