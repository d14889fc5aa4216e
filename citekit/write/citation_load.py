"""Notes and citations of citekit's JSON, ``citekit/1``, as nouns again: the counterpart of ``json``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from citekit.model import (
    Citation,
    Evidence,
    Field,
    Marker,
    Name,
    Note,
    Piece,
    Reading,
    Reference,
    Run,
    Span,
    StoredItem,
)

Object: TypeAlias = Mapping[str, Any]

_NAME = {
    "family": "family",
    "given": "given",
    "particle": "non-dropping-particle",
    "suffix": "suffix",
    "literal": "literal",
    "translated": "translated",
    "original": "original",
}


def pair(value: Any) -> Span | None:  # noqa: ANN401 - whatever JSON holds
    """A span or a pair of pages or lines; None where there is none."""
    if value is None:
        return None
    start, end = value
    return int(start), int(end)


def marker_of(value: Object | None) -> Marker | None:
    """The marker of a note."""
    span = pair(value["span"]) if value else None
    return Marker(value["number"], span) if value and span else None


def note_of(value: Object, marker: Marker | None) -> Note:
    """A note; its number is the last part of its id, where that is a number."""
    identity = value["number"]
    number = identity.rpartition(":")[2]
    return Note(
        id=identity,
        number=int(number) if number.isdecimal() else None,
        text=value.get("text", ""),
        status=value.get("status", "intact"),
        label=value.get("label", ""),
        kind=value.get("kind", "foot"),
        series=value.get("series", 1),
        lines=pair(value.get("lines")),
        pages=pair(value.get("pages")),
        marker=marker,
        runs=tuple(map(_run, value.get("runs", ()))),
        gaps=tuple(value.get("gaps", ())),
        flags=tuple(value.get("flags", ())),
        candidates=tuple(value.get("candidates", ())),
        confidence=value.get("confidence", 1.0),
        reasons=tuple(value.get("reasons", ())),
    )


def _run(value: Object) -> Run:
    start, end = value["span"]
    return Run(start, end, value["style"], value.get("target", ""))


def reading_of(value: Object) -> Reading:
    """What was read in a note."""
    note = value["number"]
    pieces = tuple(map(_piece, value.get("pieces", ())))
    return Reading(note, pieces, tuple(_citation(citation, note) for citation in value.get("citations", ())))


def _piece(value: Object) -> Piece:
    start, end = value["span"]
    return Piece(value["kind"], start, end, value.get("citation"))


def _citation(value: Object, note: str) -> Citation:
    evidence = value.get("evidence", {})
    fields = {
        name: Field(_value(found), _evidence(evidence.get(name, {}), note))
        for name, found in value.get("fields", {}).items()
        if found
    }
    return Citation(
        key=value["key"],
        note=note,
        span=pair(value["span"]) or (0, 0),
        raw=value["raw"],
        type=value.get("type", "other"),
        form=value.get("form", "full"),
        signal=value.get("signal", ""),
        fields=fields,
        reference=_reference(value.get("refers_to"), value.get("resolution", {})),
        container_reference=_reference(value.get("container_refers_to"), value.get("container_resolution", {})),
        work=value.get("work"),
        record=StoredItem(**value["record"]) if value.get("record") else None,
        damaged=value.get("damaged", False),
    )


def _value(found: Any) -> str | tuple[Name, ...]:  # noqa: ANN401 - whatever JSON holds
    return found if isinstance(found, str) else tuple(map(_name, found))


def _name(csl: Object) -> Name:
    parts = {part: csl[name] for part, name in _NAME.items() if name in csl}
    return Name(**parts, order=csl.get("order", "literal" if "literal" in csl else "unknown"))


def _evidence(value: Object, note: str) -> Evidence:
    return Evidence(value.get("note", note), pair(value.get("span")), value.get("by", ""), value.get("confidence", 1.0))


def _reference(target: str | None, value: Object) -> Reference | None:
    return Reference(target, **{"how": "", "reason": "", **value}) if target else None
