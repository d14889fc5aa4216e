"""What a Hayagriva entry tells of a work, without what only citekit wrote into it."""

from __future__ import annotations

from typing import NamedTuple

from citekit.fields import LIBRARY_ROLES, NAME_FIELDS
from citekit.write.hayagriva_entry import Entry
from citekit.write.hayagriva_names import persons_of
from citekit.write.hayagriva_table import (
    AFFILIATED,
    ALSO,
    BY_HOST,
    BY_TYPE,
    EVENTS,
    FIELDS,
    HOSTED,
    OWN,
    PARENTS,
    PLACED_ROLES,
    Kind,
)
from citekit.write.hayagriva_values import edtf_of, plain_of, text_of
from citekit.write.record import Record

_ROLES = {role.replace("-", ""): own for own, role in AFFILIATED.items()}
_OWN_ROLES = [role for role in LIBRARY_ROLES if role not in {*AFFILIATED, *(role for role, *_ in PLACED_ROLES)}]


class Places(NamedTuple):
    """The entry and the parents of it that citekit has words for; a parent that is not there is empty."""

    entry: Entry
    host: Entry
    series: Entry
    event: Entry
    original: Entry

    def at(self, place: str) -> list[Entry]:
        """The entries that a place may be, the one that counts more first."""
        if place == "book":
            return [self.entry, self.host]
        if place in ("host", "container"):
            return [self.host]
        return [self.entry if not place else getattr(self, place)]


def told(entry: Entry) -> Record:
    """The record of a work that the entry tells, without its key."""
    own = _type(entry, "misc")
    places = _places(entry, own)
    values: Record = {"type": _kind(own, _type(places.host, "")), **_titles(places)}
    values |= _people(places)
    fields: dict[str, str] = {}
    for field, place, path, kind in (*FIELDS, *ALSO):
        fields[field] = fields.get(field) or _field(places, place, path, kind)
    fields |= {field: text for field in OWN if (text := plain_of(entry.get(field.replace("_", "-"))))}
    url = entry.get("url")
    fields["url"] = plain_of(url)
    if isinstance(url, dict):
        fields["accessed"] = edtf_of(url.get("date"))
    values["fields"] = {field: text for field, text in fields.items() if text}
    return {name: value for name, value in values.items() if value}


def _type(entry: Entry, default: str) -> str:
    return plain_of(entry.get("type")).casefold() or default


def _kind(own: str, host: str) -> str:
    return BY_HOST.get((own, host), BY_TYPE.get(own, "other"))


def _parents(entry: Entry, own: str) -> list[Entry]:
    """The parents of an entry, each with its type, in which the default has its place."""
    found = entry.get("parent")
    listed = [parent for parent in (found if isinstance(found, list) else [found]) if isinstance(parent, dict)]
    return [{**parent, "type": _type(parent, PARENTS.get(own, "misc"))} for parent in listed]


def _places(entry: Entry, own: str) -> Places:
    parents = _parents(entry, own)
    event = next((parent for parent in parents if parent["type"] in EVENTS), {})
    original = next((parent for parent in parents if parent["type"] == "original"), {})
    first = next((parent for parent in parents if parent["type"] not in (*EVENTS, "original")), {})
    if first and first["type"] == "anthology" and own not in HOSTED:
        return Places(entry, {}, first, event, original)
    series = next(iter(_parents(first, _type(first, ""))), {})
    return Places(entry, first, series, event, original)


def _titles(places: Places) -> Record:
    titles = {
        "title": _title(places.entry.get("title"), plain_of(places.entry.get("language"))),
        "container": _title(places.host.get("title"), plain_of(places.host.get("language"))),
    }
    found = (_publisher(place) for place in places.at("book"))
    return titles | {"publisher": next((publisher for publisher in found if publisher), {})}


def _publisher(entry: Entry) -> Record:
    publisher = entry.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) and "value" not in publisher else publisher
    return _title(name, plain_of(name.get("language")) if isinstance(name, dict) else "")


def _title(value: object, language: str) -> Record:
    """The faces of a title; a first face that is another one again is none of its own."""
    more = value if isinstance(value, dict) else {}
    faces = {name: _face(more.get(name), "") for name in ("original", "translation")}
    main = _face(value, language)
    if any(face and face["text"] == main.get("text") for face in faces.values()):
        main = {}
    return {name: face for name, face in {"main": main, **faces}.items() if face}


def _face(value: object, language: str) -> Record:
    text = text_of(value)
    tag = language or (plain_of(value.get("language")) if isinstance(value, dict) else "")
    return {name: found for name, found in (("text", text), ("language", tag)) if found} if text else {}


def _people(places: Places) -> Record:
    found: dict[str, list[Record]] = {}
    for role, place, member in PLACED_ROLES:
        listed = (persons_of(entry.get(member)) for entry in places.at(place))
        found[role] = next((names for names in listed if names), [])
    for role in _OWN_ROLES:
        found[role] = persons_of(places.entry.get(role))
    affiliated = places.entry.get("affiliated")
    for group in affiliated if isinstance(affiliated, list) else [affiliated]:
        if isinstance(group, dict):
            role = _ROLES.get(plain_of(group.get("role")).replace("-", "").casefold(), "")
            found[role] = [*found.get(role, []), *persons_of(group.get("names"))]
    people = {role: _numbered(names) for role, names in found.items() if names and role}
    own: Record = {role: people.pop(role) for role in NAME_FIELDS if role in people}
    return own | {"people": people}


def _numbered(names: list[Record]) -> Record:
    return {str(number): name for number, name in enumerate(names, 1)}


def _field(places: Places, place: str, path: str, kind: Kind) -> str:
    return next((text for entry in places.at(place) if (text := _text(entry, path, kind))), "")


def _text(entry: Entry, path: str, kind: Kind) -> str:
    member, _, inner = path.partition("/")
    value = entry.get(member)
    if inner:
        plain = inner == "serial" and not isinstance(value, dict)
        value = value if plain else value.get(inner) if isinstance(value, dict) else None
    read = {"formattable": text_of, "date": edtf_of}.get(kind, plain_of)
    return read(value)
