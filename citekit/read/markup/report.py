"""What is said about citations that a reference manager stored and that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citekit.model import Finding, Note, Span
from citekit.read.lines import Lines
from citekit.read.places import source_offset


def unread(strange: Sequence[tuple[Note, Span]], lines: Lines) -> Iterator[Finding]:
    """One finding for each field whose record is damaged; its printed text is parsed as any other."""
    for note, (start, end) in strange:
        yield Finding(
            "RD042",
            f"The record that a reference manager stored in note {note.id} cannot be read; its printed text is.",
            note=note.id,
            span=(start, end),
            text=note.text[start:end],
            line=lines.number(lines.at(source_offset(lines.text, note, start))),
            help="Refresh the citations in the word processor and save the file again.",
        )
