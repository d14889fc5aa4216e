"""The fields of a BibTeX entry to the record of a work, as far as fields tell: the counterpart of ``bibtex_fields``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from citekit.language import script
from citekit.write import annotation, details, numbers
from citekit.write.bibtex_dates import read_dates
from citekit.write.bibtex_library import ANYWHERE, EDITORS, EPRINTS, GENRES, ROLES, STATES
from citekit.write.bibtex_names import read_names
from citekit.write.entries import ENTRIES, Entry, fields_of, read_from
from citekit.write.langid import tag_of
from citekit.write.latex import decode, even
from citekit.write.record import Record
from citekit.write.types import BY_ENTRY, BY_SUBTYPE, kind

ALIASES = {
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "callnumber": "library",
    "hyphenation": "langid",
    "journaltitle": "journal",
    "keyword": "keywords",
    "location": "address",
    "numpages": "pagetotal",
    "origyear": "origdate",
    "primaryclass": "eprintclass",
    "school": "institution",
}
"""Field of BibLaTeX, of older styles or of other programs → the name that citekit writes."""

PARTS = {"title": ("subtitle",), "booktitle": ("booksubtitle",), "journal": ("journalsubtitle",)}
"""Title → the fields that continue it."""

_BRACKETED = re.compile(r"(?:(?P<text>.*\S) )?\[(?P<translation>.+)\]")
_URL = re.compile(r"(?:\\url\s*\{)?\s*((?:https?|ftp)://[^\s{}]+)\s*\}?")
_ESCAPED = re.compile(r"\\([_%&#~$])")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)(?=10\.)", re.IGNORECASE)
_DASHES = re.compile(r"\s*(?:--+|[\u2010-\u2015])\s*|\s+-\s+")


class _Fields(dict[str, str]):
    """Values that are taken once; what nobody takes is left over."""

    def take(self, name: str) -> str:
        """A value as it stands."""
        return even(self.pop(name)) if name in self else ""

    def text(self, name: str) -> str:
        """A value as plain text."""
        return decode(self.pop(name)) if name in self else ""


def read_entry(entry_type: str, fields: Mapping[str, str]) -> Record:
    """The record that an entry tells; ``extra`` holds the fields nobody knows, as they stand.

    ``fields`` are values without their outer braces, under names in lower case.
    """
    left = _Fields({canonical(name, fields): value for name, value in fields.items()})
    for whole, parts in PARTS.items():
        _join(left, whole, parts)
    shape = fields_of(entry_type)
    entry = ENTRIES[shape]
    values: Record = {"type": _type(entry_type, left), "fields": {}}
    _read_people(values, left)
    tag = _language(left)
    _read_addresses(values, left)
    _read_container(values, left, entry, tag)
    if shape == "unpublished" and left.get("note") == kind(values["type"]).label:
        left.take("note")
    _read_notes(values, left, tag)
    _read_plain(values, left, read_from(shape, values["type"], numbered="series" in left))
    _read_archive(values["fields"], left)
    values["fields"].update(read_dates(left, values["fields"]))
    _read_title(values, left, tag)
    _read_publisher(values, left, entry, tag)
    _read_annotation(values, left)
    values["extra"] = {name: text for name, value in left.items() if (text := even(value))}
    return {key: value for key, value in values.items() if value}


def canonical(name: str, fields: Mapping[str, str]) -> str:
    """The name that citekit has for a field, unless the entry has a field of that name beside it."""
    known = ALIASES.get(name)
    return name if known is None or known in fields else known


def _join(left: _Fields, whole: str, parts: tuple[str, ...]) -> None:
    """Put a title and what continues it together: ``A: B``, and ``A? B``."""
    for part in parts:
        if part in left and left.get(whole):
            title, rest = left[whole].strip(), left.pop(part).strip()
            stop = "" if title.rstrip("}").endswith((":", "?", "!", ".")) else ":"
            left[whole] = f"{title}{stop} {rest}" if rest else title


def _type(entry_type: str, left: _Fields) -> str:
    known = BY_SUBTYPE.get(left.get("entrysubtype", ""))
    if known:
        left.take("entrysubtype")
    return known or BY_ENTRY.get(entry_type, "other")


def _read_people(values: Record, left: _Fields) -> None:
    people = _read_editors(left)
    if "bookauthor" in left:
        people["container-author"] = read_names(left.take("bookauthor"))
    for role in ("author", "editor", "translator"):
        if role in left:
            values[role] = read_names(left.take(role))
    values["people"] = {role: names for role, names in people.items() if names}
    if len(values.get("author", {})) == 1 and "nameaddon" in left:
        text, translation = _apart(left.text("nameaddon"))
        values["author"]["1"].update(_filled(original=text, translated=translation))


def _read_editors(left: _Fields) -> Record:
    """The people in the editors' fields who did something else, by their role; others are left where they are."""
    people: Record = {}
    if left.get("editortype", "").casefold() == "editor":
        left.take("editortype")
    for field in EDITORS:
        if f"{field}type" in left and field in left:
            role = ROLES.get(left[f"{field}type"].casefold())
            if role and role not in people:
                people[role] = read_names(left.take(field))
                left.take(f"{field}type")
    return people


