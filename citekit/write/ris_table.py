"""The table of RIS: which tag holds what, type by type, in the dialect that EndNote and Zotero share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from citekit.write import annotation, edtf, first_edition
from citekit.write.slots import Form, Pair, Row, is_isbn, is_issn
from citekit.write.types import TYPES
from citekit.write.worded_dates import slashed, year_of

CODES: Mapping[str, str] = MappingProxyType(
    {kind.ris: name for name, kind in reversed(TYPES.items())}
    | dict.fromkeys("ABST EJOUR INPR JFULL JOUR".split(), "article-journal")
    | dict.fromkeys("ANCIENT BOOK CLSWK EBOOK EDBOOK PAMP SER".split(), "book")
    | dict.fromkeys("CHAP DICT ECHAP ENCYC".split(), "chapter")
    | dict.fromkeys("CONF CPAPER".split(), "conference-paper")
    | dict.fromkeys("GOVDOC RPRT STAND".split(), "report")
    | dict.fromkeys("BILL LEGAL STAT UNBILL".split(), "legislation")
    | dict.fromkeys("BLOG ELEC WEB".split(), "webpage")
    | dict.fromkeys("MANSCPT UNPB UNPD".split(), "manuscript")
    | dict.fromkeys("ADVS MPCT VIDEO".split(), "film")
    | dict.fromkeys("AGGR ART CHART COMP CTLG DATA DBASE EQUA FIGURE GEN GRANT GRNT HEAR ICOMM".split(), "other")
    | dict.fromkeys("MAP MULTI MUSIC PAT PCOMM SOUND".split(), "other")
    | {"INTV": "interview", "NEWS": "article-newspaper"}
)
"""TY → citekit type; of a code that several types share the plainest."""

CODE_OF: Mapping[str, str] = MappingProxyType({name: kind.ris for name, kind in TYPES.items()})

_BOOKS = "ANCIENT BOOK CLSWK EBOOK EDBOOK PAMP SER".split()
_CHAPTERS = "CHAP DICT ECHAP ENCYC".split()
_MEETINGS = "CONF CPAPER".split()
_REPORTS = "GOVDOC RPRT STAND".split()
_ARTICLES = "ABST EJOUR INPR JFULL JOUR".split()
_FILMS = "ADVS MPCT VIDEO".split()
_LAWS = "BILL STAT".split()


def _at(codes: list[str], tags: str) -> dict[str, str]:
    return dict.fromkeys(codes, tags)


def _is_symbol(text: str) -> bool:
    return not is_isbn(text) and not is_issn(text)


ROWS = (
    Row("key", "ID"),
    Row("author", "AU", {"EDBOOK": ""}),
    Row("director", "", _at(_FILMS, "AU")),
    Row(
        "editor", "ED A2", {**_at(_BOOKS, "ED A3 A2"), "CASE": "ED", "PCOMM": "ED", "INTV": "ED", "EDBOOK": "AU ED A3"}
    ),
    Row("collection-editor", "A3", _at(_BOOKS, "A2") | _at(_FILMS, "")),
    Row("producer", "", _at(_FILMS, "A3")),
    Row("interviewer", "", {"PCOMM": "A2", "INTV": "A2"}),
    Row("container-author", "", _at(_CHAPTERS, "C2")),
    Row("translator", "A4"),
    Row("title", "TI"),
    Row("title_translation", "TT"),
    Row("title_short", "ST"),
    Row("series", "T3", _at([*_BOOKS, *_REPORTS], "T2 T3")),
    Row("event_title", "", {"SLIDE": "T2"}),
    Row("container", "T2 JF BT JO JA", {**_at(_MEETINGS, "C3 +T2 JF BT JO"), "CASE": "A2 T2 JF"}),
    Row("event_title", "", _at(_MEETINGS, "T2")),
    Row("container_title_short", "J2 JA JO"),
    Row("event_place", "", _at([*_MEETINGS, "SLIDE", "PCOMM", "INTV"], "CY")),
    Row("place", "CY", _at(_MEETINGS, "C1")),
    Row("authority", "", {"CASE": "PB"}),
    Row("publisher", "PB"),
    Row("edition", "ET", {"COMP": ""}),
    Row("version", "", {"COMP": "ET"}),
    Row("volume", "VL"),
    Row("number_of_volumes", "NV"),
    Row("issue", "IS"),
    Row("collection_number", "", _at(_BOOKS, "M1")),
    Row("chapter_number", "", _at(_CHAPTERS, "SE")),
    Row("section", "SE"),
    Row("number_of_pages", "", _at([*_BOOKS, "THES"], "SP"), lambda text: "-" not in text),
    Row("pages", "SP"),
    Row("date", "PY DA"),
    Row("isbn", "SN", {}, is_isbn),
    Row("issn", "SN", {}, is_issn),
    Row("document_symbol", "M1", _at([*_REPORTS, "PAT"], "SN M1"), _is_symbol),
    Row("doi", "DO"),
    Row("pmcid", "", _at(_ARTICLES, "C2")),
    Row("url", "UR"),
    Row("accessed", "Y2"),
    Row("genre", "M3"),
    Row("scale", "", {"MAP": "C1"}),
    Row("medium", "", _at(_FILMS, "C5")),
    Row("references", "", {"PAT": "C5"}),
    Row("language", "LA"),
    Row("archive", "DB"),
    Row("archive_location", "AN"),
    Row("call_number", "CN"),
    Row("source", "DP"),
    Row("first_edition", "OP", {}, first_edition.read),
    Row("reviewed_title", "RI"),
    Row("keyword", "KW"),
    Row("abstract", "AB"),
    Row("note", "N1"),
    Row("cited", "RN", {}, annotation.read),
    Row("annote", "RN"),
)
"""Slot → its tags; the slots that no row names ride in M2."""

ORDER = (
    *"ID AU A2 A3 A4 ED TI TT ST T2 T3 C3 J2 VL IS NV ET SE SP EP PY DA CY C1 PB".split(),
    *"SN M1 M3 C2 C5 DO UR Y2 LA DB AN CN DP OP RI KW AB N1 RN".split(),
)
"""The tags in the order they are written; those of a loaded file follow, then M2 and ER."""

_SYNONYMS = {"A1": "AU", "T1": "TI", "CT": "TI", "N2": "AB", "Y1": "PY", "DI": "DO"}
_TAG = re.compile(r"(?!TY|ER)[A-Z][A-Z0-9]")
_DOI = re.compile(r"(?:(?:https?://(?:dx\.)?doi\.org/|doi:\s*))?(10\.\d{4,}/\S+)", re.IGNORECASE)
_RANGE = re.compile(r"([^\s,-]+)-([^\s,-]+)")
_DASH = re.compile(r"\s*[‐-–—]\s*|(?<=\w)--+(?=\w)")


def _dialect(code: str, pairs: list[Pair]) -> list[Pair]:
    """The tags of other programs as ours; first and last page as one range."""
    tags = {tag for tag, _ in pairs}
    moved = dict(_SYNONYMS)
    if code in ("BOOK", "UNPB", "UNPD"):
        moved["BT"] = "TI"
    if code in _MEETINGS and "PB" in tags and "C1" not in tags:
        moved["CY"] = "C1"  # the publisher's place: EndNote alone means that of the meeting
    found = [(moved.get(tag, tag), value) for tag, value in pairs]
    if "DO" not in tags:
        found = [("DO", value) if tag == "M3" and _DOI.fullmatch(value) else (tag, value) for tag, value in found]
    found = [(tag, _DOI.sub(r"\1", value) if tag == "DO" else value) for tag, value in found]
    return _ranged(found) if "SP" in tags else found


def _ranged(pairs: list[Pair]) -> list[Pair]:
    first = next(value for tag, value in pairs if tag == "SP")
    last = next((value for tag, value in pairs if tag == "EP"), "")
    pages = f"{first}-{last}" if last and first != last and "-" not in first else first
    used = [("SP", first), ("EP", last)] if pages != first or last == first else [("SP", first)]
    left = [pair for number, pair in enumerate(pairs) if pair not in used or pair in pairs[:number]]
    return [("SP", _DASH.sub("-", pages)), *left]


def _pages(text: str) -> list[Pair]:
    found = _RANGE.fullmatch(text)
    return [("SP", found[1]), ("EP", found[2])] if found and found[1] != found[2] else [("SP", text)]


def _date(text: str) -> list[Pair]:
    """The year, and the whole date where there is more to tell."""
    year, whole = year_of(text), slashed(text)
    return [("PY", year), ("DA", whole if len(text) > 4 and whole != f"{year}///" else "")]


def _accessed(text: str) -> str:
    return slashed(text) if edtf.point(text) and text[-1].isdigit() else ""


RIS = Form(
    prefix="ris",
    type_tag="TY",
    label="M3",
    rows=ROWS,
    codes=CODES,
    code_of=CODE_OF,
    shared=frozenset(("SN", "RN")),
    is_tag=_TAG.fullmatch,
    dialect=_dialect,
    date=_date,
    pages=_pages,
    accessed=_accessed,
)
