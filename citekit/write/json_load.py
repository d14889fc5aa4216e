"""citekit's own JSON, ``citekit/1``, becomes the Library it was written from: notes, readings, works, findings."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from citekit.model import Document, Emendation, Finding, Library, Note, Reading, Region, Span, Work
from citekit.write.citation_load import marker_of, note_of, pair, reading_of
from citekit.write.csl_json import read_item
from citekit.write.merge import merge

T = TypeVar("T")
_HELP = "Write the file anew with citekit, or mend it where it was changed."
_FAULTS = (TypeError, ValueError, KeyError, AttributeError, IndexError, RecursionError)


def load_json(text: str, source: str) -> Library:
    """The library of a text in ``citekit/1``; that of several documents has the works of all, as ``merge`` joins them.

    ``source`` is the name of the file where the text does not name its own. Nothing in the text raises.
    """
    libraries = load_documents(text, source)
    findings = tuple(finding for library in libraries for finding in library.findings)
    return replace(merge(libraries), findings=findings)


def load_documents(text: str, source: str) -> tuple[Library, ...]:
    """One library for each document of a text in ``citekit/1``."""
    try:
        value = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return (
            (_broken(text, source, "This is no JSON; nothing of it can be read."),)
            if text.strip()
            else (_empty(text, source),)
        )
    if not isinstance(value, dict) or not isinstance(value.get("documents", []), list):
        return (_broken(text, source, "This is no JSON of citekit's; nothing of it can be read."),)
    return tuple(_library(document, text, source) for document in value.get("documents", [value])) or (
        _empty(text, source),
    )


def _empty(text: str, source: str) -> Library:
    regions = (Region("body", 0, len(text)),) if text else ()
    return Library(Document(source=source, text=text, regions=regions))


def _broken(text: str, source: str, message: str) -> Library:
    finding = Finding("RD141", message, "error", text=text.strip(), line=1, help=_HELP)
    return replace(_empty(text, source), findings=(finding,))


class _Reader:
    """Makes nouns of JSON objects; an object that is none becomes a finding."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.findings: list[Finding] = []

    def read(self, values: Any, make: Callable[[Any], T]) -> Iterator[T]:  # noqa: ANN401 - whatever JSON holds
        for value in values if isinstance(values, list) else [values]:
            try:
                yield make(value)
            except _FAULTS:
                raw = json.dumps(value, ensure_ascii=False)
                at = self.text.find(raw)
                line = self.text.count("\n", 0, at) + 1 if at >= 0 else None
                message = "This is no note, work, finding or emendation of citekit's and cannot be read."
                self.findings.append(Finding("RD141", message, "error", text=raw, line=line, help=_HELP))


def _library(document: Any, text: str, source: str) -> Library:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(document, dict):
        return _broken(text, source, "A document of this JSON is no object and cannot be read.")
    reader = _Reader(text)
    pairs = list(reader.read(document.get("notes", []), _note))
    listed = list(reader.read(document.get("references", []), _note))
    works = tuple(reader.read(document.get("works", []), _work))
    findings = tuple(reader.read(document.get("findings", []), _finding))
    emendations = tuple(reader.read(document.get("emendations", []), _emendation))
    name = document.get("source", source)
    empty = _empty(text, name if isinstance(name, str) else source)
    notes = tuple(note for note, _ in pairs)
    readings = tuple(reading for _, reading in (*pairs, *listed) if reading.pieces or reading.citations)
    read = replace(empty.document, notes=notes, references=tuple(note for note, _ in listed))
    return Library(read, readings, works, (*findings, *reader.findings), emendations)


def _note(value: dict[str, Any]) -> tuple[Note, Reading]:
    return note_of(value, marker_of(value.get("marker"))), reading_of(value)


def _work(value: dict[str, Any]) -> Work:
    return read_item({"id": "", "type": "document", **value}, static=False)


def _finding(value: dict[str, Any]) -> Finding:
    span: Span | None = pair(value.get("span"))
    return Finding(**{**value, "span": span})


def _emendation(value: dict[str, Any]) -> Emendation:
    start, end = value["span"]
    lists = {name: tuple(value.get(name, ())) for name in ("evidence", "candidates")}
    return Emendation(**{**value, **lists, "span": (start, end)})
