"""The nouns of citekit: frozen values that every room takes and returns.

This module imports nothing of the package. Offsets are half-open ``(start, end)`` pairs counted in
characters; an offset "in the note" counts in :attr:`Note.text`, one "in the source" in :attr:`Document.text`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Span: TypeAlias = tuple[int, int]
Status: TypeAlias = Literal["intact", "partial", "missing"]
Severity: TypeAlias = Literal["error", "warning", "info"]
Form: TypeAlias = Literal["full", "short", "ibid"]
Order: TypeAlias = Literal["family-first", "given-first", "inverted", "literal", "unknown"]

TEXT_FIELDS = (
    "title",
    "title_language",
    "title_translation",
    "title_original",
    "container",
    "container_translation",
    "container_original",
    "publisher",
    "publisher_translation",
    "place",
    "date",
    "event_date",
    "event_place",
    "volume",
    "issue",
    "pages",
    "locator",
    "edition",
    "series",
    "url",
    "accessed",
    "doi",
    "isbn",
    "document_symbol",
    "genre",
)
"""Fields whose value is text; dates are EDTF (ISO 8601-2), page ranges have a plain hyphen."""

NAME_FIELDS = ("author", "editor", "translator")
"""Fields whose value is a tuple of names."""

LIBRARY_FIELDS = (
    *("abstract", "annote", "archive", "archive_collection", "archive_location", "archive_place", "authority"),
    *("available_date", "call_number", "chapter_number", "collection_number", "container_title_short", "dimensions"),
    *("division", "event_title", "issn", "jurisdiction", "keyword", "license", "medium", "note"),
    *("number_of_pages", "number_of_volumes", "original_date", "original_publisher", "original_publisher_place"),
    *("original_title", "part_number", "part_title", "pmcid", "pmid", "printing_number", "references"),
    *("reviewed_genre", "reviewed_title", "scale", "section", "source", "status", "submitted", "supplement_number"),
    *("title_short", "version", "volume_title"),
)
"""Fields that a loaded library's works may have and a citation has not: CSL 1.0.2's variables with ``_`` for ``-``.

The ``number`` of CSL (of a report, a patent, a resolution) is ``document_symbol``.
"""

LIBRARY_ROLES = (
    *("chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator", "director"),
    *("editorial-director", "editor-translator", "executive-producer", "guest", "host", "illustrator", "interviewer"),
    *("narrator", "organizer", "original-author", "performer", "producer", "recipient", "reviewed-author"),
    *("script-writer", "series-creator"),
)
"""Roles that a loaded library's works may name people in beside :data:`NAME_FIELDS`, by their CSL 1.0.2 names."""


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
    """A note number raised in the body: the number, where it stands in the source, how sure that is (0–1)."""

    number: int
    span: Span
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a note's text that is set apart: ``italic``, ``small-caps``, ``superscript`` or a language tag."""

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its number, its text on one line, where it stood, and what is damaged.

    ``id`` is unique in the document: ``"8"``, or ``"2:8"`` in a second series of numbers. ``spans`` are the source
    stretches whose texts, joined by a blank or by nothing (a torn URL, a real hyphen at a line end), give ``text``.
    ``gaps`` are the offsets in ``text`` where source text is known to be lost: 0 at the start, ``len(text)``
    at the end. ``lines`` are the first and last source line, 1-based. A missing note has an empty text.
    ``candidates`` are the ids an orphan tail may belong to. ``reasons`` say why the note was cut where it was.
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


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its text, what each stretch of it is, and its notes in order, the missing ones included."""

    source: str
    text: str
    notes: tuple[Note, ...] = ()
    regions: tuple[Region, ...] = ()
    markers: tuple[Marker, ...] = ()
    findings: tuple[Finding, ...] = ()
    encoding: str = "utf-8"


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
    ``damaged`` tells that the citation touches a place where text was lost.
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

    ``fields`` holds the remaining text fields of :data:`TEXT_FIELDS` (date, volume, place, url …) and those of
    :data:`LIBRARY_FIELDS`. ``people`` are names in further roles, those of :data:`LIBRARY_ROLES`.
    ``inherited`` names fields taken from elsewhere in the document (``{"container_translation": "n1.1"}``) or from
    another record of the work (``{"doi": "library.bib:tang02"}``), and from where. ``extra`` holds fields of a loaded
    library that citekit has no word for: those of BibTeX under their own names, those of other formats as ``ris.C1``,
    ``endnote.custom2``, ``csl.foo``.
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
class Library:
    """A document with what was read out of it: readings note by note, works, findings."""

    document: Document
    readings: tuple[Reading, ...] = ()
    works: tuple[Work, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations in the order of the document."""
        return tuple(citation for reading in self.readings for citation in reading.citations)
