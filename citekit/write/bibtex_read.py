"""The fields of a BibTeX entry to the record of a work, as far as fields tell: the counterpart of ``bibtex_fields``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from citekit.language import script
from citekit.write import annotation, details, edtf, numbers
from citekit.write.bibtex_fields import MONTHS, UNDATED
from citekit.write.bibtex_names import read_names
from citekit.write.entries import ENTRIES, Entry, fields_of, slots
from citekit.write.langid import tag_of
from citekit.write.latex import decode, even
from citekit.write.record import Record
from citekit.write.types import BY_ENTRY, BY_SUBTYPE, kind

ALIASES = {
    "journaltitle": "journal",
    "location": "address",
    "school": "institution",
    "annote": "annotation",
}
"""Field of BibLaTeX or of older styles → the name that citekit writes."""

_BRACKETED = re.compile(r"(?:(?P<text>.*\S) )?\[(?P<translation>.+)\]")


class _Fields(dict[str, str]):
    """Values that are taken once; what nobody takes is left over."""

    def take(self, name: str) -> str:
        """A value as it stands."""
        return even(self.pop(name, ""))

    def text(self, name: str) -> str:
        """A value as plain text."""
        return decode(self.pop(name, ""))


def read_entry(entry_type: str, fields: Mapping[str, str]) -> Record:
    """The record that an entry tells; ``extra`` holds the fields nobody knows, as they stand.

    ``fields`` are values without their outer braces, under names in lower case.
    """
    left = _Fields({ALIASES.get(name, name): value for name, value in fields.items()})
    shape = fields_of(entry_type)
    entry = ENTRIES[shape]
    values: Record = {"type": _type(entry_type, left), "fields": {}}
    _read_people(values, left, entry)
    tag = _language(left)
    _read_container(values, left, entry, tag)
    if shape == "unpublished" and left.get("note") == kind(values["type"]).label:
        left.take("note")
    _read_details(values, left, tag)
    _read_plain(values, left, slots(shape, values["type"]))
    _read_dates(values, left)
    _read_title(values, left, tag)
    _read_publisher(values, left, entry, tag)
    values["cited"] = _read_annotation(left)
    values["extra"] = {name: even(value) for name, value in left.items() if even(value)}
    return {key: value for key, value in values.items() if value}


def _type(entry_type: str, left: _Fields) -> str:
    known = BY_SUBTYPE.get(left.get("entrysubtype", ""))
    if known:
        left.take("entrysubtype")
    return known or BY_ENTRY.get(entry_type, "other")


def _read_people(values: Record, left: _Fields, entry: Entry) -> None:
    for role in entry.people:
        values[role] = read_names(left.take(role))
    if len(values.get("author", {})) == 1:
        text, translation = _apart(left.text("nameaddon"))
        values["author"]["1"].update(_filled(original=text, translated=translation))


def _apart(text: str) -> tuple[str, str]:
    """``Renmin Ribao [People’s Daily]`` → the two of them."""
    found = _BRACKETED.fullmatch(text)
    return (found["text"] or "", found["translation"]) if found else (text, "")


def _filled(**values: str) -> Record:
    return {key: value for key, value in values.items() if value}


def _language(left: _Fields) -> str:
    name = left.take("langid") or left.get("language", "")
    left.pop("language", "")
    return tag_of(name, decode(left.get("title", "")))


def _faces(main: str, tag: str, original: str, translation: str) -> Record:
    written = tag_of(tag.split("-", maxsplit=1)[0], original) or script(original)
    faces = {
        "main": _filled(text=main, language=tag) if main else {},
        "original": _filled(text=original, language=written) if original else {},
        "translation": _filled(text=translation, language="en") if translation else {},
    }
    return {face: value for face, value in faces.items() if value}


def _read_title(values: Record, left: _Fields, tag: str) -> None:
    main, original, translation = left.text("title"), left.text("usera"), left.text("usere")
    if translation and decode(left.get("titleaddon", "")) == f"[{translation}]":
        left.take("titleaddon")
    if values["type"] == "un-document" and numbers.is_symbol(main):
        values["fields"].setdefault("document_symbol", main)
    stand_ins = {values["fields"].get("document_symbol"), f"[{kind(values['type']).label}]", original or translation}
    values["title"] = _faces("" if main in stand_ins else main, tag, original, translation)


def _read_container(values: Record, left: _Fields, entry: Entry, tag: str) -> None:
    """The container, which is taken to be in the language of the title."""
    original = left.text("userb")
    if entry.addon:
        main, (rest, translation) = left.text(entry.container), _apart(left.text(entry.addon))
        left.update(_filled(**{entry.addon: rest}))
    else:
        main, translation = _apart(left.text(entry.container)) if entry.container else ("", "")
    values["container"] = _faces(main, tag, original, translation)


def _read_details(values: Record, left: _Fields, tag: str) -> None:
    """The note, when it tells nothing but details."""
    found = details.read(left.get("note", ""))
    if not found:
        return
    left.take("note")
    values["fields"] = {field: decode(value) for field, value in found.items()}
    for part in ("container", "publisher"):
        if text := values["fields"].pop(part, ""):
            values[part] = _faces(text, tag, "", "")


def _read_plain(values: Record, left: _Fields, names: Mapping[str, str]) -> None:
    told: Record = values["fields"]
    for field, name in names.items():
        value = left.take(name) if field == "event_date" else left.text(name)
        if field == "pages":
            value = re.sub(r"--+", "-", value)
        if value and not (name == "type" and value == kind(values["type"]).label):
            told[field] = value
    told.update(_filled(url=left.take("url"), doi=left.take("doi"), accessed=left.take("urldate")))


def _read_dates(values: Record, left: _Fields) -> None:
    date = left.take("date")
    year, month = left.get("year", ""), left.get("month", "")
    if not date:
        date = _classic(year, month)
    if not date:
        return
    first = next(filter(None, edtf.points(date)), None)
    if first and int(year if year.isdecimal() else 0) == first.year:
        left.take("year")
    if first and _month(month) == first.month:
        left.take("month")
    if date != UNDATED:
        values["fields"].setdefault("date", date)


def _classic(year: str, month: str) -> str:
    number = _month(month)
    date = f"{year}-{number:02}" if number else year
    return date if edtf.is_date(date) else year * edtf.is_date(year)


def _month(text: str) -> int:
    """The number of a month written ``oct``, ``October`` or ``10``; 0 for any other text."""
    name = text.strip(" {}").casefold()
    if name.isdecimal():
        return int(name) if int(name) <= 12 else 0
    return MONTHS.index(name[:3]) + 1 if name[:3] in MONTHS else 0


def _read_publisher(values: Record, left: _Fields, entry: Entry, tag: str) -> None:
    """The publisher, which is taken to be in the language of the title too."""
    if not entry.publisher:
        return
    main = left.text(entry.publisher)
    body = values.get("author", {}).get("1", {}).get("literal")
    if main and not (entry.publisher == "institution" and main == body):
        values["publisher"] = _faces(main, tag, "", "")


def _read_annotation(left: _Fields) -> Record:
    found = annotation.read(decode(left.get("annotation", "")))
    if found:
        left.take("annotation")
    return found