def _apart(text: str) -> tuple[str, str]:
    """``Renmin Ribao [People’s Daily]`` → the two of them."""
    found = _BRACKETED.fullmatch(text)
    return (found["text"] or "", found["translation"]) if found else (text, "")


def _filled(**values: str) -> Record:
    return {key: value for key, value in values.items() if value}


def _language(left: _Fields) -> str:
    name = left.take("langid") or left.get("language", "")
    left.pop("language", "")
    return tag_of(name, decode(left.get("title", ""))) if name else ""


def _faces(main: str, tag: str, original: str = "", translation: str = "") -> Record:
    faces: Record = {}
    if main:
        faces["main"] = _filled(text=main, language=tag)
    if original:
        written = tag_of(tag.split("-", maxsplit=1)[0], original) or script(original)
        faces["original"] = _filled(text=original, language=written)
    if translation:
        faces["translation"] = _filled(text=translation, language="en")
    return faces


def _read_title(values: Record, left: _Fields, tag: str) -> None:
    main, original, translation = left.text("title"), left.text("usera"), left.text("usere")
    addon = decode(left["titleaddon"]) if "titleaddon" in left else ""
    if addon and not translation and tag and not tag.startswith("en"):
        found = _BRACKETED.fullmatch(addon)  # a foreign title is followed by what it means
        translation = found["translation"] if found and not found["text"] else ""
    if translation and addon == f"[{translation}]":
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
    if not main and entry is not ENTRIES["book"] and entry is not ENTRIES["collection"]:
        main = left.text("journal") or left.text("booktitle")
    values["container"] = _faces(main, tag, original, translation)


def _read_notes(values: Record, left: _Fields, tag: str) -> None:
    """The note: details, when it tells nothing else; a note of its own has them in the addendum."""
    told = values["fields"]
    found = details.read(left.get("note", ""))
    if found:
        left.take("note")
    else:
        told.update(_filled(note=left.text("note")))
        found = details.read(left.get("addendum", "")) if "note" in told else {}
        if found:
            left.take("addendum")
    told.update({field: decode(value) for field, value in found.items()})
    for part in ("container", "publisher"):
        if text := told.pop(part, ""):
            values[part] = _faces(text, tag)


def _read_plain(values: Record, left: _Fields, names: Mapping[str, str]) -> None:
    told: Record = values["fields"]
    for name in [name for name in left if name in names]:
        _tell(told, names[name], left.text(name), values["type"])
    if not left.keys().isdisjoint(_LOOSE):
        for field, name in ANYWHERE.items():
            if name in left and field not in told:
                _tell(told, field, left.text(name), values["type"])


_LOOSE = frozenset(ANYWHERE.values())


def _tell(told: Record, field: str, value: str, work_type: str) -> None:
    if field == "pages":
        value = _DASHES.sub("-", value)
    elif field == "status":
        value = STATES.get(value.casefold(), value)
    elif field == "genre":
        value = "" if value == kind(work_type).label else GENRES.get(value.casefold(), value)
    if value:
        told[field] = value


def _read_addresses(values: Record, left: _Fields) -> None:
    """Where it is on the net; many files have the address where it was published."""
    if "howpublished" in left and "url" not in left and (found := _URL.fullmatch(left["howpublished"].strip())):
        left["url"] = found[1]
        left.take("howpublished")
    url, doi = left.take("url"), left.take("doi")
    if "\\" in url:
        found = _URL.fullmatch(url)
        url = _ESCAPED.sub(r"\1", found[1] if found else url)
    doi = _DOI.sub("", _ESCAPED.sub(r"\1", doi)) if doi else ""
    values["fields"].update(_filled(url=url, doi=doi, accessed=left.take("urldate")))


def _read_archive(told: Record, left: _Fields) -> None:
    """The archive of papers that an eprint is in, when it is one of the known ones."""
    archive = left.get("eprinttype", "").strip().casefold()
    if archive == "pubmed" and "eprint" in left:
        left.take("eprinttype")
        told.update(_filled(pmid=left.take("eprint")))
    elif archive in EPRINTS and "eprint" in left:
        left.take("eprinttype")
        told.update(_filled(archive_location=left.take("eprint"), archive_collection=left.take("eprintclass")))
        told["archive"] = EPRINTS[archive]


def _read_publisher(values: Record, left: _Fields, entry: Entry, tag: str) -> None:
    """The publisher, which is taken to be in the language of the title too, under any name that files have for it."""
    for field in (entry.publisher, "publisher", "institution", "organization"):
        main = left.text(field) if field in left and "publisher" not in values else ""
        body = values.get("author", {}).get("1", {}).get("literal")
        if main and not (field == entry.publisher == "institution" and main == body):
            values["publisher"] = _faces(main, tag)


def _read_annotation(values: Record, left: _Fields) -> None:
    text = left.text("annotation")
    found = annotation.read(text) if text else {}
    if found:
        values["cited"] = found
    elif text:
        values["fields"]["annote"] = text
