"""A body and the notes it calls become a Document: numbered, in order of reference, each character in its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from citekit.errors import CitekitError
from citekit.model import Document, Marker, Note, Region, Span
from citekit.read.balance import Balance
from citekit.read.bytes import Decoded
from citekit.read.captions import heads_references
from citekit.read.layout import Layout
from citekit.read.lines import Lines
from citekit.read.markup.holes import with_holes
from citekit.read.markup.prose import Prose, trimmed
from citekit.read.markup.report import unread
from citekit.read.references import Listed, references
from citekit.read.report import Seen, report

_MISSING = 0.9
_HEADING = 60
"""The longest heading of a list of references, in characters."""


@dataclass(frozen=True, slots=True)
class Found:
    """A note as a file holds it.

    ``number`` is None for a label that is none; ``prose`` is None where the file calls the note and does not hold it;
    ``places`` are the offsets in the body at which it is called, none where nothing calls it. ``restarts`` tells that
    the count begins anew with it, ``because`` why it is taken for a note.
    """

    label: str
    number: int | None
    kind: str = "foot"
    prose: Prose | None = None
    places: tuple[int, ...] = ()
    restarts: bool = False
    because: str = ""


@dataclass(slots=True)
class _Counts:
    """The series of one kind of notes: the current one, and the last number in it."""

    series: int
    last: int = 0


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
            return typed
    numbered = list(_numbered(with_holes(found)))
    return _Sheet(source, encoding).document(numbered, body)


def _numbered(found: Sequence[Found]) -> Iterator[tuple[Found, int, str]]:
    """Each note with its series and id; a count that falls back is a new series."""
    kinds = [kind for kind, _ in Counter(one.kind for one in found if one.number is not None).most_common()]
    restarts = Counter(one.kind for one in _restarting(found))
    first, counts = 1, {}
    for kind in kinds:
        counts[kind] = _Counts(first)
        first += 1 + restarts[kind]
    taken: set[str] = set()
    falling = {id(one) for one in _restarting(found)}
    for one in found:
        count = counts.get(one.kind, _Counts(1))
        count.series += id(one) in falling
        identity = one.label or one.kind if one.number is None else str(one.number)
        identity = _free(identity if count.series == 1 else f"{count.series}:{identity}", taken)
        taken.add(identity)
        yield one, count.series, identity


def _restarting(found: Sequence[Found]) -> list[Found]:
    """The notes that begin a new count, the first of a kind left out."""
    last: dict[str, int] = {}
    fallen = []
    for one in found:
        if one.number is not None:
            if one.kind in last and (one.restarts or one.number <= last[one.kind]):
                fallen.append(one)
            last[one.kind] = one.number
    return fallen


def _free(identity: str, taken: set[str]) -> str:
    """The id itself, or with as many strokes as make it one of its own."""
    while identity in taken:
        identity += "ʹ"
    return identity


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

    def document(self, numbered: list[tuple[Found, int, str]], body: Prose) -> Document:
        markers = self._body(numbered, body.text)
        marked = any(one.places for one, _, _ in numbered)
        drafts = [self._note(*entry, markers.get(entry[2]), marked=marked) for entry in numbered]
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

    def _body(self, numbered: list[tuple[Found, int, str]], body: str) -> dict[str, Marker]:
        """The body with the labels in it, each where its note is called."""
        markers: dict[str, Marker] = {}
        pieces: list[str] = []
        done, length = 0, 0
        placed = [(place, one, identity) for one, _, identity in numbered for place in one.places]
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
