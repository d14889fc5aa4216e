"""A Work as Zotero would hold it, and back: what its CSL-JSON and its RDF have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from citekit.fields import LIBRARY_FIELDS, LIBRARY_ROLES, NAME_FIELDS, TEXT_FIELDS
from citekit.model import Name, Work
from citekit.write import zotero_dates
from citekit.write.latex import even
from citekit.write.record import Record, work_of
from citekit.write.rest import work_with
from citekit.write.types import TYPES, kind
from citekit.write.xml_write import legal
from citekit.write.zotero_extra import (
    Extra,
    faces,
    field_line,
    name_lines,
    name_of,
    person,
    read,
    role_lines,
    title_lines,
)
from citekit.write.zotero_table import CREATORS, CSL_TYPES, DATES, KEPT_ROLES, NO_LINE, READ_AS, keeps

_FACES = {name for name in TEXT_FIELDS if name.partition("_")[0] in ("title", "container", "publisher")}
_KNOWN = {*TEXT_FIELDS, *LIBRARY_FIELDS} - _FACES - NO_LINE
_APART = ("itemType", "type")
NO_KEY = "item-?"
"""The key of an item that tells none, before its number is known."""

LONG = ("abstract",)
"""Fields of an item whose text may have several lines."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of Zotero: its type, its texts by the names of citekit's fields, its creators by role, its Extra.

    ``extra`` are the lines of Extra with a key, ``note`` is what stands behind them; an item that is read has all of it
    in ``extra``. ``unknown`` is what the format of a loaded work has and citekit has no word for.
    """

    type: str
    fields: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    extra: str = ""
    note: str = ""
    unknown: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The whole Extra field."""
        return "\n".join(filter(None, (self.extra, self.note)))


def item_of(work: Work, prefix: str, *, tags: bool) -> Item:
    """The item of a work. ``prefix`` is that of ``Work.extra`` for the format; with ``tags`` it holds keywords."""
    item_type = _item_type(work)
    groups = {"author": work.author, "editor": work.editor, "translator": work.translator}
    groups |= {role: work.people.get(role, ()) for role in LIBRARY_ROLES}
    kept = KEPT_ROLES.get(item_type, " ".join(CREATORS)).split()
    native = {role: groups[role] for role in kept if groups[role]}
    texts = {name: text for name, text in _texts(work).items() if text}
    home = {name: text for name, text in texts.items() if keeps(item_type, name) or name in ("title", "language")}
    parts = {"title": work.title, "container": work.container, "publisher": work.publisher}
    numbered: list[Name] = [name for names in native.values() for name in names if any(person(name))]
    language = work.title.original.language if work.title.original else ""
    tagged = tags and all(map(even, texts.get("keyword", "").split(",")))
    lines = [
        *(line for part, title in parts.items() for line in title_lines(title, part, item_type)),
        *([f"cne-original-language: {even(language)}"] if even(language) else []),
        *name_lines(numbered),
        *([f"Citation Key: {even(work.key)}"] if even(work.key) else []),
        *_type_line(work, item_type),
        *(line for role, names in groups.items() if role not in native for line in role_lines(role, names)),
        *(
            field_line(name, text)
            for name, text in texts.items()
            if name not in home and name not in NO_LINE and not (name == "keyword" and tagged)
        ),
    ]
    return Item(
        type=item_type,
        fields=home,
        people={role: tuple(filter(any, map(person, names))) for role, names in native.items()},
        tags=tuple(even(tag) for tag in texts.get("keyword", "").split(",") if even(tag)) if tagged else (),
        extra="\n".join(lines),
        note=legal(work.fields.get("note", "")),
        unknown={
            name.removeprefix(prefix): text
            for name, text in sorted(work.extra.items())
            if name.startswith(prefix) and name.removeprefix(prefix) not in _APART
        },
    )


def _item_type(work: Work) -> str:
    told = work.extra.get("zotero.itemType", "")
    return told if told in CSL_TYPES and READ_AS.get(told, "other") == work.type else kind(work.type).zotero


