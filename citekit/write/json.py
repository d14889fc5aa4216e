"""Libraries to citekit's own JSON, ``citekit/1``: the form that scorers, the review page and other programs read.

One library is one object: ``schema``, ``source``, ``notes`` (the missing ones too), ``works`` (CSL items),
``findings``; ``references``, where the paper has a list of them, holds its entries in the form of notes, and
``emendations`` what was changed or offered. Several are ``{"schema": "citekit/1", "documents": [...]}`` with one such
object each. One note, work or finding stands on one line. Members that are empty are left out, but for those of the
core form (``flags``, ``citations``, ``signal``, ``refers_to``, ``work`` …), which are always there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from citekit.model import (
    Citation,
    Emendation,
    Evidence,
    Field,
    Finding,
    Library,
    Name,
    Note,
    Reading,
    Reference,
    StoredItem,
)
from citekit.write.csl_json import csl_item
from citekit.write.csl_names import beside, csl_name

SCHEMA = "citekit/1"
_dump = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode


def to_json(libraries: Sequence[Library]) -> str:
    """The text of the form for one library or several."""
    if len(libraries) == 1:
        return "".join(_document(libraries[0], {"schema": SCHEMA})) + "\n"
    documents = ",\n".join("".join(_document(library, {})) for library in libraries)
    return f'{{"schema": {_dump(SCHEMA)}, "documents": [\n{documents}\n]}}\n'


def library_to_json(library: Library) -> str:
    """The text of the form for one library."""
    return to_json([library])


def _document(library: Library, head: dict[str, str]) -> Iterator[str]:
    readings = {reading.note: reading for reading in library.readings}
    document = library.document
    found = dict.fromkeys((*document.findings, *library.findings))
    yield _dump({**head, "source": document.source})[:-1]
    yield from _lines("notes", (note_object(note, readings.get(note.id)) for note in document.notes))
    if document.references:
        yield from _lines("references", (note_object(note, readings.get(note.id)) for note in document.references))
    yield from _lines("works", map(csl_item, library.works))
    yield from _lines("findings", map(finding_object, found))
    if library.emendations:
        yield from _lines("emendations", map(emendation_object, library.emendations))
    yield "}"


def _lines(name: str, items: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    yield f',\n"{name}": ['
    yield ",".join(f"\n{_dump(item)}" for item in items)
    yield "]"


def note_object(note: Note, reading: Reading | None) -> dict[str, Any]:
    """A note with its citations; ``number`` is the note's id, spans count in ``text``, ``pieces`` cover it."""
    pieces = reading.pieces if reading else ()
    citations = reading.citations if reading else ()
    details = {
        "kind": "" if note.kind == "foot" else note.kind,
        "series": 0 if note.series == 1 else note.series,
        "lines": note.lines,
        "label": "" if note.label in (str(note.number), note.id) else note.label,
        "printed_pages": note.printed,
        "marker": {"number": note.marker.number, "span": note.marker.span} if note.marker else None,
        "gaps": note.gaps,
        "runs": [_filled({"style": r.style, "span": (r.start, r.end), "target": r.target}) for r in note.runs],
        "candidates": note.candidates,
        "reasons": note.reasons,
        "confidence": 0 if note.confidence == 1 else note.confidence,
        "pieces": [_filled({"kind": p.kind, "span": (p.start, p.end), "citation": p.citation}) for p in pieces],
    }
    core = {"number": note.id, "status": note.status, "pages": note.pages, "text": note.text, "flags": note.flags}
    return {**core, **_filled(details), "citations": [citation_object(citation) for citation in citations]}


def citation_object(citation: Citation) -> dict[str, Any]:
    """A citation: values as printed, dates in EDTF, names as in CSL-JSON with citekit's own parts beside them."""
    container = citation.container_reference
    fields = {name: field for name, field in citation.fields.items() if field.value}
    details = {
        "damaged": citation.damaged,
        "container_refers_to": container.target if container else None,
        "resolution": _resolution(citation.reference),
        "container_resolution": _resolution(container),
        "record": _record(citation.record),
    }
    return {
        "key": citation.key,
        "form": citation.form,
        "refers_to": citation.reference.target if citation.reference else None,
        "signal": citation.signal,
        "type": citation.type,
        "raw": citation.raw,
        "span": citation.span,
        "work": citation.work,
        **_filled(details),
        "fields": {name: _value(field) for name, field in fields.items()},
        "evidence": {name: _evidence(field.evidence, citation.note) for name, field in fields.items()},
    }


def _resolution(reference: Reference | None) -> dict[str, str]:
    if not reference:
        return {}
    return {"how": reference.how, "reason": reference.reason, "certainty": reference.certainty}


def _record(record: StoredItem | None) -> dict[str, Any]:
    """What a reference manager stored: its CSL-JSON, and what it says of this citation of it."""
    return _filled({name: getattr(record, name) for name in StoredItem.__slots__}) if record else {}


def _value(field: Field) -> str | list[dict[str, str]]:
    return field.value if isinstance(field.value, str) else [_name(name) for name in field.value]


def _name(name: Name) -> dict[str, str]:
    return csl_name(name) | beside(name)


def _evidence(evidence: Evidence, note: str) -> dict[str, Any]:
    """Where a value stands; the note is told when it is another than the citation's."""
    elsewhere = {} if evidence.note == note else {"note": evidence.note}
    return {**elsewhere, "span": evidence.span, "by": evidence.by, "confidence": evidence.confidence}


def finding_object(finding: Finding) -> dict[str, Any]:
    """A finding without its empty members."""
    return {name: value for name in Finding.__slots__ if (value := getattr(finding, name)) not in (None, "")}


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def emendation_object(emendation: Emendation) -> dict[str, Any]:
    """A change that was proposed or made, without its empty members; ``new`` is always there, null for none."""
    values = {name: getattr(emendation, name) for name in Emendation.__slots__}
    return {name: value for name, value in values.items() if name in {"old", "new"} or value not in ("", (), None)}
