"""A body and the notes it calls become a Document: numbered, in order of reference, each character in its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from citekit.errors import CitekitError
from citekit.model import Document, Marker, Note, Region, Span
from citekit.read.balance import Balance
from citekit.read.bytes import Decoded
from citekit.read.captions import heads_references
from citekit.read.layout import Layout
from citekit.read.lines import Lines
from citekit.read.markup.found import Found
from citekit.read.markup.holes import with_holes
from citekit.read.markup.prose import Prose, trimmed
from citekit.read.markup.report import unread
from citekit.read.markup.series import Placed, numbered, with_authors
from citekit.read.markup.typed import with_runs
from citekit.read.references import Listed, references
from citekit.read.report import Seen, report

_MISSING = 0.9
_HEADING = 60
"""The longest heading of a list of references, in characters."""


def assemble(found: Sequence[Found], body: Prose, source: str, encoding: str = "utf-8") -> Document:
    """The document of a body and its notes, which come in the order in which they are called.

    A body without notes is read as a text is, for its notes may be typed into it. Raises :class:`CitekitError` where
    there is neither.
    """
    if not found and not body.text:
        raise CitekitError(f"{source} holds no text; give a file that holds a paper.")
    if not found:
        from citekit.read.text import read_text  # noqa: PLC0415 - nearly every such file has notes

        typed = read_text(body.text, source, encoding)
        if typed.notes:
            return with_runs(typed, body.runs(body.text))
    ordered = list(numbered(with_holes(with_authors(found))))
    return _Sheet(source, encoding).document(ordered, body)


@dataclass(slots=True)
class _Sheet:
    """The text of a document under the hand, and how far it has come."""

    source: str
    encoding: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    regions: list[Region] = field(default_factory=list)
    inserted: list[tuple[int, int]] = field(default_factory=list)
    markers: list[Marker] = field(default_factory=list)

    def document(self, ordered: Sequence[Placed], body: Prose) -> Document:
        markers = self._body(ordered, body.text)
        marked = any(one.places for one, _, _ in ordered)
        drafts = [self._note(*entry, markers.get(entry[2]), marked=marked) for entry in ordered]
        text = "".join(self.parts)
        lines = Lines(text)
        notes = tuple(_with_line(note, lines) for note, _ in drafts)
        findings = report(Seen(lines, notes, (), (), Decoded(text, self.encoding)))
        strange = [
            (note, trimmed(note.text, *span))
            for note, (_, prose) in zip(notes, drafts, strict=True)
            for span in (prose.unread if prose else ())
        ]
        said = (*findings, *unread(strange, lines))
        listed = _listed(text, lines, self.regions)
        entries = tuple(self._with_runs(listed.entries, body)) if listed.entries else ()
        return Document(self.source, text, notes, listed.regions, tuple(self.markers), said, self.encoding, entries)

    def _with_runs(self, entries: Sequence[Note], body: Prose) -> Iterator[Note]:
        """Entries of lists of references with what is set apart in them."""
        runs = [replace(run, start=self._moved(run.start), end=self._moved(run.end)) for run in body.runs(body.text)]
        starts = [run.start for run in runs]
        for entry in entries:
            start, end = entry.spans[0]
            inside = runs[bisect_left(starts, start) : bisect_left(starts, end)]
            yield replace(
                entry,
                runs=tuple(
                    replace(run, start=run.start - start, end=run.end - start) for run in inside if run.end <= end
                ),
            )

    def _moved(self, offset: int) -> int:
        """Where an offset of the body stands in the text, the labels of calls before it counted in."""
        at = bisect_right(self.inserted, (offset, 0))
        return offset + (self.inserted[at - 1][1] if at else 0)

    def _write(self, text: str, kind: str, note: str | None = None) -> Span:
        start = self.length
        if text:
            self.parts.append(text)
            self.length += len(text)
            self.regions.append(Region(kind, start, self.length, note))
        return start, self.length

    def _body(self, ordered: Sequence[Placed], body: str) -> dict[str, Marker]:
        """The body with the labels in it, each where its note is called."""
        markers: dict[str, Marker] = {}
        pieces: list[str] = []
        done, length = 0, 0
        placed = [(place, one, identity) for one, _, identity in ordered for place in one.places]
        for place, one, identity in sorted(placed, key=lambda entry: entry[0]):
            label = one.label or str(one.number or "*")
            pieces += [body[done:place], label]
            length += place - done
            self.markers.append(Marker(one.number, (length, length + len(label))))
            markers.setdefault(identity, self.markers[-1])
            length += len(label)
            done = place
            self.inserted.append((place, length - place))
        pieces.append(body[done:])
        whole = "".join(pieces)
        self._write(f"{whole}\n" if whole else "", "body")
        self._write("\n" if whole else "", "blank")
        return markers

    def _note(
        self, one: Found, series: int, identity: str, marker: Marker | None, *, marked: bool
    ) -> tuple[Note, Prose | None]:
        """A note at its place in the text, still without its line."""
        text = one.prose.text if one.prose else ""
        head = Note(identity, one.number, text, label=one.label, kind=one.kind, series=series, marker=marker)
        if one.prose is None:
            return replace(head, status="missing", label="", confidence=_MISSING), None
        self._write(f"{one.label} " if one.label else "", "label", identity)
        span = self._write(f"{text}\n", "note", identity)
        balance = Balance(text)
        flags = ("quote-unbalanced",) * balance.quotes + ("paren-unbalanced",) * balance.brackets
        note = replace(
            head,
            status="intact" if text else "partial",
            spans=((span[0], span[1] - 1),) if text else (),
            lines=span,
            runs=one.prose.runs(text),
            gaps=() if text else (0,),
            flags=(*(() if text else ("truncated",)), *flags, *(("no-marker",) if marked and not marker else ())),
            reasons=(one.because,) if one.because else (),
            stored=one.prose.citations(text),
        )
        return note, one.prose


def _listed(text: str, lines: Lines, regions: list[Region]) -> Listed:
    """The lists of references in the body; nearly always a look at its headings shows that there are none."""
    if not any(heads_references(lines.words(row)) for row in range(len(lines)) if lines.width(row) <= _HEADING):
        return Listed((), tuple(regions))
    return references(Layout.of(text), regions, paragraphs=True)


def _with_line(note: Note, lines: Lines) -> Note:
    """A note with the number of its line in the place of its offsets."""
    if not note.lines:
        return note
    line = lines.number(lines.at(note.lines[0]))
    return replace(note, lines=(line, line))