def _type_line(work: Work, item_type: str) -> list[str]:
    """The type of CSL, where Zotero takes the item for another: a treaty is a document to it."""
    own = item_type == kind(work.type).zotero and CSL_TYPES[item_type] != kind(work.type).csl
    told = kind(work.type).csl if own else even(work.extra.get("zotero.type", ""))
    return [f"type: {told}"] if told else []


def _texts(work: Work) -> dict[str, str]:
    """The texts of a work as Zotero wants them, by field; the main faces as ``title``, ``container``, ``publisher``."""
    titles = {
        "title": work.title.display,
        "container": work.container.display,
        "publisher": work.publisher.display,
        "language": work.title.main.language if work.title.main else "",
    }
    texts = {name: even(text) for name, text in titles.items()}
    for name in sorted(work.fields.keys() - texts.keys()):
        value = work.fields[name]
        text = legal(value) if name in LONG else even(value)
        if name in _KNOWN:
            texts[name] = zotero_dates.shown(text) if name in DATES else text
    return texts


def with_rest(item: Item, rest: str) -> Item:
    """The item with citekit's own line in its Extra, behind the other lines."""
    return replace(item, extra="\n".join(filter(None, (item.extra, f"citekit: {rest}")))) if rest else item


def whole(item: Item, key: str, prefix: str) -> Work:
    """The work that an item tells; a line of ``citekit`` that is not citekit's stays in the note."""
    told, extra = record_of(item, key, prefix)
    line = extra.words.get("citekit", "")
    if not line:
        return work_of(told)
    note = "\n".join(filter(None, (f"citekit: {line}", extra.text)))
    return work_with(told, line) or work_of({**told, "fields": {**told.get("fields", {}), "note": note}})


def record_of(item: Item, key: str, prefix: str) -> tuple[Record, Extra]:
    """The record that an item tells without citekit's own line; and what Extra told."""
    extra = read(item.text, frozenset(item.fields))
    texts = {**extra.fields, **{name: text for name, text in item.fields.items() if text}}
    tag = texts.pop("language", "")
    told_type = extra.words.get("type", "")
    found = next((name for name, row in TYPES.items() if row.csl == told_type and row.zotero == item.type), "")
    own = found or READ_AS.get(item.type, "other")
    values: Record = {"key": extra.words.get("citation-key", key), "type": own}
    original = extra.words.get("cne-original-language", "")
    for part in ("title", "container", "publisher"):
        told_faces = extra.faces.get(part, {})
        values[part] = faces(texts.pop(part, ""), told_faces, tag, original if part == "title" else "")
    values |= _people_of(item, extra)
    if item.tags:
        texts["keyword"] = ", ".join(item.tags)
    texts = {name: zotero_dates.read(text) if name in DATES else text for name, text in texts.items()}
    values["fields"] = {**texts, **({"note": extra.text} if extra.text else {})}
    unknown = {f"{prefix}{name}": text for name, text in item.unknown.items()}
    kept = {"zotero.itemType": item.type} if item.type != kind(own).zotero else {}
    odd = {"zotero.type": told_type} if told_type and not found else {}
    values["extra"] = {**unknown, **kept, **odd}
    return {name: value for name, value in values.items() if value}, extra


def _people_of(item: Item, extra: Extra) -> Record:
    """The names by role, those of Extra behind those of the item; ``people`` for all but three."""
    number = count()
    found: dict[str, list[Record]] = {}
    kept = KEPT_ROLES.get(item.type, " ".join(CREATORS)).split()
    for role in sorted(item.people, key=lambda role: kept.index(role) if role in kept else len(kept)):
        for last, first in item.people[role]:
            told = extra.originals.get(next(number), {})
            original = told.get("last-original", "") + told.get("first-original", "")
            romanised = (told.get("last-romanized", last), told.get("first-romanized", first))
            name = name_of(*romanised)
            if romanised != (last, first):
                original = original or last + first
            found.setdefault(role, []).append({**name, **({"original": original} if original else {})})
    for role, names in extra.people.items():
        found.setdefault(role, []).extend(names)
    numbered = {role: {str(at): name for at, name in enumerate(names, 1)} for role, names in found.items()}
    main: Record = {role: numbered.pop(role) for role in NAME_FIELDS if role in numbered}
    return {**main, "people": numbered}
