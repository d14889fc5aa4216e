"""Short forms, ibid., op. cit., 同上 → the citation that is meant, with the reason, or a finding that says why not."""

from __future__ import annotations

from dataclasses import replace

from citekit.model import Citation, Finding, Library, Reading
from citekit.resolve.decide import decide
from citekit.resolve.past import Past

__all__ = ["resolve"]


def resolve(library: Library) -> Library:
    """The library with every citation that points back tied to an earlier one, or a finding that says why it is not.

    A citation gets ``reference`` (the work meant), ``container_reference`` ("ibid." for the container alone) or
    ``author_reference`` ("ders."), and its ``form``; a citation that has one already stays as it is. References name
    keys of earlier citations only, or of entries of a list of references, which is read first and asked last.
    """
    references = {note.id for note in library.document.references}
    listed, past = Past(library.document), Past(library.document)
    findings: list[Finding] = []
    decided: dict[str, Reading] = {}
    for reading in sorted(library.readings, key=lambda one: one.note not in references):
        own, other = (listed, None) if reading.note in references else (past, listed)
        citations: list[Citation] = []
        for citation in reading.citations:
            resolved, found = decide(citation, own, other)
            own.add(_named(resolved, own))
            citations.append(resolved)
            findings += found
        decided[reading.note] = replace(reading, citations=tuple(citations))
    readings = tuple(decided[reading.note] for reading in library.readings)
    known = set(library.findings)
    fresh = tuple(finding for finding in findings if finding not in known)
    return replace(library, readings=readings, findings=library.findings + fresh)


def _named(citation: Citation, past: Past) -> Citation:
    """The citation as it is looked up later: with the author that a dash in a list stands for."""
    if citation.author_reference is None or citation.names("author"):
        return citation
    named = past.with_key(citation.author_reference.target)
    field = named.fields.get("author") or named.fields.get("editor") if named else None
    return replace(citation, fields={**citation.fields, "author": field}) if field else citation
