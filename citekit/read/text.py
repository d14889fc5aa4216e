"""A text becomes a Document: its notes, what each stretch of it is, what to look at."""

from __future__ import annotations

from citekit.model import Document
from citekit.read.bytes import Decoded
from citekit.read.continuations import continuations
from citekit.read.drafts import adopt, body_zones, drafts, endnotes, page_turns
from citekit.read.notes import Setting, mark, note
from citekit.read.orphans import orphans
from citekit.read.references import references
from citekit.read.regions import regions
from citekit.read.report import Seen, report
from citekit.read.swallowed import split_swallowed
from citekit.read.understanding import understand


def read_text(text: str, source: str, encoding: str = "utf-8") -> Document:
    """Read the notes out of a text; one without notes gives a document without notes and a finding that says so."""
    return read_decoded(Decoded(text, encoding), source)


def read_decoded(decoded: Decoded, source: str) -> Document:
    """Read the notes out of a text that was decoded."""
    known = understand(decoded.text)
    layout, numbering = known.layout, known.numbering
    found = drafts(numbering, known.extents, continuations(known.evidence, numbering, known.extents))
    swallowed = split_swallowed(layout, found)
    pieces = orphans(layout, body_zones(found, len(layout.lines)), numbering)
    left = adopt(layout, numbering, found, pieces)
    turns = page_turns(layout, found, [*pieces, *swallowed])
    setting = Setting(layout, found, turns, endnotes(layout, numbering), marked=bool(numbering.markers.items))
    notes = tuple(note(setting, draft) for draft in found.values())
    listed = references(layout, regions(layout, found, turns), turns)
    return Document(
        source,
        decoded.text,
        notes=notes,
        regions=listed.regions,
        markers=tuple(mark(marker) for marker in numbering.markers.items),
        findings=report(Seen(layout.lines, notes, left, known.strays, decoded)),
        encoding=decoded.encoding,
        references=listed.entries,
    )
