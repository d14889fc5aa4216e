r"""Citations by key (``\footcite{zhao2007}``) → the records that the bibliography beside the paper has for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from citekit.model import Document, Finding, Library, Note, StoredCitation, StoredItem
from citekit.write import READERS
from citekit.write.csl_json import csl_items

BY_KEY = "bibtex"
"""The origin of a stored citation that has a key and no record yet."""

Item: TypeAlias = Mapping[str, Any]


def with_records(library: Library) -> Library:
    """The library with the record of each key in its notes; a key that no bibliography has is a finding, and text."""
    document = library.document
    if not any(stored.origin == BY_KEY for note in document.notes for stored in note.stored):
        return library
    records = _records(document)
    findings: list[Finding] = []
    notes = tuple(replace(note, stored=tuple(_filled(note, records, findings))) for note in document.notes)
    return replace(library, document=replace(document, notes=notes), findings=(*library.findings, *findings))


def _records(document: Document) -> dict[str, Item]:
    """Key → record, of all bibliographies; the first that has a key gives it, its aliases count too."""
    found: dict[str, Item] = {}
    for name, text in document.bibliographies.items():
        loaded = READERS["bibtex"](text, name)
        for work, item in zip(loaded.works, csl_items(loaded), strict=True):
            for key in (work.key, *work.extra.get("ids", "").replace(",", " ").split()):
                found.setdefault(key, {**item, "citation-key": work.key})
    return found


def _filled(note: Note, records: Mapping[str, Item], findings: list[Finding]) -> Iterator[StoredCitation]:
    for stored in note.stored:
        if stored.origin != BY_KEY:
            yield stored
            continue
        keys = [str(item.item["id"]) for item in stored.items]
        lacking = [key for key in keys if key not in records]
        if lacking:
            findings.append(_unknown(note, stored, lacking))
        else:
            yield replace(stored, items=tuple(_item(item, records) for item in stored.items))


def _item(item: StoredItem, records: Mapping[str, Item]) -> StoredItem:
    return replace(item, item=records[str(item.item["id"])])


def _unknown(note: Note, stored: StoredCitation, keys: list[str]) -> Finding:
    named = ", ".join(keys)
    return Finding(
        "RD152",
        f"Note {note.id} cites {named}, which no bibliography beside the paper has.",
        note=note.id,
        span=stored.span,
        text=note.text[slice(*stored.span)],
        help="Put the .bib file that the paper names beside it, or correct the key.",
    )
