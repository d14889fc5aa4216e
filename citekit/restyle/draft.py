"""A note as read → what of it is set anew and what stays: its citations in groups, the text between them, its gaps."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from citekit.model import Citation, Note, Piece, Reading
from citekit.restyle.spare import spare

_MARK = re.compile(r"\s*(?P<mark>[.,;:?!])")
_BETWEEN = re.compile(r"\s*[,;]\s*")
_CLOSING = "”’\"')]»"


@dataclass(frozen=True, slots=True)
class Kept:
    """Text that stays as it stands in the source: ``note.text[start:end]``; ``citation`` where it is one."""

    text: str
    start: int
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Lost:
    """A place where text of the source is lost."""


@dataclass(frozen=True, slots=True)
class Cited:
    """Citations that only commas and semicolons part, to be set anew as one cluster.

    ``opens`` tells that they begin a sentence; ``ending`` is the mark that follows in the source, which goes with them.
    """

    citations: tuple[Citation, ...]
    opens: bool = True
    ending: str = ""


Part: TypeAlias = Kept | Lost | Cited


def draft(note: Note, reading: Reading, works: Collection[str], *, told: bool = False) -> tuple[Part, ...]:
    """The parts of a note in order; their texts, with the raw texts of the citations, are the note's text.

    ``works`` are the keys of the works that can be cited. A citation that cannot be set anew is kept as it is, and so
    are words behind its last field. ``told`` where a sentence goes on with citations: "see Zhao (2007); Li (2005)".
    """
    citations = {citation.key: citation for citation in reading.citations}
    found: list[Part] = []
    signal = False
    for piece in _cut(reading.pieces, note):
        citation = citations.get(piece.citation or "") if piece.kind == "citation" else None
        if piece.kind == "gap":
            found.append(Lost())
        elif citation and is_citable(citation, note, works):
            found.append(Cited((citation,), opens=not signal and _opens(found)))
            end = spare(citation, note.text).end
            if end < piece.end:
                found.append(Kept(note.text[end : piece.end], end))
        else:
            _keep(found, Kept(note.text[piece.start : piece.end], piece.start, citation))
        if piece.kind != "punctuation":
            signal = piece.kind == "signal"
    return tuple(_closed(_grouped(found, told=told)))


def is_citable(citation: Citation, note: Note, works: Collection[str]) -> bool:
    """Whether a citation can be set anew: its work can be cited, it is whole, and no words of it would be lost."""
    start, end = citation.span
    whole = not citation.damaged and not any(start < gap < end for gap in note.gaps)
    return whole and citation.work in works and not spare(citation, note.text).lost


def _cut(pieces: tuple[Piece, ...], note: Note) -> Iterator[Piece]:
    """The pieces, with an empty one of the kind ``gap`` wherever text is lost; damaged ones are cut there."""
    gaps = sorted(set(note.gaps))
    for piece in pieces:
        start = piece.start
        while gaps and gaps[0] < piece.end:
            gap = gaps.pop(0)
            if gap > start:
                yield Piece(piece.kind, start, gap, piece.citation)
            yield Piece("gap", gap, gap)
            start = gap
        yield Piece(piece.kind, start, piece.end, piece.citation)
    for gap in gaps:
        yield Piece("gap", gap, gap)


def _keep(found: list[Part], part: Kept) -> None:
    """Add text, to the text before it where neither is a citation."""
    last = found[-1] if found else None
    if isinstance(last, Kept) and last.citation is None and part.citation is None:
        found[-1] = Kept(last.text + part.text, last.start)
    else:
        found.append(part)


def _opens(before: list[Part]) -> bool:
    """Whether what comes next begins a sentence."""
    last = before[-1] if before else None
    if not isinstance(last, Kept):
        return True
    return last.text.rstrip().rstrip(_CLOSING).endswith((".", "!", "?", "…")) or not last.text.strip()


def _grouped(parts: list[Part], *, told: bool) -> list[Part]:
    """The parts, with citations that only commas and semicolons part drawn into one."""
    found: list[Part] = []
    for part in parts:
        before = found[-2:]
        if (
            isinstance(part, Cited)
            and len(before) == 2
            and isinstance(before[0], Cited)
            and (before[0].opens or not told)
            and isinstance(before[1], Kept)
            and before[1].citation is None
            and _BETWEEN.fullmatch(before[1].text)
        ):
            found[-2:] = [Cited(before[0].citations + part.citations, before[0].opens)]
        else:
            found.append(part)
    return found


def _closed(parts: list[Part]) -> Iterator[Part]:
    """The parts, with the mark after citations moved to them."""
    for at, part in enumerate(parts):
        following = parts[at + 1] if at + 1 < len(parts) else None
        before = parts[at - 1] if at else None
        if isinstance(part, Cited):
            mark = _MARK.match(following.text) if isinstance(following, Kept) and not following.citation else None
            yield Cited(part.citations, part.opens, mark["mark"] if mark else "" if following else ".")
        elif isinstance(part, Kept) and isinstance(before, Cited) and part.citation is None:
            mark = _MARK.match(part.text)
            cut = mark.end() if mark else 0
            if part.text[cut:]:
                yield Kept(part.text[cut:], part.start + cut)
        else:
            yield part
