"""The notes of a document as a person reads them, one under the other."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from citekit.errors import CitekitError
from citekit.model import Document, Note, Span


def find(document: Document, wanted: str) -> Note:
    """The note with this id or number."""
    for note in document.passages:
        if wanted in {note.id, str(note.number)}:
            return note
    known = (
        f"its notes run from {document.notes[0].id} to {document.notes[-1].id}" if document.notes else "it has no notes"
    )
    raise CitekitError(f"{document.source} has no note {wanted}; {known}.")


def listed(note: Note, width: int, *, why: bool = False) -> str:
    """A note with its status, place, flags and text, and with the reasons for its cut where they are asked for."""
    return "".join(f"{line}\n" for line in _lines(note, width, why=why))


def _lines(note: Note, width: int, *, why: bool) -> Iterator[str]:
    places = [_between("page", note.pages), _printed(note), _between("line", note.lines), *note.flags]
    yield "  ".join([note.id, note.status, *filter(None, places)])
    yield from wrap(note.text, width, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
    if why:
        for reason in note.reasons or ("no reason is recorded",):
            yield from wrap(f"- {reason}", width, initial_indent="    ", subsequent_indent="      ")


def _printed(note: Note) -> str:
    """The pages as the paper numbers them, where these are not the ones that are counted."""
    if not note.printed or note.printed == tuple(map(str, note.pages or ())):
        return ""
    first, last = note.printed
    return f"(printed {first})" if first == last else f"(printed {first}–{last})"


def _between(unit: str, span: Span | None) -> str:
    if not span:
        return ""
    first, last = span
    return f"{unit} {first}" if first == last else f"{unit}s {first}–{last}"
