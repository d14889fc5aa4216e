"""The table of EndNote XML: which element holds what, type by type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from citekit.write import annotation, edtf, first_edition
from citekit.write.slots import Form, Pair, Row, is_isbn, is_issn
from citekit.write.spoken_dates import spoken
from citekit.write.worded_dates import year_of

_NUMBERED = """
2 Artwork, 3 Audiovisual Material, 4 Bill, 5 Book Section, 6 Book, 7 Case, 8 Catalog, 9 Computer Program,
10 Conference Proceedings, 12 Web Page, 13 Generic, 14 Hearing, 17 Journal Article, 19 Magazine Article, 20 Map,
21 Film or Broadcast, 23 Newspaper Article, 24 Pamphlet, 25 Patent, 26 Personal Communication, 27 Report,
28 Edited Book, 31 Statute, 32 Thesis, 34 Unpublished Work, 36 Manuscript, 37 Figure, 38 Chart or Table, 39 Equation,
43 Electronic Article, 44 Electronic Book, 45 Online Database, 46 Government Document, 47 Conference Paper,
48 Online Multimedia, 49 Classical Work, 50 Legal Rule or Regulation, 51 Ancient Text, 52 Dictionary, 53 Encyclopedia,
54 Grant, 55 Aggregated Database, 56 Blog, 57 Serial, 58 Standard, 59 Dataset, 60 Electronic Book Section, 61 Music
"""
NUMBERS: Mapping[str, int] = MappingProxyType(
    {name: int(number) for number, _, name in (entry.strip().partition(" ") for entry in _NUMBERED.split(","))}
)
"""Name of a type of reference → its number."""

CODE_OF: Mapping[str, str] = MappingProxyType(
    {
        "book": "Book",
        "chapter": "Book Section",
        "article-journal": "Journal Article",
        "article-magazine": "Magazine Article",
        "article-newspaper": "Newspaper Article",
        "newswire": "Newspaper Article",
        "report": "Report",
        "thesis": "Thesis",
        "conference-paper": "Conference Proceedings",
        "un-document": "Report",
        "legal-case": "Case",
        "legislation": "Statute",
        "treaty": "Statute",
        "press-release": "Web Page",
        "speech": "Conference Paper",
        "interview": "Personal Communication",
        "webpage": "Web Page",
        "archival": "Manuscript",
        "manuscript": "Manuscript",
        "film": "Film or Broadcast",
        "other": "Generic",
    }
)

_BOOKS = ["Book", "Edited Book", "Electronic Book", "Classical Work", "Ancient Text", "Serial", "Pamphlet"]
_CHAPTERS = ["Book Section", "Electronic Book Section", "Dictionary", "Encyclopedia"]
_ARTICLES = ["Journal Article", "Electronic Article"]
_PERIODICALS = [*_ARTICLES, "Magazine Article", "Newspaper Article"]
_REPORTS = ["Report", "Government Document", "Standard"]
_LAWS = ["Statute", "Bill", "Legal Rule or Regulation"]
_FILMS = ["Film or Broadcast", "Audiovisual Material"]
_MEETING = ["Conference Proceedings"]

CODES: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(NUMBERS, "other")
    | {code: name for name, code in reversed(list(CODE_OF.items()))}
    | dict.fromkeys(_BOOKS, "book")
    | dict.fromkeys(_CHAPTERS, "chapter")
    | dict.fromkeys(_ARTICLES, "article-journal")
    | dict.fromkeys(_REPORTS, "report")
    | dict.fromkeys(_LAWS, "legislation")
    | dict.fromkeys(_FILMS, "film")
    | {"Newspaper Article": "article-newspaper", "Blog": "webpage", "Web Page": "webpage", "Manuscript": "manuscript"}
    | {"Unpublished Work": "manuscript", "Personal Communication": "other"}
)
"""Name of a type of reference → citekit type; of a code that several types share the plainest."""


def _at(codes: list[str], tags: str) -> dict[str, str]:
    return dict.fromkeys(codes, tags)


_AUTHORS = "contributors/authors/author"
_SECOND = "contributors/secondary-authors/author"
_THIRD = "contributors/tertiary-authors/author"
_FOURTH = "contributors/subsidiary-authors/author"
_SECONDARY = "titles/secondary-title"
_FULL = "periodical/full-title"
_YEAR, _DATE = "dates/year", "dates/pub-dates/date"

ROWS = (
    Row("key", "label"),
    Row("author", _AUTHORS, {"Edited Book": ""}),
    Row("director", "", _at(_FILMS, _AUTHORS)),
    Row(
        "editor",
        _SECOND,
        {**_at(_BOOKS, f"{_THIRD} {_SECOND}"), "Edited Book": _AUTHORS, "Personal Communication": "", "Case": ""},
    ),
    Row("collection-editor", _THIRD, {**_at(_BOOKS, _SECOND), **_at(_FILMS, "")}),
    Row("producer", "", _at(_FILMS, _THIRD)),
    Row("interviewer", "", {"Personal Communication": _SECOND}),
    Row("translator", _FOURTH),
    Row("title", "titles/title"),
    Row("title_translation", "titles/translated-title"),
    Row("title_short", "titles/short-title"),
    Row("series", "titles/tertiary-title", _at([*_BOOKS, *_REPORTS], f"{_SECONDARY} titles/tertiary-title")),
    Row("event_title", "", {"Conference Paper": _SECONDARY}),
    Row(
        "container",
        f"{_SECONDARY} {_FULL}",
        {
            **_at(_PERIODICALS, f"{_SECONDARY} +{_FULL}"),
            **_at(_MEETING, f"custom3 +{_SECONDARY} {_FULL}"),
            "Case": f"{_SECOND} {_SECONDARY}",
        },
    ),
    Row("event_title", "", _at(_MEETING, _SECONDARY)),
    Row("container_title_short", "titles/alt-title periodical/abbr-1 alt-periodical/full-title"),
    Row("pages", "pages", _at([*_BOOKS, "Thesis"], "pages"), lambda text: "-" in text),
    Row("number_of_pages", "", _at([*_BOOKS, "Thesis"], "pages")),
    Row("volume", "volume"),
    Row("collection_number", "", _at(_BOOKS, "number")),
    Row("document_symbol", "", {"Case": "number", **_at(_LAWS, "misc1 number"), "Hearing": "misc1"}),
    Row("issue", "number issue"),
    Row("number_of_volumes", "num-vols"),
    Row("edition", "edition", {"Computer Program": ""}),
    Row("version", "", {"Computer Program": "edition"}),
    Row("chapter_number", "", _at(_CHAPTERS, "section")),
    Row("section", "section"),
    Row("keyword", "keywords/keyword"),
    Row("date", f"{_YEAR} {_DATE}"),
    Row("place", "pub-location"),
    Row("authority", "", {"Case": "publisher"}),
    Row("publisher", "publisher"),
    Row("first_edition", "orig-pub", {}, first_edition.read),
    Row("isbn", "isbn", {}, is_isbn),
    Row("issn", "isbn", {}, is_issn),
    Row("archive_location", "accession-num"),
    Row("call_number", "call-num"),
    Row("document_symbol", "report-id", _at(_REPORTS, "report-id isbn")),
    Row("doi", "electronic-resource-num"),
    Row("abstract", "abstract"),
    Row("note", "notes"),
    Row("cited", "research-notes", {}, annotation.read),
    Row("annote", "research-notes"),
    Row("genre", "work-type"),
    Row("reviewed_title", "reviewed-item"),
    Row("event_place", "meeting-place"),
    Row("dimensions", "size"),
    Row("archive", "remote-database-name"),
    Row("source", "remote-database-provider"),
    Row("language", "language"),
    Row("url", "urls/related-urls/url urls/web-urls/url"),
    Row("accessed", "access-date"),
    Row("pmcid", "", _at(_ARTICLES, "custom2")),
    Row("scale", "", {"Map": "custom1"}),
    Row("references", "", {"Patent": "custom5"}),
    Row("medium", "", _at(_FILMS, "custom5")),
)
"""Slot → its elements, by their paths in a record; the slots that no row names ride in ``custom1``."""

ORDER = (
    *"database source-app rec-number foreign-keys ref-type contributors auth-address auth-affiliaton titles".split(),
    *"periodical alt-periodical pages volume number issue secondary-volume secondary-issue num-vols edition".split(),
    *"section reprint-edition reprint-status keywords dates pub-location publisher orig-pub isbn".split(),
    *"accession-num call-num report-id coden electronic-resource-num abstract label image caption notes".split(),
    *"research-notes work-type reviewed-item availability remote-source meeting-place work-location".split(),
    *"work-extent pack-method size repro-ratio remote-database-name remote-database-provider language urls".split(),
    *"access-date modified-date custom1 custom2 custom3 custom4 custom5 custom6 custom7 misc1 misc2 misc3".split(),
)
"""The elements of a record in the order that the document type of EndNote XML has them."""

INNER = (
    *"authors secondary-authors tertiary-authors subsidiary-authors translated-authors".split(),
    *"title secondary-title tertiary-title alt-title short-title translated-title full-title abbr-1".split(),
    *"year pub-dates copyright-dates web-urls pdf-urls text-urls related-urls image-urls".split(),
)
"""The elements inside those, in their order."""

_PATH = re.compile(r"(?!ref-type(?:/|$))[A-Za-z_][\w.-]*(?:/[A-Za-z_][\w.-]*){0,7}", re.ASCII)
_DASH = re.compile(r"\s*[‐-–—]\s*|(?<=\w)--+(?=\w)")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)(10\.\d{4,}/\S+)", re.IGNORECASE)


def _dialect(_code: str, pairs: list[Pair]) -> list[Pair]:
    """Pages with a plain hyphen, identifiers without an address before them."""
    return [(tag, _plain(tag, value)) for tag, value in pairs]


def _plain(tag: str, value: str) -> str:
    if tag == "pages":
        return _DASH.sub("-", value)
    return _DOI.sub(r"\1", value) if tag == "electronic-resource-num" else value


def _pages(text: str) -> list[Pair]:
    return [("pages", text)]


def _date(text: str) -> list[Pair]:
    """The year, and the whole date where there is more to tell; a season in words."""
    season = len(text) == 7 and text[5:].isdecimal() and int(text[5:]) > 12
    whole = text if edtf.is_date(text) and len(text) > 4 and not text.endswith(("~", "?", "%")) else ""
    return [(_YEAR, year_of(text)), (_DATE, spoken(text) if season and whole else whole)]


def _accessed(text: str) -> str:
    return text if edtf.is_date(text) else ""


ENDNOTE = Form(
    prefix="endnote",
    type_tag="ref-type",
    label="work-type",
    rows=ROWS,
    codes=CODES,
    code_of=CODE_OF,
    shared=frozenset(("isbn", "research-notes")),
    is_tag=_PATH.fullmatch,
    dialect=_dialect,
    date=_date,
    pages=_pages,
    accessed=_accessed,
)
