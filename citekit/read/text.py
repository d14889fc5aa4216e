"""A text becomes a Document: its notes, what each stretch of it is, what to look at."""

from __future__ import annotations

from citekit.model import Document
from citekit.read.acceptance import accept
from citekit.read.bytes import Decoded
from citekit.read.drafts import adopt, body_zones, drafts, page_turns
from citekit.read.continuations import continuations
from citekit.read.evidence import Evidence
from citekit.read.extents import extents
from citekit.read.labels import label_candidates
from citekit.read.layout import Layout
from citekit.read.markers import marker_candidates
from citekit.read.notes import mark, note
from citekit.read.numbering import decode
from citekit.read.orphans import orphans
from citekit.read.regions import regions
from citekit.read.report import Seen, report


def read_text(text: str, source: str, encoding: str = "utf-8") -> Document:
    """Read the notes out of a text; one without notes gives a document without notes and a finding that says so."""
    return read_decoded(Decoded(text, encoding), source)


def read_decoded(decoded: Decoded, source: str) -> Document:
    """Read the notes out of a text that was decoded."""
    layout = Layout.of(decoded.text)
    lines = layout.lines
    headings = tuple(lines.starts[row] for row in layout.furniture.notes_headings)
    numbering, strays = accept(decode(label_candidates(layout), marker_candidates(lines)), headings)
    evidence = Evidence.of(layout, numbering)
    cut = extents(evidence, numbering)
    found = drafts(numbering, cut, continuations(evidence, numbering, cut))
    pieces = orphans(layout, body_zones(found, len(lines)), numbering)
    left = adopt(layout, numbering, found, pieces)
    turns = page_turns(layout, found, pieces)
    notes = tuple(note(layout, draft, turns, "foot") for draft in found.values())
    return Document(
        source,
        decoded.text,
        notes=notes,
        regions=regions(layout, found, turns),
        markers=tuple(mark(marker) for marker in numbering.markers.items),
        findings=report(Seen(lines, notes, left, strays, decoded)),
        encoding=decoded.encoding,
    )
