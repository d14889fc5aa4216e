"""The one table of CSL-JSON: which field, title and role of a work is which variable of CSL 1.0.2, and which type."""

from __future__ import annotations

from citekit.fields import LIBRARY_FIELDS, LIBRARY_ROLES, NAME_FIELDS
from citekit.write.types import TYPES

TITLES = {"title": "title", "container": "container-title", "publisher": "publisher"}
"""Title with faces → variable."""

ROLES = (*NAME_FIELDS, *LIBRARY_ROLES)
"""Roles, which are variables of the same name."""

_NAMED = {
    "edition": "edition",
    "event_place": "event-place",
    "genre": "genre",
    "issue": "issue",
    "document_symbol": "number",
    "pages": "page",
    "place": "publisher-place",
    "series": "collection-title",
    "volume": "volume",
    "url": "URL",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "archive_collection": "archive_collection",
    "archive_location": "archive_location",
}
DATES = {
    "date": "issued",
    "event_date": "event-date",
    "accessed": "accessed",
    "available_date": "available-date",
    "original_date": "original-date",
    "submitted": "submitted",
}
"""Field that holds a date → variable."""

_LIKE_NAMED = {field: field.replace("_", "-") for field in LIBRARY_FIELDS}
TEXTS = {field: name for field, name in (_LIKE_NAMED | _NAMED).items() if field not in DATES}
"""Field that holds a text → variable; the fields of a loaded library are called as in CSL."""

OLDER = {"event": "event-title", "journalAbbreviation": "container-title-short", "shortTitle": "title-short"}
"""Older name of a variable → its name now."""

_NEAREST = {
    "bill": "legislation",
    "broadcast": "film",
    "classic": "book",
    "collection": "archival",
    "entry": "chapter",
    "entry-dictionary": "chapter",
    "entry-encyclopedia": "chapter",
    "hearing": "report",
    "pamphlet": "book",
    "periodical": "book",
    "personal_communication": "archival",
    "post": "webpage",
    "post-weblog": "webpage",
    "regulation": "legislation",
    "review": "article-journal",
    "review-book": "article-journal",
    "standard": "report",
}
BY_TYPE = {kind.csl: name for name, kind in reversed(TYPES.items())} | {
    "manuscript": "manuscript",
    "webpage": "webpage",
    **_NEAREST,
}
"""CSL type → citekit's, or the nearest; any other is ``other``. The type itself is then kept in ``csl.type``."""
