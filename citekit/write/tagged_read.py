"""The tags of a reference to the record of a work, by the table of the format: the counterpart of ``tagged``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from citekit.fields import LIBRARY_ROLES, NAME_FIELDS
from citekit.write import annotation, first_edition
from citekit.write.langid import tag_of
from citekit.write.latex import even
from citekit.write.plain_names import read_names
from citekit.write.record import Record
from citekit.write.slots import Form, Pair, Row, Tags
from citekit.write.types import TYPES
from citekit.write.worded_dates import fuller, read_date

ROLES = frozenset((*NAME_FIELDS, *LIBRARY_ROLES))
LINES = frozenset(("note", "annote"))
"""Slots with one line a value."""

TITLES = frozenset(("title", "title_translation", "container", "publisher", "language", "key"))
"""Slots that are no fields of their own."""

_THREE_LETTERS = dict(
    pair.split("=")
    for pair in "chi=zh deu=de eng=en fra=fr fre=fr ger=de ita=it jpn=ja kor=ko por=pt rus=ru spa=es zho=zh".split()
)
"""Codes of ISO 639-2, which catalogues use, to those of BCP 47."""


class _Told(NamedTuple):
    """What has been read so far."""

    form: Form
    tags: Tags
    texts: dict[str, str]
    values: Record
    fields: Record


def record_of(form: Form, code: str, pairs: Iterable[Pair]) -> Record:
    """What the tags of a reference tell; ``extra`` holds what no slot takes, and what is understood only in part."""
    tags = Tags.of(form.dialect(code, [(tag, evened(value)) for tag, value in pairs]))
    told = _Told(form, tags, {}, {"type": _type(form, code, tags)}, {})
    for row, names in form.table(code):
        if not tags.keys().isdisjoint(names):
            _take(told, row, names)
    titles = _titles(told)
    extra = {f"{form.prefix}.{tag}": "\n".join(left) for tag, left in tags.items() if left}
    if code and form.code_of[told.values["type"]] != code:
        extra[f"{form.prefix}.{form.type_tag}"] = code
    people = {role: told.values.pop(role) for role in ROLES.difference(NAME_FIELDS) if role in told.values}
    found = {**told.values, **titles, "fields": told.fields, "people": people, "extra": extra}
    return {part: value for part, value in found.items() if value}


def evened(value: str) -> str:
    """A value as it may stand: white space evened, line by line."""
    return "\n".join(filter(None, map(even, value.split("\n")))) if "\n" in value else even(value)


def _type(form: Form, code: str, tags: Tags) -> str:
    """The type of the code, or the one that the label names more closely: ``PCOMM`` with ``Interview``."""
    plain = form.codes.get(code, "other")
    for label in tags.get(form.label, ()):
        for name, kind in TYPES.items():
            if kind.label == label and form.code_of[name] == code and name != plain:
                tags.drop(form.label, label)
                return name
    return plain


def _take(told: _Told, row: Row, names: list[str]) -> None:
    slot, tags = row.slot, told.tags
    if slot in ROLES:
        found = [name for line in tags.all(names) for name in read_names(line)]
        if found:
            told.values[slot] = {str(number): name for number, name in enumerate(found, 1)}
    elif slot == "cited":
        told.values["cited"] = annotation.read(tags.first(names, annotation.read))
    elif slot == "first_edition":
        told.fields.update(first_edition.read(tags.first(names, first_edition.read)))
    elif slot in LINES:
        _keep(told, slot, "\n".join(tags.all(names)))
    elif slot in TITLES:
        told.texts[slot] = tags.peek(names) if slot == "language" else even(tags.first(names, row.fits))
    else:
        _keep(told, slot, _value(told, row, names))


def _keep(told: _Told, slot: str, value: str) -> None:
    if value:
        told.fields[slot] = value


def _value(told: _Told, row: Row, names: list[str]) -> str:
    tags = told.tags
    if row.slot == "date":
        return _date(tags, *names)
    if row.slot == "accessed":
        date, whole = read_date(tags.peek(names))
        return date if whole and tags.first(names) else ""
    if row.slot == "keyword":
        return _keywords(tags, names)
    value = tags.first(names, row.fits)
    return value if row.slot == "abstract" else even(value)


def _date(tags: Tags, year: str, day: str) -> str:
    """The fuller of year and date; what either of them tells beside that stays where it was."""
    date, *told = fuller(tags.peek([year]), tags.peek([day]))
    for tag, whole in zip((year, day), told, strict=True):
        if whole:
            tags.first([tag])
    return date


def _keywords(tags: Tags, names: list[str]) -> str:
    """The keywords in one line; as they stood they stay beside it, if the line would be cut elsewhere."""
    found = tags.all(names)
    line = ("; " if any(sign in word for word in found for sign in ",;") else ", ").join(found)
    if found and keywords_of(line) != found:
        tags[names[0]] = found
    return line


def keywords_of(line: str) -> list[str]:
    """The keywords in a line: between semicolons, or between commas where there is no semicolon."""
    return [word for part in line.split(";" if ";" in line else ",") if (word := part.strip())]


def _titles(told: _Told) -> Record:
    """The key and the faces; container and publisher are taken to be in the language of the title."""
    texts, title = told.texts, told.texts.get("title", "")
    tag = _language(told, title)
    translation = texts.get("title_translation", "")
    faces = {"main": _face(title, tag), "translation": _face(translation, "en")}
    return {
        "key": texts.get("key", ""),
        "title": {name: face for name, face in faces.items() if face},
        **{part: {"main": face} for part in ("container", "publisher") if (face := _face(texts.get(part, ""), tag))},
    }


def _face(text: str, tag: str) -> Record:
    return {name: value for name, value in (("text", text), ("language", tag)) if value} if text else {}


def _language(told: _Told, title: str) -> str:
    """The tag of the language that is named; the name stays beside it unless it is the tag itself."""
    name = told.texts.get("language", "")
    tag = tag_of(_THREE_LETTERS.get(name.casefold(), name), title) if title else ""
    if tag == name:
        for row, names in told.form.table(""):
            if row.slot == "language":
                told.tags.first(names)
    return tag
