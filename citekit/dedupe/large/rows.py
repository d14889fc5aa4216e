"""Rows of a table → works: which columns are read, under which names, and what a cell may hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from citekit.data import words
from citekit.dedupe.persons import whole
from citekit.fields import NAME_FIELDS
from citekit.model import Face, Name, Title, Work

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "key": ("key", "id", "citation_key", "citekey", "bibtex_key", "record_id"),
    "type": ("type", "entrytype", "entry_type"),
    "title": ("title",),
    "title_original": ("title_original", "original_title"),
    "title_translation": ("title_translation", "translated_title"),
    "container": ("container", "container_title", "journal", "journaltitle", "booktitle", "venue", "source_title"),
    "container_original": ("container_original",),
    "container_translation": ("container_translation",),
    "container_title_short": ("container_title_short", "journal_abbreviation"),
    "publisher": ("publisher",),
    "author": ("author", "authors"),
    "editor": ("editor", "editors"),
    "translator": ("translator", "translators"),
    "date": ("date", "year", "issued", "publication_year"),
    "volume": ("volume",),
    "issue": ("issue", "number"),
    "pages": ("pages", "page", "page_range"),
    "edition": ("edition",),
    "series": ("series",),
    "doi": ("doi",),
    "pmid": ("pmid", "pubmed_id"),
    "isbn": ("isbn",),
    "url": ("url", "link"),
    "document_symbol": ("document_symbol", "symbol"),
    "genre": ("genre",),
    "archive": ("archive",),
    "status": ("status",),
    "note": ("note",),
}
"""Field of a work → the names that its column may have; case, blanks and hyphens do not count, the first one wins."""

_FACES = (
    ("title", "title_original", "title_translation"),
    ("container", "container_original", "container_translation"),
    ("publisher",),
)
_EMPTY = Title()
_TYPES = {
    **dict.fromkeys(("article", "journal-article", "journal article", "jour"), "article-journal"),
    **dict.fromkeys(("incollection", "inbook", "book-chapter", "chap"), "chapter"),
    **dict.fromkeys(("inproceedings", "conference", "proceedings-article", "paper-conference"), "conference-paper"),
    **dict.fromkeys(("phdthesis", "mastersthesis", "dissertation"), "thesis"),
    "techreport": "report",
}
"""Types as other programs call them, where citekit has another word."""
_SPACED = re.compile(r"[\s-]+")
_AND = re.compile(r"\s+and\s+")
_INDEXED = re.compile(r"[^,;]+ [A-Z]{1,3}(?:, [^,;]+ [A-Z]{1,3})+")  # as PubMed writes lists of people


def columns_of(names: Iterable[str]) -> dict[str, str]:
    """Field of a work → the column of the table that holds it."""
    there: dict[str, str] = {}
    for name in names:
        there.setdefault(_SPACED.sub("_", name.strip().casefold()), name)
    return {
        field: found for field, known in COLUMNS.items() if (found := next((there[n] for n in known if n in there), ""))
    }


def work_of(row: Mapping[str, Any]) -> Work:
    """The work that a row tells of; its keys are fields of works.

    Raises :class:`TypeError` or :class:`ValueError` where a cell holds what no field can be read from.
    """
    said = {
        field: text
        for field, cell in row.items()
        if cell and (text := cell if field in NAME_FIELDS else cell.strip() if cell.__class__ is str else _text(cell))
    }
    take = said.pop
    kind = take("type", "other")
    title, container, publisher = [
        _title(*[take(name, "") for name in names]) if not said.keys().isdisjoint(names) else _EMPTY for names in _FACES
    ]
    author, editor, translator = [_names(take(role)) if role in said else () for role in NAME_FIELDS]
    key, kind = take("key", ""), _TYPES.get(kind.casefold(), kind)
    return Work(key, kind, title, container, publisher, author, editor, translator, said)


def _title(main: str, original: str = "", translation: str = "") -> Title:
    if original or translation:
        return Title(*(Face(text) if text else None for text in (main, original, translation)))
    return Title(Face(main)) if main else _EMPTY


def _text(cell: object) -> str:
    """A cell as text: 2004.0, as tables with gaps hold a year, is 2004; of a list the first."""
    if isinstance(cell, str):
        return cell.strip()
    if cell is None or cell != cell:  # noqa: PLR0124 - what is no number is not equal to itself
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    if isinstance(cell, list):
        return _text(cell[0]) if cell else ""
    if isinstance(cell, bytes):  # as older programs write text
        return cell.decode("utf-8").strip()
    if isinstance(cell, dict):
        raise TypeError("a cell of several parts is no text")
    return str(cell)


def _names(cell: object) -> tuple[Name, ...]:
    """People: one text with ``;`` or ``and`` between them, a list of texts, or a list of CSL names."""
    if not cell:
        return ()
    if isinstance(cell, list):
        return tuple(name for one in cell for name in _name(one))
    return names_of(cell if isinstance(cell, str) else _text(cell))


def _name(one: object) -> Sequence[Name]:
    if isinstance(one, dict):
        family, given, literal, suffix = (_text(one.get(part)) for part in ("family", "given", "literal", "suffix"))
        particle = _text(one.get("particle") or one.get("non-dropping-particle"))
        return (Name(family, given, particle, suffix, literal),)
    return (text_name(text),) if (text := _text(one)) else ()


@lru_cache(maxsize=4096)
def names_of(text: str) -> tuple[Name, ...]:
    """The names in one text: ``Zhao, Lei; Tang, Yongsheng``, ``Zhao, Lei and Tang, Yongsheng``, ``Zhao L, Tang Y``."""
    indexed = ";" not in text and _INDEXED.fullmatch(text.strip())
    parts = text.split(",") if indexed else text.split(";") if ";" in text else _AND.split(text)
    return tuple(text_name(part.strip()) for part in parts if part.strip())


def text_name(text: str) -> Name:
    """One name: a comma tells the family name, else it is the last word; a body and a name in characters are whole."""
    if text.startswith("{") and text.endswith("}"):
        return Name(literal=text.strip("{}"))
    if "," in text:
        return whole(text)
    parts = text.split()
    if not text.isascii() or any(part.casefold() in words("body-words.txt") for part in parts):
        return Name(literal=text)
    return whole(text)
