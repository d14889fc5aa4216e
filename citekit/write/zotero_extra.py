"""The Extra field of Zotero: lines of ``key: value``, and text between them.

The keys are the variables and roles of CSL 1.0.2, which Zotero's citation processor reads, names as
``Family || Given``; ``Citation Key``; those of the plugin Cite Non-English for the faces of titles and names
(``cne-title-original``, ``cne-creator-0-last-original``); and ``citekit``, a JSON merge patch from what all else tells
to the whole record.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from citekit.fields import LIBRARY_FIELDS, LIBRARY_ROLES, NAME_FIELDS, TEXT_FIELDS
from citekit.language import script
from citekit.model import Face, Name, Title
from citekit.write.bibtex_names import usual_order
from citekit.write.latex import even
from citekit.write.particles import apart
from citekit.write.record import Record
from citekit.write.zotero_table import NO_LINE, variable

FACES = {"original": "original", "romanized": "main", "english": "translation"}
"""Ending of a key of Cite Non-English → face."""

_LINE = re.compile(r"(?P<key>[A-Za-z][\w .-]*?)[ \t]*:[ \t]*(?P<value>[^ \t].*)")
_CNE_TITLE = re.compile(r"cne-(?P<part>title|container-title|journal|publisher)-(?P<face>original|romanized|english)")
_CNE_NAME = re.compile(r"cne-creator-(?P<number>\d+)-(?P<part>last|first)-(?P<face>original|romanized)")
_PARTS = {"title": "title", "container-title": "container", "journal": "container", "publisher": "publisher"}
_PERIODICALS = {"journalArticle", "magazineArticle", "newspaperArticle"}
_FACED = re.compile(r"(?:title|container|publisher)_(?:language|translation|original)")
_FIELDS = {
    variable(field).casefold(): field
    for field in (*TEXT_FIELDS, *LIBRARY_FIELDS)
    if field not in NO_LINE and not _FACED.fullmatch(field)
}
_ROLES = {role: role for role in (*NAME_FIELDS, *LIBRARY_ROLES)}


class Extra(NamedTuple):
    """What Extra tells: fields, names by role, faces by part, original names by number, key, type, the rest."""

    fields: dict[str, str]
    people: dict[str, list[Record]]
    faces: dict[str, dict[str, str]]
    originals: dict[int, dict[str, str]]
    words: dict[str, str]
    text: str


def title_lines(title: Title, part: str, item_type: str) -> list[str]:
    """The faces of a title, when it has more than one: ``cne-title-original: …``."""
    if not (title.original or title.translation):
        return []
    key = "journal" if part == "container" and item_type in _PERIODICALS else _KEYS[part]
    faces: dict[str, Face | None] = {name: getattr(title, face) for name, face in FACES.items()}
    if title.main and script(title.main.text) and not title.original:  # not romanised: in its own script alone
        faces = {"original": title.main, "english": title.translation}
    return [f"cne-{key}-{name}: {even(face.text)}" for name, face in faces.items() if face and even(face.text)]


_KEYS = {"title": "title", "container": "container-title", "publisher": "publisher"}


def name_lines(names: Iterable[Name]) -> list[str]:
    """The original script of names that Zotero numbers from 0: ``cne-creator-0-last-original: 赵磊``."""
    return [
        f"cne-creator-{number}-last-original: {even(name.original)}"
        for number, name in enumerate(names)
        if even(name.original)
    ]


def role_lines(role: str, names: Iterable[Name]) -> list[str]:
    """Names that the item type has no creator for: ``editor: Doe || Jane``, a body without bars."""
    lines = []
    for name in names:
        family, given = person(name)
        if family or given:
            lines.append(f"{role}: {family} || {given}" if given else f"{role}: {family}")
    return lines


def person(name: Name) -> tuple[str, str]:
    """Last and first name as Zotero has them, the particle in the one, the suffix behind a comma in the other.

    A body, or a person of whom but one name is known, has no first name.
    """
    family, given = even(f"{name.particle} {name.family}"), even(name.given)
    if even(name.literal) or not (family and given):
        return even(name.literal) or family or given or even(name.translated) or even(name.original), ""
    return family, ", ".join(filter(None, (given, even(name.suffix))))


def name_of(last: str, first: str) -> Record:
    """The record of a name of which Zotero has the last and the first; one without a first name is a body."""
    if not first:
        return {"literal": last, "order": "literal"} if last else {}
    given, _, suffix = first.partition(", ")
    particle, family = apart(last)
    parts = {"family": family, "given": given, "particle": particle, "suffix": suffix}
    return {**{part: text for part, text in parts.items() if text}, "order": usual_order(family, given)}


def field_line(field: str, value: str) -> str:
    """A field that the item type has no place for: ``original-date: 1999``."""
    return f"{variable(field)}: {even(value)}"


def read(text: str, taken: Collection[str] = ()) -> Extra:
    """What an Extra field tells; lines without a key that is known, or of a field ``taken`` already, are its text."""
    extra = Extra({}, {}, {}, {}, {}, "")
    lines = [line for line in text.split("\n") if not _take(extra, line.strip(" \t\r"), taken)]
    return extra._replace(text="\n".join(lines).strip(" \t\n"))


def _take(extra: Extra, line: str, taken: Collection[str]) -> bool:
    """Take a line that tells something not told yet."""
    found = _LINE.fullmatch(line)
    if not found:
        return False
    key, value = found["key"].casefold().replace(" ", "-"), even(found["value"])
    if title := _CNE_TITLE.fullmatch(key):
        return _new(extra.faces.setdefault(_PARTS[title["part"]], {}), FACES[title["face"]], value)
    if creator := _CNE_NAME.fullmatch(key):
        told = extra.originals.setdefault(int(creator["number"]), {})
        return _new(told, f"{creator['part']}-{creator['face']}", value)
    if key in ("citekit", "citation-key", "type", "cne-original-language"):
        return _new(extra.words, key, found["value"].strip() if key == "citekit" else value)
    last, _, first = value.partition("||")
    if key in _ROLES and last.strip():
        extra.people.setdefault(_ROLES[key], []).append(name_of(last.strip(), first.strip()))
        return True
    name = _FIELDS.get(key, "")
    return bool(name) and name not in taken and _new(extra.fields, name, value)


def _new(values: dict[Any, str], key: str, value: str) -> bool:
    return values.setdefault(key, value) is value


def faces(main: str, told: Mapping[str, str], tag: str, original_tag: str = "") -> Record:
    """The record of a title from Zotero's field and the faces that Extra tells.

    A field in a script of its own whose romanised face Extra tells is the original.
    """
    first, original = told.get("main", main), told.get("original", "")
    if original == first:  # a title in its own script alone
        original = ""
    if told.get("main", main) != main and script(main):
        original = original or main
    values = {
        "main": {"text": first, "language": tag},
        "original": {"text": original, "language": original_tag or script(original)},
        "translation": {"text": told.get("translation", ""), "language": "en"},
    }
    return {
        face: {part: text for part, text in value.items() if text} for face, value in values.items() if value["text"]
    }
