"""The nouns of citekit: frozen values that every room takes and returns.

This module imports nothing of the package. Offsets are half-open ``(start, end)`` pairs counted in
characters; an offset "in the note" counts in :attr:`Note.text`, one "in the source" in :attr:`Document.text`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Span: TypeAlias = tuple[int, int]
Status: TypeAlias = Literal["intact", "partial", "missing"]
Severity: TypeAlias = Literal["error", "warning", "info"]
Form: TypeAlias = Literal["full", "short", "ibid"]
Order: TypeAlias = Literal["family-first", "given-first", "inverted", "literal", "unknown"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a person should look at: what, where, and what to do about it.

    ``span`` counts in the note's text when ``note`` is given, else in the source. ``text`` quotes what the
    finding points at, so that it survives without the source. ``line`` is 1-based in the source file.
    """

    code: str
    message: str
    severity: Severity = "warning"
    note: str | None = None
    citation: str | None = None
    span: Span | None = None
    text: str = ""
    line: int | None = None
    help: str = ""
    fix: str | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the source and what it is; a document's regions cover every character exactly once.

    ``kind`` is ``body``, ``note`` or a named kind of furniture: ``label`` (a note's number), ``blank``,
    ``page-turn``, ``running-head``, ``page-number``, ``caption``, ``byte-order-mark``.
    """

    kind: str
    start: int
    end: int
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    """A note number raised in the body (None for ``*`` and its like), where it stands, how sure that is (0–1)."""

    number: int | None
    span: Span
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a note's text that is ``italic``, ``small-caps``, ``superscript``, in a language, a ``link``.

    The ``style`` of a language is its BCP 47 tag; the address of a link is ``target``.
    """

    start: int
    end: int
    style: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class StoredItem:
    """One work in a citation that a reference manager stored: its CSL-JSON as found, and what is said beside it.

    ``label`` is the CSL term for what ``locator`` counts (``page``, ``chapter`` …).
    """

    item: Mapping[str, Any]
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class StoredCitation:
    """A stretch of a note's text that a reference manager set, and the records that it left there.

    ``origin`` is ``zotero`` or ``mendeley``; ``set`` is the text as the manager set it, where it says so.
    """

    span: Span
    origin: str
    items: tuple[StoredItem, ...]
    set: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its number, its text on one line, where it stood, and what is damaged.

    ``id`` is unique in the document: ``"8"``, or ``"2:8"`` in a second series of numbers. ``spans`` are the source
    stretches whose texts, joined by a blank or by nothing (a torn URL, a real hyphen at a line end), give ``text``.
    ``gaps`` are the offsets in ``text`` where source text is known to be lost: 0 at the start, ``len(text)``
    at the end. ``lines`` are the first and last source line, 1-based. A missing note has an empty text.
    ``candidates`` are the ids an orphan tail may belong to. ``reasons`` say why the note was cut where it was.
    ``pages`` are its first and last page, counted from 1; ``printed`` are the same as the paper itself numbers them.
    ``kind`` is ``foot``, ``end``, ``table``, ``author`` or, in a list, ``line``. A note whose label is no number
    (``*``) has None for one, and its label for an id. ``stored`` are citations that a reference manager left in it.
    """

    id: str
    number: int | None
    text: str
    status: Status = "intact"
    label: str = ""
    kind: str = "foot"
    series: int = 1
    spans: tuple[Span, ...] = ()
    lines: Span | None = None
    pages: Span | None = None
    marker: Marker | None = None
    runs: tuple[Run, ...] = ()
    gaps: tuple[int, ...] = ()
    flags: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    stored: tuple[StoredCitation, ...] = ()
    printed: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its text, what each stretch of it is, and its notes in order, the missing ones included.

    ``references`` are the entries of its lists of references, as notes of kind ``reference`` without a number,
    ``bibliographies`` the texts of the .bib files that notes cite from by key, by name. The text of a file that is no
    text (Word, HTML …) is its body, the labels of the notes where they are called, then the notes, one a line.
    """

    source: str
    text: str
    notes: tuple[Note, ...] = ()
    regions: tuple[Region, ...] = ()
    markers: tuple[Marker, ...] = ()
    findings: tuple[Finding, ...] = ()
    encoding: str = "utf-8"
    references: tuple[Note, ...] = ()
    bibliographies: Mapping[str, str] = field(default_factory=dict)

    @property
    def passages(self) -> tuple[Note, ...]:
        """All that cites: the notes, then the entries of the lists of references."""
        return (*self.notes, *self.references)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value comes from: the note, the span in its text, the rule or model that read it, and how sure it is.

    The span *is* the raw text of the value. ``span`` is None only for a value made by the named rule ``by``.
    """

    note: str
    span: Span | None
    by: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Name:
    """One person or body as printed: parts told apart, and the order they were printed in with the reason for it."""

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""
    translated: str = ""
    original: str = ""
    order: Order = "unknown"
    why: str = ""

    @property
    def display(self) -> str:
        """The name in one line, in the order it was printed in."""
        if self.literal:
            return self.literal
        family = f"{self.particle} {self.family}".strip()
        parts = (family, self.given) if self.order == "family-first" else (self.given, family)
        name = " ".join(part for part in parts if part)
        return f"{name}, {self.suffix}" if self.suffix else name


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a citation with its evidence: text, or the names of an author or editor."""

    value: str | tuple[Name, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a note: ``citation``, ``signal``, ``commentary``, ``punctuation`` or ``label``.

    A note's pieces are disjoint, in order, and cover its text.
    """

    kind: str
    start: int
    end: int
    citation: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """What a short form, an ibid. or a container's "ibid." points back to, why, and how sure that is.

    ``target`` is the key of an earlier citation; ``certainty`` is ``certain`` or ``probable``; ``how`` names the rule.
    """

    target: str
    how: str
    reason: str
    certainty: Literal["certain", "probable"] = "certain"


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference in one note: its form, its fields with evidence, and the citation it points back to.

    ``raw`` is ``note.text[span]``. ``container_reference`` is set where "ibid." stands for the container alone,
    ``author_reference`` where "ders." or "idem" takes the author from an earlier citation of another work.
    ``damaged`` tells that the citation touches a place where text was lost. ``record`` is what a reference manager
    stored of the work: then the fields are its values, each with the text that was printed for it, if any.
    """

    key: str
    note: str
    span: Span
    raw: str
    type: str = "other"
    form: Form = "full"
    signal: str = ""
    fields: Mapping[str, Field] = field(default_factory=dict)
    reference: Reference | None = None
    container_reference: Reference | None = None
    work: str | None = None
    damaged: bool = False
    author_reference: Reference | None = None
    record: StoredItem | None = None

    def text(self, name: str) -> str:
        """The text of a field, or the empty string."""
        entry = self.fields.get(name)
        return entry.value if entry and isinstance(entry.value, str) else ""

    def names(self, name: str) -> tuple[Name, ...]:
        """The names in ``author``, ``editor`` or ``translator``, or an empty tuple."""
        entry = self.fields.get(name)
        return entry.value if entry and not isinstance(entry.value, str) else ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A note as parsed: its pieces, which cover its text, and its citations in order."""

    note: str
    pieces: tuple[Piece, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Face:
    """One form of a title or name, with its BCP 47 language tag (``zh-Latn-pinyin``, ``zh-Hans``, ``en``)."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """A title in up to three faces: as printed first (romanised, or the only one), original script, translation."""

    main: Face | None = None
    original: Face | None = None
    translation: Face | None = None

    def __bool__(self) -> bool:
        return bool(self.main or self.original or self.translation)

    @property
    def display(self) -> str:
        """The first face there is."""
        face = self.main or self.original or self.translation
        return face.text if face else ""


@dataclass(frozen=True, slots=True)
class Place:
    """One place that cites a work: the citation, its note, its form and its pinpoint."""

    citation: str
    note: str
    form: Form = "full"
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """Another value of a work's field, and the citations that print it so, or the records that have it.

    A record that went into the work is called by its file and its key: ``library.bib:tang02``.
    """

    field: str
    value: str
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """What several citations denote: one record, every place that cites it, every spelling it was printed in.

    ``fields`` holds the remaining text fields of ``TEXT_FIELDS`` (date, volume, place, url …) and those of
    ``LIBRARY_FIELDS``, ``people`` names in further roles, those of ``LIBRARY_ROLES``, all of :mod:`citekit.fields`.
    ``inherited`` names fields taken from elsewhere in the document (``{"container_translation": "n1.1"}``), from
    another record of the work (``{"doi": "library.bib:tang02"}``), or made by a rule, and from where or by which.
    ``extra`` holds fields of a loaded library that citekit has no word for: those of BibTeX under their own names,
    those of other formats as ``ris.C1``, ``endnote.custom2``, ``csl.foo``.
    """

    key: str
    type: str
    title: Title = Title()
    container: Title = Title()
    publisher: Title = Title()
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    cited: tuple[Place, ...] = ()
    variants: tuple[Variant, ...] = ()
    inherited: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)

    @property
    def year(self) -> str:
        """The four-digit year of the date, or the empty string."""
        date = self.fields.get("date", "")
        return date[:4] if date[:4].isdigit() else ""


@dataclass(frozen=True, slots=True)
class Emendation:
    """A change to a printed string, proposed or made: where, what, why, on what evidence, how sure, what was decided.

    ``where``: ``note 8`` or a key. ``new``: None where nothing is sure. ``made``: a variant of the work is ``printed``.
    """

    code: str
    where: str
    field: str
    printed: str
    span: Span
    old: str
    new: str | None
    rule: str
    reason: str
    evidence: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    confidence: float = 1.0
    sort: str = "error"
    citation: str | None = None
    decision: Literal["", "accept", "reject"] = ""
    made: bool = False


@dataclass(frozen=True, slots=True)
class Library:
    """A document with what was read out of it: readings note by note, works, findings, proposed changes."""

    document: Document
    readings: tuple[Reading, ...] = ()
    works: tuple[Work, ...] = ()
    findings: tuple[Finding, ...] = ()
    emendations: tuple[Emendation, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations in the order of the document."""
        return tuple(citation for reading in self.readings for citation in reading.citations)
