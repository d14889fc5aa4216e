"""A Library to CSL-JSON as Zotero imports it, and such a text, Zotero's own exports too, back.

Zotero takes from an item of CSL-JSON what the item type has a field for, and drops the rest. So that it keeps all:

==============================  =====================================================================================
of a work                       in the item
==============================  =====================================================================================
key                             ``id``, which Zotero drops; ``Citation Key: …`` in ``note``
type                            ``type``; what Zotero has no type for in ``note`` (``type: treaty``)
title, container, publisher     ``title``, ``container-title``, ``publisher``: the main face
other faces                     ``note``: ``cne-title-original``, ``-romanized``, ``-english``, likewise
                                ``cne-container-title-…`` (``cne-journal-…``) and ``cne-publisher-…``
people                          name variables, where the type has a creator for the role; else ``editor: Doe || Jane``
                                in ``note``; original script ``cne-creator-0-last-original``
dates                           ``raw``, so that the text reaches Zotero as it is; seasons by name
fields that the type has        the CSL variable (:data:`citekit.write.zotero_table.KEPT`)
fields that it has not          ``note``, a line each: ``original-date: 1999``
note                            ``note``, behind the lines
``csl.…`` of a loaded item      members of those names
all the rest                    ``note``: ``citekit: …``, a JSON merge patch (RFC 7396) from what all else tells
==============================  =====================================================================================

Zotero puts ``note`` into Extra, where the lines are seen, kept, and written again by its exports.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from citekit.fields import LIBRARY_FIELDS, LIBRARY_ROLES, NAME_FIELDS, TEXT_FIELDS
from citekit.model import Finding, Library, Work
from citekit.write.latex import even
from citekit.write.rest import line_of
from citekit.write.types import TYPES
from citekit.write.xml_read import library_of
from citekit.write.xml_write import legal
from citekit.write.zotero_api import PREFIX as API
from citekit.write.zotero_api import is_api, item_of_api, key_of, no_work
from citekit.write.zotero_item import LONG, NO_KEY, Item, item_of, record_of, whole, with_rest
from citekit.write.zotero_table import BY_CSL, CSL_TYPES, DATES, variable

_PREFIX = "csl."
_ROLES = (*NAME_FIELDS, *LIBRARY_ROLES)
_FIELDS = {variable(field): field for field in (*TEXT_FIELDS, *LIBRARY_FIELDS) if field != "note"} | {
    "title": "title",
    "container-title": "container",
    "publisher": "publisher",
    "language": "language",
    "journalAbbreviation": "container_title_short",
    "shortTitle": "title_short",
}
_BY_ZOTERO = {"container-title-short": "journalAbbreviation"}
_HELP = "Mend the file at the line that is named, or export it anew."


def to_zotero(library: Library) -> str:
    """The works of a library as a JSON array of items for Zotero, in their order.

    Reading the text back with :func:`load_zotero` and writing it again gives the same bytes.
    """
    return json.dumps([_member(work) for work in library.works], ensure_ascii=False, indent=2) + "\n"


def _member(work: Work) -> dict[str, Any]:
    item = item_of(work, _PREFIX, tags=False)
    key = even(work.key)
    told, _ = record_of(_item(_told(with_rest(item, "{}"), key)), key or NO_KEY, _PREFIX)
    return _told(with_rest(item, line_of(told, work)), key)


def _told(item: Item, key: str) -> dict[str, Any]:
    """The members of an item."""
    members: dict[str, Any] = {"id": key, "type": CSL_TYPES[item.type]}
    for role, names in item.people.items():
        members[role] = [{"family": last, "given": first} if first else {"literal": last} for last, first in names]
    for field, text in item.fields.items():
        name = variable(field)
        members[_BY_ZOTERO.get(name, name)] = {"raw": text} if field in DATES else text
    members |= {"note": item.text} if item.text else {}
    return {**{name: _value(text) for name, text in item.unknown.items()}, **members}


def _value(text: str) -> Any:  # noqa: ANN401  # whatever JSON holds
    """What a kept member was: a text, or what the text is the JSON of."""
    if text[:1] not in ("{", "[") and text not in ("true", "false", "null"):
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def load_zotero(text: str, source: str) -> Library:
    """The works of a text of CSL-JSON as Zotero writes it, in its order; ``source`` is the name of the file.

    Items with an ``itemType``, as Zotero's own interface tells them, are read too.

    Nothing in the text raises: broken JSON is a finding, and so is what is no item.
    """
    works: list[Work] = []
    findings: list[Finding] = []
    for number, entry in enumerate(_entries(text, findings), 1):
        if is_api(entry):
            left_out = no_work(entry)
            if left_out:
                findings.append(left_out)
            else:
                works.append(whole(item_of_api(entry), key_of(entry) or f"item-{number}", API))
        elif isinstance(entry, dict):
            item = _item(entry)
            works.append(whole(item, _string(entry.get("id", "")) or f"item-{number}", _PREFIX))
        else:
            message = f"Entry {number} of the file is no item but {json.dumps(entry)[:80]}."
            findings.append(Finding("RD125", message, text=json.dumps(entry), help="Take it out, or mend it."))
    return library_of(text, source, works, findings)


def _entries(text: str, findings: list[Finding]) -> Iterable[Any]:
    clean = text.removeprefix("\ufeff")
    if not clean.strip():
        return ()
    try:
        found = json.loads(clean)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        message = f"This file is no JSON: {str(error).partition(':')[0]}."
        rest = "\n".join(clean.split("\n")[line - 1 :]).strip()
        findings.append(Finding("RD124", message, "error", text=rest, line=line, help=_HELP))
        return ()
    except RecursionError:
        findings.append(Finding("RD124", "This file is nested too deep.", "error", text=clean, line=1, help=_HELP))
        return ()
    if isinstance(found, dict) and isinstance(found.get("items"), list):
        return found["items"]  # type: ignore[no-any-return]  # checked in the line before
    return found if isinstance(found, list) else (found,)


def _item(entry: Mapping[str, Any]) -> Item:
    """The item that the members of an entry tell."""
    fields: dict[str, str] = {}
    people: dict[str, tuple[tuple[str, str], ...]] = {}
    unknown: dict[str, str] = {}
    for name, value in entry.items():
        field = _FIELDS.get(name, "")
        names = [_name(person) for person in value] if name in _ROLES and isinstance(value, list) else []
        if names and all(any(person) for person in names):
            people[name] = tuple(names)
        elif field and field not in fields and (told := _text(field, value)):
            fields[field] = told
        elif name not in ("id", "type", "note", "citation-key") and value not in (None, "", [], {}):
            unknown[name] = value if isinstance(value, str) else json.dumps(value, ensure_ascii=True, sort_keys=True)
    csl = _string(entry.get("type", ""))
    lines = [f"type: {csl}"] if csl and csl not in BY_CSL else []
    lines += [f"Citation Key: {entry['citation-key']}"] if isinstance(entry.get("citation-key"), str) else []
    lines += [legal(_string(entry.get("note", "")))]
    item_type = BY_CSL.get(csl) or next((row.zotero for row in TYPES.values() if row.csl == csl), "document")
    return Item(item_type, fields, people, extra="\n".join(filter(None, lines)), unknown=unknown)


def _string(value: Any) -> str:  # noqa: ANN401  # whatever JSON holds
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _text(field: str, value: Any) -> str:  # noqa: ANN401  # whatever JSON holds
    if field in DATES:
        return _date(value)
    text = _string(value)
    return legal(text) if field in LONG else even(text)


def _date(value: Any) -> str:  # noqa: ANN401  # whatever JSON holds
    """EDTF of date-parts, or the text of a date that has one; empty for a date that cannot be told in one text."""
    if not isinstance(value, dict):
        return even(_string(value))
    text = next((even(_string(value[name])) for name in ("raw", "literal") if value.get(name)), "")
    if text:
        return text if value.keys() <= {"raw", "literal"} else ""
    parts = value.get("date-parts")
    if not isinstance(parts, list) or not value.keys() <= {"date-parts", "season", "circa"}:
        return ""
    points = [_point(point) for point in parts if isinstance(point, list)]
    season = _SEASONS.get(_string(value.get("season", "")).casefold(), "")
    if value.get("season") and (not season or len(points) != 1 or len(points[0]) != 4):
        return ""
    mark = "~" if value.get("circa") else ""
    whole_date = all(points) and len(points) == len(parts) in (1, 2)
    return "/".join(f"{point}{f'-{season}' if season else ''}{mark}" for point in points) if whole_date else ""


_SEASONS = {"1": "21", "2": "22", "3": "23", "4": "24"} | {
    "spring": "21",
    "summer": "22",
    "autumn": "23",
    "fall": "23",
    "winter": "24",
}


def _point(parts: list[Any]) -> str:
    texts = [_string(part) for part in parts]
    if not 1 <= len(texts) <= 3 or not all(text.isdecimal() and text.isascii() for text in texts):
        return ""
    return "-".join(text.zfill(4 if place == 0 else 2) for place, text in enumerate(texts))


def _name(person: Any) -> tuple[str, str]:  # noqa: ANN401  # whatever JSON holds
    """Last and first name; both empty for what is no name, or has more to it than those."""
    if isinstance(person, str):
        return even(person), ""
    if not isinstance(person, dict) or not person.keys() <= _PARTS:
        return "", ""
    parts = {part: even(_string(person.get(part, ""))) for part in _PARTS}
    last = even(" ".join((parts["dropping-particle"], parts["non-dropping-particle"], parts["family"])))
    first = ", ".join(filter(None, (parts["given"], parts["suffix"])))
    if parts["literal"] or not (last and first):
        return parts["literal"] or last or first, ""
    return last, first


_PARTS = {"family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle"}
