"""What is written of a library in a style: notes, bibliography, citations; and what goes without saying of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, TypeAlias

from citekit.errors import CitekitError
from citekit.model import Finding, Library
from citekit.restyle.citations import note_citations, work_citations
from citekit.restyle.desk import Desk, entries
from citekit.restyle.notes import SetNote, set_notes
from citekit.restyle.preview import preview
from citekit.restyle.printed import ROWS, Section, labelled, layout_of
from citekit.style.node import Span
from citekit.style.style import Style

Part: TypeAlias = Literal["notes", "bibliography", "citations"]
Sheet: TypeAlias = tuple[Section, tuple[Finding, ...]]


def usual_parts(library: Library, style: Style) -> tuple[Part, ...]:
    """What is written where nobody says: a library's bibliography; a paper's notes, with the bibliography they need."""
    if not library.document.notes:
        return ("bibliography",) if style.bibliography else ("notes",)
    return ("notes",) if style.is_note or not style.bibliography else ("notes", "bibliography")


def sheet(desk: Desk, part: Part) -> Sheet:
    """One part of what is written, and what is to be said of it."""
    return _SHEETS[part](desk)


def preview_sheet(desk: Desk, key: str) -> Section:
    """One work as note, short note, ibid. and entry; raises CitekitError where there is no such work."""
    if key not in desk.works:
        raise CitekitError(f"{desk.library.document.source} has no work {key}; {_near(desk, key)}.")
    return Section(tuple(labelled(f"{kind}:", tree) for kind, tree in preview(desk, key)), ROWS)


def _near(desk: Desk, key: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - for the mistaken only

    close = get_close_matches(key, desk.works, 3, 0.4)
    return f"did you mean {' or '.join(close)}" if close else "`citekit extract` shows the keys of a paper's works"


def _notes(desk: Desk) -> Sheet:
    if not desk.library.document.notes:
        return _rows((f"{at}.", tree) for at, (_, tree) in enumerate(work_citations(desk), 1)), ()
    return _numbered(*set_notes(desk.library, desk.processor))


def _citations(desk: Desk) -> Sheet:
    if not desk.library.document.notes:
        return _rows((f"{identity}:", tree) for identity, tree in work_citations(desk)), ()
    return _numbered(*note_citations(desk))


def _bibliography(desk: Desk) -> Sheet:
    found, findings = entries(desk)
    return Section(tuple(entry.tree for entry in found), layout_of(desk.processor.style)), tuple(findings)


def _numbered(notes: Iterable[SetNote], findings: tuple[Finding, ...]) -> Sheet:
    return _rows((f"{note.id}.", note.tree) for note in notes), findings


def _rows(rows: Iterable[tuple[str, Span]]) -> Section:
    return Section(tuple(labelled(label, tree) for label, tree in rows), ROWS)


_SHEETS: dict[Part, Callable[[Desk], Sheet]] = {
    "notes": _notes,
    "bibliography": _bibliography,
    "citations": _citations,
}
