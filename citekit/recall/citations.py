"""Readings with what was parsed in a stored citation replaced by what its record says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from citekit.data import rows
from citekit.model import Citation, Finding, Form, Library, Note, Piece, Reading, Reference, Span, StoredCitation, Work
from citekit.recall.differences import changed, differences
from citekit.recall.keys import BY_KEY
from citekit.recall.printed import printed_at
from citekit.recall.records import fields_of, identity, work_of
from citekit.recall.stretches import inner, stretches

_SIGNAL_WORDS = 5


def recalled(library: Library) -> Library:
    """See :func:`citekit.recall.recall_citations`."""
    notes = {note.id: note for note in library.document.passages}
    memory = _Memory()
    made = [memory.reading(notes[reading.note], reading) for reading in library.readings]
    findings = [moved for finding in library.findings if (moved := memory.moved(finding, notes))]
    return replace(library, readings=tuple(made), findings=(*findings, *memory.findings))


@dataclass(slots=True)
class _Memory:
    """The records cited so far, the new keys of citations, and what is found."""

    first: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def reading(self, note: Note, reading: Reading) -> Reading:
        """A note's reading with its stored citations in their places."""
        if not note.stored:
            self.keys |= {one.key: one.key for one in reading.citations}
            return reading
        parsed = [one for one in reading.citations if not _stored_at(note, one.span)]
        made = [(stored, one, work) for stored in note.stored for one, work in _citations(note, stored, reading)]
        whole = sorted([*parsed, *(one for _, one, _ in made)], key=lambda one: one.span)
        keys = {id(one): f"n{note.id}.{number}" for number, one in enumerate(whole, 1)}
        self.keys |= {one.key: keys[id(one)] for one in parsed}
        citations = [self._settled(replace(one, key=keys[id(one)]), reading) for one in whole]
        told: StoredCitation | None = None
        for stored, one, work in made:
            keyed = replace(one, key=keys[id(one)])
            if stored.origin != BY_KEY:  # a key is no printed text that could differ
                self.findings += differences(note, keyed, work, reading.citations)
                self.findings += changed(note, stored, keyed) if stored is not told else ()
            told = stored
        pieces = tuple(_pieces(note, reading, citations, self.keys))
        return Reading(note.id, pieces, tuple(citations))

    def _settled(self, citation: Citation, reading: Reading) -> Citation:
        """A record cited again points back to where it was cited first."""
        if citation.record is None:
            return citation
        key = identity(citation.record)
        if key not in self.first:
            self.first[key] = citation.key
            return citation
        form = _form(citation, reading)
        reference = Reference(self.first[key], "stored-record", "the same record was stored with both")
        return replace(citation, form=form, reference=None if form == "full" else reference)

    def moved(self, finding: Finding, notes: dict[str, Note]) -> Finding | None:
        """A finding of the parser under the new key of its citation; none about text that a record stands for."""
        note = notes.get(finding.note or "")
        if note and finding.span and _stored_at(note, finding.span):
            return None
        return (
            replace(finding, citation=self.keys.get(finding.citation, finding.citation))
            if finding.citation
            else finding
        )


def _stored_at(note: Note, span: Span) -> bool:
    return any(one.span[0] <= span[0] and span[1] <= one.span[1] for one in note.stored)


def _citations(note: Note, stored: StoredCitation, reading: Reading) -> Iterator[tuple[Citation, Work]]:
    """The citations of a stored one, in the order of its items, still without keys."""
    works = [work_of(item) for item in stored.items]
    parsed = [one for one in reading.citations if stored.span[0] <= one.span[0] and one.span[1] <= stored.span[1]]
    parts = stretches(note.text, stored.span, works, parsed)
    before = _signal_before(note, reading, stored.span)
    for item, work, part in zip(stored.items, works, parts, strict=True):
        span = inner(note.text, part, item)
        signal = " ".join(item.prefix.split()) or (before if part[0] == stored.span[0] else "")
        values = fields_of(item, work, note, span, f"{stored.origin}-field")
        raw = note.text[slice(*span)]
        yield Citation("", note.id, span, raw, work.type, signal=signal, fields=values, record=item), work


def _signal_before(note: Note, reading: Reading, span: Span) -> str:
    """A signal typed right before a stored citation; one that nothing follows is no signal to the parser."""
    before = [piece for piece in reading.pieces if piece.end <= span[0] and piece.kind != "punctuation"]
    if not before or note.text[before[-1].end : span[0]].strip():
        return ""
    text = note.text[before[-1].start : before[-1].end].strip(" ,:")
    return text if before[-1].kind == "signal" or _is_signal(text) else ""


def _is_signal(text: str) -> bool:
    return " ".join(text.strip(" ,:").casefold().split()) in _signals()


@cache
def _signals() -> frozenset[str]:
    return frozenset(signal.casefold() for _, signal in rows("signals.tsv"))


def _form(citation: Citation, reading: Reading) -> Form:
    """How a record cited again is printed: as an ibid., in full, or as something shorter."""
    parsed = [one for one in reading.citations if one.span[0] < citation.span[1] and citation.span[0] < one.span[1]]
    if any(one.form == "ibid" for one in parsed):
        return "ibid"
    date = citation.text("date")[:4]
    whole = (0, len(citation.raw))
    full = printed_at(citation.raw, whole, citation.text("title")) and date and printed_at(citation.raw, whole, date)
    return "full" if full else "short"


def _pieces(note: Note, reading: Reading, citations: Sequence[Citation], keys: dict[str, str]) -> Iterator[Piece]:
    """The pieces of a note: those outside stored citations as they were, and new ones that cover these."""
    for piece in reading.pieces:
        if not _stored_at(note, (piece.start, piece.end)):
            text = note.text[piece.start : piece.end]
            leads = _is_signal(text) and any(one.span[0] == piece.end for one in note.stored)
            worded = piece.kind != "commentary" or any(map(str.isalnum, text))
            key = keys.get(piece.citation, piece.citation) if piece.citation else None
            yield replace(piece, kind="signal" if leads else piece.kind if worded else "punctuation", citation=key)
        elif any(one.span[0] == piece.start for one in note.stored):
            stored = next(one for one in note.stored if one.span[0] == piece.start)
            inside = [one for one in citations if one.record and stored.span[0] <= one.span[0] < stored.span[1]]
            yield from _covering(note.text, stored.span, [one for one in inside if one.span[0] < one.span[1]])


def _covering(text: str, span: Span, citations: Sequence[Citation]) -> Iterator[Piece]:
    """Pieces that cover a stored citation: words before a work are its signal, those behind it commentary."""
    at = span[0]
    for citation in citations:
        yield from _between(text, at, citation.span[0], "signal")
        yield Piece("citation", *citation.span, citation.key)
        at = citation.span[1]
    yield from _between(text, at, span[1], "commentary")


def _between(text: str, start: int, end: int, kind: str) -> Iterator[Piece]:
    if start < end:
        words = [word for word in text[start:end].split() if any(char.isalnum() for char in word)]
        said = "punctuation" if not words else "commentary" if len(words) > _SIGNAL_WORDS else kind
        yield Piece(said, start, end)
