"""Fields and roles of a loaded library beside what a citation tells, and where BibLaTeX has them: one table both ways.

=============================  =======================================================================================
of a work                      in the entry
=============================  =======================================================================================
abstract, keyword, title_short ``abstract``, ``keywords``, ``shorttitle``
container_title_short          ``shortjournal``
call_number                    ``library``
original_date, _title          ``origdate``, ``origtitle``
original_publisher, _place     ``origpublisher``, ``origlocation``
chapter_number, part_number    ``chapter``, ``part``
number_of_pages, _of_volumes   ``pagetotal``, ``volumes``
collection_number              ``number`` beside a ``series``
event_title, issn, version     ``eventtitle``, ``issn``, ``version``
status                         ``pubstate``, by its key where it has one
note, annote                   ``note`` (details then go to ``addendum``), ``annotation``
archive, _location, _collection  ``eprinttype``, ``eprint``, ``eprintclass``, for the archives of :data:`EPRINTS`
pmid                           ``eprint`` with the ``eprinttype`` ``pubmed``
container-author               ``bookauthor``
contributor                    an editor of the type ``collaborator``
any other role                 an editor of the type that has its name: ``editor``, ``editora`` … with ``editortype`` …
=============================  =======================================================================================
"""

from __future__ import annotations

from collections.abc import Callable

from citekit.fields import LIBRARY_ROLES
from citekit.write import edtf, numbers

EVERYWHERE = {
    "abstract": "abstract",
    "call_number": "library",
    "container_title_short": "shortjournal",
    "keyword": "keywords",
    "original_date": "origdate",
    "original_publisher": "origpublisher",
    "original_publisher_place": "origlocation",
    "original_title": "origtitle",
    "title_short": "shorttitle",
}
"""Field → BibTeX field, in entries of every type."""

ANYWHERE = {
    "volume": "volume",
    "issue": "number",
    "pages": "pages",
    "edition": "edition",
    "series": "series",
    "isbn": "isbn",
    "issn": "issn",
    "place": "address",
    "genre": "type",
    "event_title": "eventtitle",
    "event_date": "eventdate",
    "event_place": "venue",
    "chapter_number": "chapter",
    "part_number": "part",
    "number_of_pages": "pagetotal",
    "number_of_volumes": "volumes",
    "version": "version",
    "status": "pubstate",
}
"""Field → BibTeX field that is read where an entry has it though its type is not to, as many files do."""

LEGAL: dict[str, Callable[[str], bool]] = {
    "volume": numbers.is_volume,
    "number_of_volumes": numbers.is_volume,
    "pages": numbers.is_pages,
    "isbn": numbers.is_isbn,
    "issn": numbers.is_issn,
    "event_date": edtf.is_date,
    "original_date": edtf.is_date,
}
"""Field → whether BibLaTeX takes a value in it; one that it does not take is told in other words."""

DATES = {"event_date", "original_date"}
"""Fields that are dates in EDTF."""

LISTS = {"place", "event_place", "original_publisher", "original_publisher_place"}
"""Fields that BibLaTeX splits at "and"."""

STATES = {
    "inpreparation": "in preparation",
    "inpress": "in press",
    "prepublished": "pre-published",
}
"""Key of ``pubstate`` → the words it stands for; ``forthcoming`` and ``submitted`` are their own."""

GENRES = {
    "bathesis": "Bachelor’s thesis",
    "mathesis": "Master’s thesis",
    "phdthesis": "PhD thesis",
    "resreport": "Research report",
    "techreport": "Technical report",
}
"""Key of ``type`` → the words it stands for."""

EPRINTS = {
    "arxiv": "arXiv",
    "googlebooks": "Google Books",
    "hdl": "Handle",
    "jstor": "JSTOR",
    "ssrn": "SSRN",
}
"""``eprinttype`` in lower case → the archive."""

EPRINT_TYPES = {name: key for key, name in EPRINTS.items()}
"""Archive → ``eprinttype``."""

EDITORS = ("editor", "editora", "editorb", "editorc")
"""The fields for people of a role that is told beside them, in the order they are filled."""

TAKES_EDITORS = {"article", "book", "collection", "inbook", "incollection"}
"""Entry types that have all of :data:`EDITORS`; others that have an ``editor`` have the first alone."""

_KINDS = {"contributor": "collaborator"}


def editor_type(role: str) -> str:
    """The ``editortype`` of a role: ``compiler``, ``director``."""
    return _KINDS.get(role, role)


ROLES = {editor_type(role): role for role in LIBRARY_ROLES if role != "container-author"}
"""``editortype`` → role; ``editor`` itself, the usual one, needs no type."""
