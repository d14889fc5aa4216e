"""A Work to the fields of a BibTeX entry, without what rides in ``verba``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from citekit.model import Title, Work
from citekit.write import annotation, details, edtf, numbers
from citekit.write.bibtex_library import (
    DATES,
    EDITORS,
    EPRINT_TYPES,
    LEGAL,
    LISTS,
    ROLES,
    STATES,
    TAKES_EDITORS,
)
from citekit.write.bibtex_names import names_value
from citekit.write.entries import ENTRIES, Entry, entry_type, fields_of, institution, slots
from citekit.write.langid import langid, language
from citekit.write.latex import encode, even
from citekit.write.protect import title_value
from citekit.write.types import BY_ENTRY, kind

ORDER = (
    *("author", "nameaddon", "title", "usera", "usere", "titleaddon", "shorttitle", "bookauthor"),
    *("editor", "editortype", "editora", "editoratype", "editorb", "editorbtype", "editorc", "editorctype"),
    *("translator", "journal", "shortjournal", "journaltitleaddon", "booktitle", "booktitleaddon", "userb"),
    *("howpublished", "organization", "type", "institution", "publisher", "address", "edition", "version"),
    *("series", "volume", "volumes", "number", "part", "chapter", "pages", "pagetotal"),
    *("date", "year", "month", "pubstate", "eventtitle", "eventdate", "venue"),
    *("origtitle", "origdate", "origpublisher", "origlocation"),
    *("isbn", "issn", "doi", "eprint", "eprinttype", "eprintclass", "url", "urldate", "library"),
    *("entrysubtype", "language", "langid", "note", "addendum", "keywords", "abstract", "annotation"),
)
"""The fields in the order they are written; ``verba`` ends the entry, after the fields of a loaded file."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LIST_WORD = re.compile(r"(?:^|\s)(?:and|others)(?:\s|$)", re.IGNORECASE)
_EPRINT = re.compile(r"[\w.:/-]+")
_NOT_IN_URL = re.compile(r"[{}\\\s\x00-\x1f\x7f-\x9f]")
_XDATA = re.compile(r"^(xdata)(?==)", re.IGNORECASE)  # biber would take what follows for the key of another entry
_STATE_KEYS = {words: key for key, words in STATES.items()}
UNDATED = "XXXX"
"""The date of a work without one, which BibLaTeX must have: EDTF for a year of which no digit is known."""


class _Writer(NamedTuple):
    work: Work
    name: str
    entry: Entry
    slots: dict[str, str]
    latex: bool

    def text(self, value: str) -> str:
        return encode(value, latex=self.latex)


def listed(value: str) -> str:
    """An escaped value for a field that BibLaTeX splits at "and"."""
    return f"{{{value}}}" if _LIST_WORD.search(value) else value


def entry_fields(work: Work, *, latex: bool = False) -> tuple[str, dict[str, str]]:
    """The entry type of a work and its fields in order; values as they stand between the outer braces.

    ``month`` alone is a macro (``oct``) and takes no braces.
    """
    name = entry_type(work)
    shape = fields_of(name)
    numbered = bool(even(work.fields.get("collection_number", "")))
    writer = _Writer(work, shape, ENTRIES[shape], slots(shape, work.type, numbered=numbered), latex)
    found = {
        **_people(writer),
        **_titles(writer),
        **_container(writer),
        **_plain(writer),
        **_dates(work),
        **_addresses(work),
        **_eprint(work),
        **_language(work),
        **_publisher(writer),
    }
    found["entrysubtype"] = "" if BY_ENTRY.get(name, "other") == work.type else kind(work.type).subtype
    found |= _notes(writer, found)
    values = {field: _XDATA.sub(r"{\1}", found[field]) for field in ORDER if found.get(field)}
    return name, {
        "school" if shape == "phdthesis" and field == "institution" else field: values[field] for field in values
    }


def _people(writer: _Writer) -> dict[str, str]:
    work = writer.work
    values = {role: names_value(getattr(work, role), latex=writer.latex) for role in writer.entry.people}
    if len(work.author) == 1 and "author" in writer.entry.people:
        name = work.author[0]
        values["nameaddon"] = _with_translation(writer, name.original, name.translated)
    if writer.name == "inbook":
        values["bookauthor"] = names_value(work.people.get("container-author", ()), latex=writer.latex)
    return values | _editors(writer, values)


def _editors(writer: _Writer, people: dict[str, str]) -> dict[str, str]:
    """People of other roles, in the editors' fields that are free, each with what they did."""
    room = EDITORS if writer.name in TAKES_EDITORS else EDITORS[:1] if "editor" in writer.entry.people else ()
    free = [field for field in room if not people.get(field)]
    values: dict[str, str] = {}
    for kind_of_editor, role in ROLES.items() if writer.work.people else ():
        told = names_value(writer.work.people.get(role, ()), latex=writer.latex)
        if told and free:
            field = free.pop(0)
            values |= {field: told, f"{field}type": kind_of_editor}
    return values


def _with_translation(writer: _Writer, text: str, translation: str) -> str:
    """``Renmin Ribao [People’s Daily]``."""
    bracketed = f"[{even(translation)}]" if even(translation) else ""
    return writer.text(" ".join(filter(None, (even(text), bracketed))))


def stand_in(work: Work) -> str:
    """What stands for a title that a work has not: its symbol, or what kind of document it is, in brackets."""
    return even(work.fields.get("document_symbol", "")) or f"[{kind(work.type).label}]"


