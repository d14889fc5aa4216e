"""A Note becomes its citations: labelled spans, commentary and signals."""

from __future__ import annotations

from dataclasses import replace

from citekit.model import Library, Reading
from citekit.parse.label import Labeller, label
from citekit.parse.memory import remember
from citekit.parse.note import parse_note

__all__ = ["Labeller", "parse_notes"]


def parse_notes(library: Library, labeller: Labeller = label) -> Library:
    """Parse every note and every entry of a list of references; a missing note gives an empty reading."""
    notes = library.document.passages
    memory = remember(note.text for note in notes)
    parsed = [parse_note(note, memory, labeller) if note.text else (Reading(note.id), ()) for note in notes]
    findings = tuple(finding for _, found in parsed for finding in found)
    return replace(library, readings=tuple(reading for reading, _ in parsed), findings=(*library.findings, *findings))
