"""What in a note a person should look at: text no rule could read, marks left open, values that are doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from citekit.model import Citation, Finding, Note, Piece
from citekit.parse.labels import Label
from citekit.parse.pages import find_pages
from citekit.parse.structure import Structure
from citekit.parse.volume import find_volumes

_GLUE = frozenset(
    "ed eds edited editor editors by in and und et the of at on pp vol vols no nos nr bd trans translated accessed "
    "available from see also hrsg hg dans with author interview discussion cited url retrieved last visited doi isbn "
    "print web op cit ibid supra note para ch al pages page volume number issue part".split()
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def find_faults(note: Note, structure: Structure, pieces: tuple[Piece, ...]) -> Iterator[Finding]:
    """Findings about a note as a whole: quotations left open, commentary that has the marks of a citation."""
    for enclosure in structure.enclosures:
        torn = any(enclosure.start - 2 <= gap <= enclosure.end for gap in note.gaps)
        if not enclosure.closed and not torn:
            yield Finding(
                "PA002",
                "A quotation mark is opened and never closed; its end was inferred.",
                note=note.id,
                span=(enclosure.start, enclosure.end),
                text=note.text[enclosure.start : enclosure.end],
                help="Close the quotation where the title ends.",
            )
    worded = [piece for piece in pieces if piece.kind != "punctuation"]
    for before, piece in zip((None, *worded), worded, strict=False):
        if piece.kind == "commentary" and _cites(note.text, before, piece):
            yield Finding(
                "PA001",
                "This may be a citation that could not be read; it is kept as commentary.",
                severity="info",
                note=note.id,
                span=(piece.start, piece.end),
                text=note.text[piece.start : piece.end],
                help="Write it in the form of the note's other citations, or leave it.",
            )


def _cites(text: str, before: Piece | None, piece: Piece) -> bool:
    """A signal leads to it, or it prints volumes or pages."""
    signalled = before is not None and before.kind == "signal"
    return signalled or bool(find_volumes(text, piece.start, piece.end) or find_pages(text, piece.start, piece.end))


def find_citation_faults(note: Note, citation: Citation, labels: tuple[Label, ...]) -> Iterator[Finding]:
    """Findings about one citation: nothing to name it by, lost text, doubtful name order, words no field took."""
    at = partial(Finding, note=note.id, citation=citation.key)
    if citation.damaged:
        yield at(
            "PA005",
            "The citation stands beside lost text; its fields may be cut.",
            span=citation.span,
            text=citation.raw,
            help="Complete it from the printed page.",
        )
    elif citation.form == "full" and not any(
        name in citation.fields for name in ("title", "document_symbol", "container", "author")
    ):
        yield at(
            "PA003",
            "The citation names no title, author, container or document symbol.",
            span=citation.span,
            text=citation.raw,
            help="See whether it is a citation at all.",
        )
    yield from _name_order(note, citation)
    for start, end in _left_over(note.text, citation, labels):
        yield at(
            "PA006",
            "These words of the citation belong to no field.",
            severity="info",
            span=(start, end),
            text=note.text[start:end],
            help="They stay in the citation's raw text.",
        )


def _name_order(note: Note, citation: Citation) -> Iterator[Finding]:
    """A Chinese name printed given name first was turned round by evidence: that is worth a look."""
    for field in ("author", "editor"):
        for name in citation.names(field):
            if name.order == "given-first" and ("surname" in name.why or "elsewhere" in name.why):
                yield Finding(
                    "PA004",
                    f"“{name.display}” is read as family name {name.family}, given name {name.given}: {name.why}.",
                    severity="info",
                    note=note.id,
                    citation=citation.key,
                    span=citation.fields[field].evidence.span,
                    text=name.display,
                    help="Nothing to do if that is right.",
                )


def _left_over(text: str, citation: Citation, labels: tuple[Label, ...]) -> Iterator[tuple[int, int]]:
    """Stretches between the labels that hold words other than the glue of citations."""
    position = citation.span[0]
    for start, end in [*sorted((label.start, label.end) for label in labels), (citation.span[1], citation.span[1])]:
        stretch = text[position:start]
        words = [word for word in _WORD.findall(stretch) if word.casefold() not in _GLUE]
        if sum(map(len, words)) > 4:
            begin = position + len(stretch) - len(stretch.lstrip(" ,;:.()[]"))
            yield begin, begin + len(text[begin:start].rstrip(" ,;:.()[]"))
        position = max(position, end)