def _titles(writer: _Writer) -> dict[str, str]:
    title = writer.work.title
    main, tag = _main(title)
    translation = even(title.translation.text) if title.translation else ""
    if not main:
        main, tag = stand_in(writer.work), "en"
    return {
        "title": title_value(main, tag, latex=writer.latex),
        "usera": writer.text(title.original.text) if title.original else "",
        "usere": writer.text(translation),
        "titleaddon": writer.text(f"[{translation}]") if translation != main and translation else "",
    }


def _main(title: Title) -> tuple[str, str]:
    faces = (face for face in (title.main, title.original, title.translation) if face and even(face.text))
    face = next(faces, None)
    return (even(face.text), face.language) if face else ("", "")


def _container(writer: _Writer) -> dict[str, str]:
    container, entry = writer.work.container, writer.entry
    main = container.main.text if container.main else ""
    tag = container.main.language if container.main else ""
    translation = container.translation.text if container.translation else ""
    values = {"userb": writer.text(container.original.text) if container.original else ""}
    if entry.addon:
        values[entry.addon] = _with_translation(writer, "", translation)
        protected = entry.container == "booktitle"  # no style touches the name of a journal
        values[entry.container] = title_value(main, tag, latex=writer.latex) if protected else writer.text(main)
    elif entry.container:
        values[entry.container] = listed(_with_translation(writer, main, translation))
    return values


def _publisher(writer: _Writer) -> dict[str, str]:
    work, field = writer.work, writer.entry.publisher
    value = work.publisher.main.text if work.publisher.main else ""
    if field == "institution":
        value = institution(work)
    return {field: listed(writer.text(value))} if field else {}


def _plain(writer: _Writer) -> dict[str, str]:
    work, values = writer.work, {}
    for field, bibtex in writer.slots.items():
        value = even(work.fields.get(field, ""))
        if value and LEGAL.get(field, bool)(value):
            values[bibtex] = _form(writer, field, value)
    if writer.name in ("techreport", "phdthesis"):
        values.setdefault("type", kind(work.type).label)
    return values


def _form(writer: _Writer, field: str, value: str) -> str:
    if field in LISTS:
        return listed(writer.text(value))
    if field == "pages":
        return value.replace("-", "--")
    if field == "status":
        return _STATE_KEYS.get(value.casefold()) or writer.text(value)
    return value if field in DATES else writer.text(value)


def _dates(work: Work) -> dict[str, str]:
    value = work.fields.get("date", "")
    first = next(filter(None, edtf.points(value)), None)
    values = {"year": f"{first.year:04}" if first else "", "month": _month(first)}
    if edtf.is_date(value):
        return {"date": value, **values}
    year = work.year if edtf.is_date(work.year) else ""
    return {"date": year or UNDATED, "year": year}


def _month(first: edtf.Point | None) -> str:
    return MONTHS[first.month - 1] if first and 1 <= first.month <= 12 else ""


def _addresses(work: Work) -> dict[str, str]:
    """Values that are taken as they stand, whatever signs they hold."""
    accessed = work.fields.get("accessed", "")
    verbatim = {field: _NOT_IN_URL.sub(_percent, even(work.fields.get(field, ""))) for field in ("url", "doi")}
    return {**verbatim, "urldate": accessed if edtf.is_date(accessed) else ""}


def _eprint(work: Work) -> dict[str, str]:
    """Where an archive of preprints or papers keeps the work, when BibLaTeX knows that archive."""
    known = EPRINT_TYPES.get(work.fields.get("archive", ""), "")
    place = work.fields.get("archive_location" if known else "pmid", "")
    if not _EPRINT.fullmatch(place):
        return {}
    part = work.fields.get("archive_collection", "") if known else ""
    values = {"eprint": place, "eprinttype": known or "pubmed"}
    return {**values, "eprintclass": part} if _EPRINT.fullmatch(part) else values


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def _language(work: Work) -> dict[str, str]:
    tag = work.title.main.language if work.title.main else ""
    return {"language": language(tag), "langid": langid(tag)}


def _notes(writer: _Writer, found: dict[str, str]) -> dict[str, str]:
    """What is said of the work in words: its own note first, then details without a field, and who cites it."""
    told = details.tell({field: writer.text(value) for field, value in _left(writer, found)})
    note, annote = (even(writer.work.fields.get(field, "")) for field in ("note", "annote"))
    if not told and not note and writer.name == "unpublished":
        note = kind(writer.work.type).label  # classic BibTeX wants a note there; what kind of document it is, is one
    return {
        "note": writer.text(note) or told,
        "addendum": told if note else "",
        "annotation": writer.text(annote or annotation.tell(writer.work.cited)),
    }


def _left(writer: _Writer, found: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The details that have no field in this entry type, or whose field does not take the value as it is."""
    work, entry = writer.work, writer.entry
    if not entry.container and work.container.main:
        yield "container", work.container.main.text
    if not entry.publisher and work.publisher.main:
        yield "publisher", work.publisher.main.text
    written = {**writer.slots, "accessed": "urldate"}
    for field in details.LABELS:
        value = even(work.fields.get(field, ""))
        told = edtf.is_date(value) if field == "date" else found.get(written.get(field, ""))
        if value and not told and not (field == "document_symbol" and _is_title(value, work)):
            yield field, value


def _is_title(symbol: str, work: Work) -> bool:
    """Whether the symbol is seen already, in the place of a title, and will be known there for what it is."""
    return work.type == "un-document" and numbers.is_symbol(symbol) and not _main(work.title)[0]
