"""The names of the fields that citations and works have."""

from __future__ import annotations

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

LINKS = ("crossref", "xref", "xdata", "related", "entryset")
"""Fields of BibTeX whose values are the keys of other entries."""
