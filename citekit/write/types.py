"""The one table of types: what each citekit type is called in CSL, BibLaTeX, RIS and Zotero."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """A type of work and its names.

    ``label`` is the English word for a reader. ``csl`` is a type of CSL 1.0.2, ``ris`` a TY tag, ``zotero`` an item
    type. ``entries`` are BibLaTeX entry types, parted by blanks, in the order they are tried: the first whose required
    fields the work can fill is taken, the last one takes all; ``techreport`` and ``phdthesis`` are its ``report`` and
    ``thesis`` by the names that classic BibTeX knows too. ``subtype`` is the ``entrysubtype`` that tells the type
    apart from another of the same entry type.
    """

    label: str
    csl: str
    ris: str
    zotero: str
    entries: str
    subtype: str


TYPES: dict[str, Kind] = {
    "book": Kind("Book", "book", "BOOK", "book", "book collection manual", "book"),
    "chapter": Kind("Chapter", "chapter", "CHAP", "bookSection", "incollection inbook misc", "chapter"),
    "article-journal": Kind("Journal article", "article-journal", "JOUR", "journalArticle", "article misc", "journal"),
    "article-magazine": Kind(
        "Magazine article", "article-magazine", "MGZN", "magazineArticle", "article misc", "magazine"
    ),
    "article-newspaper": Kind(
        "Newspaper article", "article-newspaper", "NEWS", "newspaperArticle", "article misc", "newspaper"
    ),
    "newswire": Kind("Newswire", "article-newspaper", "NEWS", "newspaperArticle", "article misc", "newswire"),
    "report": Kind("Report", "report", "RPRT", "report", "techreport misc", "report"),
    "thesis": Kind("Thesis", "thesis", "THES", "thesis", "phdthesis misc", "thesis"),
    "conference-paper": Kind(
        "Conference paper",
        "paper-conference",
        "CONF",
        "conferencePaper",
        "inproceedings unpublished misc",
        "conference",
    ),
    "un-document": Kind("UN document", "report", "RPRT", "report", "techreport misc", "un-document"),
    "legal-case": Kind("Legal case", "legal_case", "CASE", "case", "misc", "legal-case"),
    "legislation": Kind("Legislation", "legislation", "STAT", "statute", "misc", "legislation"),
    "treaty": Kind("Treaty", "treaty", "STAT", "document", "misc", "treaty"),
    "press-release": Kind("Press release", "webpage", "ELEC", "webpage", "online misc", "press-release"),
    "speech": Kind("Speech", "speech", "SLIDE", "presentation", "incollection inbook unpublished misc", "speech"),
    "interview": Kind("Interview", "interview", "PCOMM", "interview", "misc", "interview"),
    "webpage": Kind("Web page", "webpage", "ELEC", "webpage", "online misc", "webpage"),
    "archival": Kind("Archival document", "manuscript", "MANSCPT", "manuscript", "unpublished misc", "archival"),
    "manuscript": Kind("Manuscript", "manuscript", "MANSCPT", "manuscript", "unpublished misc", "manuscript"),
    "film": Kind("Film", "motion_picture", "MPCT", "film", "misc", "film"),
    "other": Kind("Document", "document", "GEN", "document", "misc", "document"),
}
"""citekit type → its row. ``newswire`` is a newspaper article with the agency as its container."""

BY_ENTRY: dict[str, str] = {
    "article": "article-journal",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "book",
    "collection": "book",
    "commentary": "book",
    "conference": "conference-paper",
    "electronic": "webpage",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "conference-paper",
    "inreference": "chapter",
    "jurisdiction": "legal-case",
    "legal": "treaty",
    "legislation": "legislation",
    "letter": "archival",
    "manual": "book",
    "mastersthesis": "thesis",
    "misc": "other",
    "movie": "film",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "newspaper": "article-newspaper",
    "online": "webpage",
    "phdthesis": "thesis",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "article-journal",
    "standard": "report",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "film",
    "www": "webpage",
}
"""Entry type → the type it stands for when no ``entrysubtype`` says otherwise; any other is ``other``."""

BY_SUBTYPE: dict[str, str] = {kind.subtype: name for name, kind in TYPES.items()}
"""``entrysubtype`` → type."""


def kind(name: str) -> Kind:
    """The row of a type; a type the table does not know is written as ``other``."""
    return TYPES.get(name, TYPES["other"])
