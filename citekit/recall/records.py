"""A stored record → the work it tells of, and the fields of a citation of it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from citekit.fields import NAME_FIELDS, TEXT_FIELDS
from citekit.language import tell
from citekit.model import Evidence, Field, Name, Note, Span, StoredItem, Title, Work
from citekit.recall.printed import printed_at
from citekit.style.mend import mend
from citekit.write.csl_json import read_item

_FACES = ("title", "container", "publisher")


def work_of(item: StoredItem) -> Work:
    """The work of a record, as if it had been loaded from a file."""
    return read_item(mend([{"id": "", "type": "document", **item.item}])[0][0])


def identity(item: StoredItem) -> str:
    """What two citations of one record have in common; the id is the document's and no property of the work."""
    return json.dumps({name: value for name, value in item.item.items() if name != "id"}, sort_keys=True, default=str)


def fields_of(item: StoredItem, work: Work, note: Note, span: Span, by: str) -> dict[str, Field]:
    """The fields of a citation; each points at its value, or at the head of a title, where that is printed."""
    found: dict[str, Field] = {}
    for name, value in _values(item, work):
        text = value if isinstance(value, str) else _family(value)
        spot = printed_at(note.text, span, text) or printed_at(note.text, span, text.split(":")[0])
        found[name] = Field(value, Evidence(note.id, spot, by))
    return found


def _values(item: StoredItem, work: Work) -> Iterator[tuple[str, str | tuple[Name, ...]]]:
    """The fields in their order, those left out that are empty."""
    texts = {**_titles(work), **{name: work.fields[name] for name in TEXT_FIELDS if work.fields.get(name)}}
    if item.locator:
        texts["locator"] = item.locator.replace("–", "-")
    for name in NAME_FIELDS:
        if people := getattr(work, name):
            yield name, people
    for name in TEXT_FIELDS:
        if texts.get(name):
            yield name, texts[name]


def _titles(work: Work) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in _FACES:
        title: Title = getattr(work, part)
        for suffix, face in (("", title.main), ("_translation", title.translation), ("_original", title.original)):
            if face:
                found[f"{part}{suffix}"] = face.text
    if work.title.main:
        found["title_language"] = work.title.main.language or tell(work.title.main.text)
    return found


def _family(names: tuple[Name, ...]) -> str:
    return names[0].family or names[0].literal
