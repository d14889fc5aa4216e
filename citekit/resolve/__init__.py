"""Short forms, ibid., op. cit., 同上 → the citation that is meant, with the reason, or a finding that says why not."""

from __future__ import annotations

from dataclasses import replace

from citekit.model import Citation, Finding, Library
from citekit.resolve.decide import decide
from citekit.resolve.past import Past

__all__ = ["resolve"]


def resolve(library: Library) -> Library:
    """The library with every citation that points back tied to an earlier one, or a finding that says why it is not.

    A citation gets ``reference`` (the work meant), ``container_reference`` ("ibid." for the container alone) or
    ``author_reference`` ("ders."), and its ``form``; a citation that has one already stays as it is. References name
    keys of earlier citations only.
    """
    past = Past(library.document)
    findings: list[Finding] = []
    readings = []
    for reading in library.readings:
        decided: list[Citation] = []
        for citation in reading.citations:
            resolved, found = decide(citation, past)
            past.add(resolved)
            decided.append(resolved)
            findings += found
        readings.append(replace(reading, citations=tuple(decided)))
    known = set(library.findings)
    fresh = tuple(finding for finding in findings if finding not in known)
    return replace(library, readings=tuple(readings), findings=library.findings + fresh)
