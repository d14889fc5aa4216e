"""A Work to the members of a Hayagriva entry, as far as the format has words for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from citekit.fields import LIBRARY_ROLES
from citekit.model import Face, Name, Title, Work
from citekit.write.hayagriva_names import person
from citekit.write.hayagriva_table import (
    AFFILIATED,
    ALWAYS_HOSTED,
    BOOKS,
    FIELDS,
    HOSTED,
    LONG,
    ORDER,
    OWN,
    PLACED_ROLES,
    TYPES,
    Kind,
)
from citekit.write.hayagriva_values import count, date, formattable, is_language, is_url, number
from citekit.write.latex import even
from citekit.write.xml_write import legal

Entry: TypeAlias = dict[str, Any]
"""Members by name: texts, numbers, lists, entries."""


def natural_entry(work: Work) -> Entry:
    """The entry of a work, without ``citekit``."""
    row = TYPES.get(work.type, TYPES["other"])
    people = {"author": work.author, "editor": work.editor, "translator": work.translator, **work.people}
    entry: Entry = {"type": row.own}
    host: Entry = {"type": row.host}
    hosted = row.own in ALWAYS_HOSTED or any(True for _ in _faces(work.container)) or "container-author" in people
    hosted = hosted or (row.own in HOSTED and bool({"series", "collection_number"} & work.fields.keys()))
    places = {
        "": entry,
        "host": host if hosted else entry,
        "container": host,
        "book": host if hosted and row.host in BOOKS else entry,
        "series": {"type": "anthology"},
        "event": {"type": "conference"},
        "original": {"type": "original"},
    }
    _titles(entry, host, work)
    for role, place, member in PLACED_ROLES:
        _set(places[place], member, _persons(people.get(role, ())))
    _set(entry, "affiliated", _affiliated(people))
    _fields(places, work)
    _set(places["book"], "publisher", _publisher(places["book"], work.publisher))
    _url(entry, work)
    for role in LIBRARY_ROLES:
        if role not in AFFILIATED and role not in {placed for placed, *_ in PLACED_ROLES}:
            _set(entry, role, _persons(people.get(role, ())))
    _parents(entry, places, host if hosted else None)
    return in_order(entry)


def in_order(entry: Entry) -> Entry:
    """The members in the order they are written."""
    rank = {name: number for number, name in enumerate(ORDER)}
    return dict(
        sorted(entry.items(), key=lambda item: (rank.get(item[0], len(rank)), "" if item[0] in rank else item[0]))
    )


def _set(entry: Entry, member: str, value: Any) -> None:  # noqa: ANN401 - whatever YAML holds
    if value not in (None, "", [], {}):
        entry[member] = value


def _faces(title: Title) -> Iterator[tuple[str, Face]]:
    for name in ("main", "translation", "original"):
        face = getattr(title, name)
        if face and even(face.text):
            yield name, face


def _titles(entry: Entry, host: Entry, work: Work) -> None:
    for place, title in ((entry, work.title), (host, work.container)):
        _set(place, "title", _title(title))
        tag = title.main.language if title.main else ""
        if is_language(tag) and "title" in place:
            place["language"] = tag


def _title(title: Title, *, tagged: bool = False) -> str | Entry:
    """The first face as ``value``, the others beside it; ``tagged`` puts the language of the first there too."""
    faces = dict(_faces(title))
    if not faces:
        return ""
    value: Entry = {"value": formattable(even(next(iter(faces.values())).text))}
    main = faces.pop("main", None)
    _set(value, "language", even(main.language) if main and tagged else "")
    for name, face in faces.items():
        told = {"value": formattable(even(face.text))}
        _set(told, "language", even(face.language))
        value[name] = told if len(told) > 1 else told["value"]
    text: str = value["value"]
    return value if len(value) > 1 else text


def _publisher(place: Entry, publisher: Title) -> str | Entry:
    """The publisher beside the location that may be there already; a record where there is more than a plain name."""
    name, there = _title(publisher, tagged=True), place.get("publisher", {})
    if not name:
        return dict(there)
    return {"name": name, **there} if there or isinstance(name, dict) else name


def _persons(names: tuple[Name, ...]) -> list[str | Entry]:
    return [found for name in names if (found := person(name)) is not None]


def _affiliated(people: dict[str, tuple[Name, ...]]) -> list[Entry]:
    found = ((role, _persons(people.get(own, ()))) for own, role in AFFILIATED.items())
    return [{"role": role, "names": names} for role, names in found if names]


def _fields(places: dict[str, Entry], work: Work) -> None:
    for field, place, path, kind in FIELDS:
        if value := work.fields.get(field, ""):
            _put(places[place], path, _MADE[kind](legal(value) if field in LONG else even(value)))
    for field in OWN:
        value = work.fields.get(field, "")
        _set(places[""], field.replace("_", "-"), legal(value) if field in LONG else even(value))


_MADE: dict[Kind, Callable[[str], str | int | None]] = {
    "formattable": formattable,
    "text": str,
    "number": number,
    "count": count,
    "date": date,
}


def _put(entry: Entry, path: str, value: str | int | None) -> None:
    """Put a value into an entry, or into a record of it; a short title has no place where there is no title."""
    member, _, inner = path.partition("/")
    if value in (None, ""):
        return
    if not inner:
        entry[member] = value
        return
    there = entry.get(member, {})
    if member == "title":
        if not there:
            return
        there = there if isinstance(there, dict) else {"value": there}
    entry[member] = {**there, inner: value}


def _url(entry: Entry, work: Work) -> None:
    url, accessed = even(work.fields.get("url", "")), date(even(work.fields.get("accessed", "")))
    if is_url(url):
        entry["url"] = url if accessed is None else {"value": url, "date": accessed}


def _parents(entry: Entry, places: dict[str, Entry], host: Entry | None) -> None:
    """Put the parents that there are into the entry; the series stands in the host where there is one."""
    series = places["series"]
    if host is not None and len(series) > 1:
        host["parent"] = series
    listed = [host] if host is not None else [series] if len(series) > 1 else []
    listed = [
        in_order(found) for found in (*listed, places["event"], places["original"]) if found is host or len(found) > 1
    ]
    for found in (entry, *listed):
        if found.get("serial-number", {}).keys() == {"serial"}:
            found["serial-number"] = found["serial-number"]["serial"]
    _set(entry, "parent", listed[0] if len(listed) == 1 else listed)
