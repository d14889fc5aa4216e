"""Which field or title of a work a name of BibLaTeX stands for, in entries that are made of works."""

from __future__ import annotations

SLOTS = {
    "date": "date",
    "urldate": "accessed",
    "eventdate": "event_date",
    "origdate": "original_date",
    "volume": "volume",
    "number": "issue",
    "pages": "pages",
    "edition": "edition",
    "series": "series",
    "url": "url",
    "doi": "doi",
    "isbn": "isbn",
    "issn": "issn",
    "location": "place",
    "venue": "event_place",
    "eventtitle": "event_title",
    "type": "genre",
    "note": "note",
    "abstract": "abstract",
    "keywords": "keyword",
    "annotation": "annote",
    "symbol": "document_symbol",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "pagetotal": "number_of_pages",
    "shorttitle": "title_short",
    "shortjournal": "container_title_short",
}
"""Name in BibLaTeX → field of a work; ``symbol``, ``pmid`` and ``pmcid`` are names of ours."""

_TITLED = {"title": "title", "journaltitle": "container", "booktitle": "container", "howpublished": "container"}
_PUBLISHED = {"publisher": "publisher", "institution": "publisher"}
_ALL = {**_TITLED, **_PUBLISHED, **SLOTS}


def slot_of(name: str) -> str:
    """The field or title of a work that a name stands for; any other name is its own."""
    return _ALL.get(name, name)
