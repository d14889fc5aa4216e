"""An item of CSL-JSON as the processor reads it: text, number, date and name variables, each read once.

The processor takes items as they come: what is no text where text belongs is read as text, what is nothing is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from citekit.style.moment import Moment, moment
from citekit.style.person import Person, person

NAMES = frozenset(
    "author chair collection-editor compiler composer container-author contributor curator director editor"
    " editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer"
    " original-author performer producer recipient reviewed-author script-writer series-creator translator".split()
)
"""Name variables of CSL 1.0.2, appendix IV."""

DATES = frozenset("accessed available-date event-date issued original-date submitted".split())
"""Date variables of CSL 1.0.2, appendix IV."""

TITLES = {
    "title": "title",
    "container-title": "container",
    "publisher": "publisher",
    "publisher-place": "place",
    "collection-title": "series",
    "event-title": "event_title",
    "event-place": "event_place",
    "genre": "genre",
    "archive": "archive",
}
"""Variables that have faces, and where ``custom.citekit`` holds them."""

_EXTRA = re.compile(r"(?:^|\n|\{:)\s*(?P<field>[A-Za-z][A-Za-z-]+)\s*:\s*(?P<value>[^\n}]+)")
_OLD_SHORT = {"title": "shortTitle", "container-title": "journalAbbreviation"}
"""Names of short forms in older CSL-JSON."""
_SHORT = {"title": "title-short", "container-title": "container-title-short"}


class Face:
    """Another face of a text: its text and language."""

    __slots__ = ("language", "text")

    def __init__(self, text: str, language: str) -> None:  # noqa: D107 - the class says it
        self.text = text
        self.language = language


class Item:
    """One item: ``id``, ``type`` and its variables."""

    __slots__ = ("_beside", "_dates", "_filled", "_names", "_raw", "_texts", "faces", "id", "language", "type")

    def __init__(self, raw: Mapping[str, Any]) -> None:  # noqa: D107 - the class says it
        self._raw = _with_extra(raw)
        self.id = str(raw.get("id", ""))
        self.type = str(raw.get("type") or "document")
        self.language = str(raw.get("language") or "")
        self._filled: dict[str, bool] = {}
        self._texts: dict[str, str] = {}
        self._dates: dict[str, Moment | None] = {}
        self._names: dict[str, tuple[Person, ...]] = {}
        custom = raw.get("custom")
        beside = custom.get("citekit") if isinstance(custom, Mapping) else None
        self._beside: Mapping[str, Any] = beside if isinstance(beside, Mapping) else {}
        self.faces = self._read_faces() if self._beside else {}

    def text(self, name: str) -> str:
        """The text of a standard or number variable; empty when it has none."""
        found = self._texts.get(name)
        if found is None:
            found = self._texts[name] = _text(self._raw.get(name))
        return found

    def short(self, name: str) -> str:
        """The short form of a variable, or the empty string."""
        return self.text(_SHORT.get(name, f"{name}-short")) or (
            self.text(_OLD_SHORT[name]) if name in _OLD_SHORT else ""
        )

    def date(self, name: str) -> Moment | None:
        """The date of a date variable."""
        if name not in self._dates:
            self._dates[name] = moment(self._raw.get(name))
        return self._dates[name]

    def names(self, name: str) -> tuple[Person, ...]:
        """The persons of a name variable."""
        found = self._names.get(name)
        if found is None:
            value = self._raw.get(name)
            given = value if isinstance(value, list) else [value] if value else []
            beside = self._beside.get("names")
            more = beside.get(name, ()) if isinstance(beside, Mapping) else ()
            people = (
                person(each, more[number] if number < len(more) and isinstance(more[number], Mapping) else None)
                for number, each in enumerate(given)
            )
            found = self._names[name] = tuple(each for each in people if each)
        return found

    def has(self, name: str) -> bool:
        """Whether a variable of any kind has a value."""
        found = self._filled.get(name)
        if found is None:
            found = self._filled[name] = self._has(name)
        return found

    def _has(self, name: str) -> bool:
        if name in NAMES:
            return bool(self.names(name))
        if name in DATES:
            return self.date(name) is not None
        standing_in = {"title-short": self.short("title"), "page-first": self.text("page")}
        return bool(self.text(name) or standing_in.get(name))

    def _read_faces(self) -> dict[str, dict[str, Face]]:
        found = {}
        for variable, part in TITLES.items():
            values = self._beside.get(part)
            if isinstance(values, Mapping):
                faces = {face: _face(values.get(face)) for face in ("original", "translation")}
                faces = {face: value for face, value in faces.items() if value}
                if values.get("face") in faces:  # the variable shows this face itself
                    del faces[values["face"]]
                if faces:
                    found[variable] = faces
        return found  # type: ignore[return-value]

    def title_language(self, variable: str) -> str:
        """The language of the text that a variable with faces shows."""
        values = self._beside.get(TITLES.get(variable, ""))
        return str(values.get("language", "")) if isinstance(values, Mapping) else ""


def _face(value: Any) -> Face | None:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, Mapping) and isinstance(value.get("text"), str) and value["text"]:
        return Face(value["text"], str(value.get("language", "")))
    return None


def _text(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    return ""


def _with_extra(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    """The item with the ``field: value`` lines of its note put into fields that are empty."""
    note = raw.get("note")
    if not isinstance(note, str) or ":" not in note:
        return raw
    more: dict[str, Any] = {}
    for found in _EXTRA.finditer(note):
        field, value = found["field"], found["value"].strip()
        if field in NAMES:
            more.setdefault(field, []).append(_extra_name(value))
        elif field in DATES or field in _FIELDS:
            more[field] = value
    found_type = more.pop("type", None)
    merged = {**{field: value for field, value in more.items() if not raw.get(field)}, **raw}
    if found_type:
        merged["type"] = found_type
    return {**merged, **{field: value for field, value in more.items() if not raw.get(field)}}


def _extra_name(value: str) -> dict[str, str]:
    family, sign, given = value.partition("||")
    return {"family": family.strip(), "given": given.strip()} if sign else {"literal": value}


_FIELDS = frozenset(
    "type abstract annote archive archive-place archive_collection archive_location authority call-number"
    " chapter-number citation-label collection-number collection-title container-title container-title-short"
    " dimensions division DOI edition event event-place event-title genre ISBN ISSN issue jurisdiction keyword language"
    " license medium number number-of-pages number-of-volumes original-publisher original-publisher-place"
    " original-title page part-number part-title PMCID PMID printing-number publisher publisher-place references"
    " reviewed-genre reviewed-title scale section source status supplement-number title title-short URL version volume"
    " volume-title".split()
)
"""Fields that a line of a note may fill."""
