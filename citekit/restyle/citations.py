"""The citations to insert in a text: one for each note of a paper, or one for each work of a library."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.model import Citation, Finding, Note, Reading
from citekit.restyle.desk import Desk
from citekit.restyle.draft import Cited, Kept, Part, draft
from citekit.restyle.findings import left_as_printed
from citekit.restyle.locators import locator
from citekit.restyle.notes import GAP, KEPT, MISSING, SIGN, SetNote, citable, placed
from citekit.style.context import Cite
from citekit.style.node import Leaf, Span, Tree
from citekit.style.positions import Cluster

NOTHING = "[This note cites nothing.]"


def note_citations(desk: Desk) -> tuple[tuple[SetNote, ...], tuple[Finding, ...]]:
    """What a note's citations are in the text, all in one, with their signals and without the words between them.

    A citation that the style cannot have stands after them as it was printed, with a finding.
    """
    library, processor = desk.library, desk.processor
    works = citable(processor)
    in_text = not processor.style.is_note
    readings = {reading.note: reading for reading in library.readings}
    rows = [(note, draft(note, readings.get(note.id, Reading(note.id)), works)) for note in library.document.notes]
    trees = iter(placed(processor, [_cluster(note, parts, in_text=in_text) for note, parts in rows]))
    found, findings = [], []
    for note, parts in rows:
        tree = next(trees) if any(isinstance(part, Cited) for part in parts) else None
        kept = _kept(parts)
        findings += [left_as_printed(each, works) for each in kept]
        found.append(SetNote(note.id, _row(note, parts, tree, kept), note.status))
    return tuple(found), tuple(findings)


def work_citations(desk: Desk) -> Iterator[tuple[str, Span]]:
    """The id of each work, and its citation as it stands where it is cited for the first time."""
    for number, identity in enumerate(desk.processor.items, 1):
        cluster = Cluster((Cite(identity),), number)
        yield identity, next(placed(desk.processor, [cluster]))


def _cluster(note: Note, parts: tuple[Part, ...], *, in_text: bool) -> Cluster:
    citations = [citation for part in parts if isinstance(part, Cited) for citation in part.citations]
    cites = tuple(
        Cite(str(each.work), *locator(each, note.text), prefix=_prefix(each.signal, small=in_text or bool(at)))
        for at, each in enumerate(citations)
    )
    return Cluster(cites, note.number or 0, unsorted=any(cite.prefix for cite in cites))


def _prefix(signal: str, *, small: bool) -> str:
    """The signal before a citation: "see also", and "see, for example," with the second comma that it needs."""
    words = signal.rstrip(",: ")
    if not words:
        return ""
    head = words[:1].lower() if small else words[:1]
    return f"{head}{words[1:]}{',' if ',' in words else ''} "


def _kept(parts: tuple[Part, ...]) -> list[Citation]:
    found = {part.citation.key: part.citation for part in parts if isinstance(part, Kept) and part.citation}
    return list(found.values())


def _row(note: Note, parts: tuple[Part, ...], tree: Span | None, kept: list[Citation]) -> Span:
    if note.status == "missing":
        return Span((Leaf(MISSING, SIGN),))
    pieces: list[Tree] = [tree] if tree else []
    pieces += [Leaf(citation.raw, KEPT) for citation in kept]
    pieces += [Leaf(GAP, SIGN)] if not all(isinstance(part, Kept | Cited) for part in parts) else []
    if not pieces:
        pieces = [Leaf(NOTHING, SIGN)]
    return Span(tuple(spread for piece in pieces for spread in (Leaf(" ", SIGN), piece))[1:])
