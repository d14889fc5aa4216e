"""What of a work goes where in MODS 3.7: the one table of fields, of types, and of roles.

A path that begins with ``*`` leads into the host (``relatedItem[@type='host']``) of a work that stands in one.
"""

from __future__ import annotations

from typing import NamedTuple

HOST = "relatedItem[@type='host']"

FIELDS: tuple[tuple[str, str], ...] = (
    ("genre", "genre[!authority]"),
    ("edition", "originInfo/edition"),
    ("place", "originInfo/place/placeTerm[@type='text']"),
    ("date", "originInfo/dateIssued"),
    ("submitted", "originInfo/dateOther[@type='submitted']"),
    ("available_date", "originInfo/dateOther[@type='available']"),
    ("event_date", "originInfo/dateOther[@type='event']"),
    ("medium", "physicalDescription/form[@type='medium']"),
    ("number_of_pages", "physicalDescription/extent[@unit='pages']"),
    ("number_of_volumes", "physicalDescription/extent[@unit='volumes']"),
    ("dimensions", "physicalDescription/extent[@unit='dimensions']"),
    ("abstract", "abstract"),
    ("note", "note[!type]"),
    ("annote", "note[@type='annotation']"),
    ("authority", "note[@type='authority']"),
    ("division", "note[@type='division']"),
    ("jurisdiction", "note[@type='jurisdiction']"),
    ("event_title", "note[@type='event title']"),
    ("event_place", "note[@type='venue']"),
    ("locator", "note[@type='locator']"),
    ("references", "note[@type='references']"),
    ("status", "note[@type='publication status']"),
    ("version", "note[@type='version identification']"),
    ("scale", "subject/cartographics/scale"),
    ("title_short", "titleInfo[@type='abbreviated']/title"),
    ("part_number", "titleInfo[!type]/partNumber"),
    ("part_title", "titleInfo[!type]/partName"),
    ("container_title_short", f"{HOST}/titleInfo[@type='abbreviated']/title"),
    ("series", "relatedItem[@type='series']/titleInfo/title"),
    ("collection_number", "relatedItem[@type='series']/titleInfo/partNumber"),
    ("original_title", "relatedItem[@type='original']/titleInfo/title"),
    ("original_publisher", "relatedItem[@type='original']/originInfo/publisher"),
    ("original_publisher_place", "relatedItem[@type='original']/originInfo/place/placeTerm[@type='text']"),
    ("original_date", "relatedItem[@type='original']/originInfo/dateIssued"),
    ("reviewed_title", "relatedItem[@type='reviewOf']/titleInfo/title"),
    ("reviewed_genre", "relatedItem[@type='reviewOf']/genre"),
    ("call_number", "classification"),
    ("isbn", "*identifier[@type='isbn']"),
    ("issn", "*identifier[@type='issn']"),
    ("doi", "identifier[@type='doi']"),
    ("pmid", "identifier[@type='pmid']"),
    ("pmcid", "identifier[@type='pmc']"),
    ("archive", "location/physicalLocation[!type]"),
    ("archive_collection", "location/physicalLocation[@type='collection']"),
    ("archive_place", "location/physicalLocation[@type='place']"),
    ("archive_location", "location/shelfLocator"),
    ("url", "location/url"),
    ("accessed", "location/url/@dateLastAccessed"),
    ("license", "accessCondition[@type='use and reproduction']"),
    ("volume", "*part/detail[@type='volume']/number"),
    ("volume_title", "*part/detail[@type='volume']/title"),
    ("issue", "*part/detail[@type='issue']/number"),
    ("document_symbol", "part/detail[@type='number']/number"),
    ("chapter_number", "*part/detail[@type='chapter']/number"),
    ("section", "*part/detail[@type='section']/number"),
    ("supplement_number", "*part/detail[@type='supplement']/number"),
    ("printing_number", "*part/detail[@type='printing']/number"),
    ("source", "recordInfo/recordContentSource"),
)
"""Field → where its value stands, in the order it is written. ``pages`` and ``keyword`` are several elements."""

DATES = ("date", "submitted", "available_date", "event_date", "original_date")
LONG = ("abstract", "annote", "note")
"""Fields whose text may have several lines."""

ALSO: tuple[tuple[str, str], ...] = (
    ("date", f"{HOST}/originInfo/dateIssued"),
    ("date", "originInfo/copyrightDate"),
    ("date", "originInfo/dateCreated"),
    ("date", "*part/date"),
    ("place", f"{HOST}/originInfo/place/placeTerm[@type='text']"),
    ("place", "originInfo/place/placeTerm[!type]"),
    ("edition", f"{HOST}/originInfo/edition"),
    ("series", f"{HOST}/{HOST}/titleInfo[!type]/title"),
    ("document_symbol", "identifier[@type='un-symbol']"),
    ("document_symbol", "identifier[@type='report number']"),
    ("doi", "identifier[@type='DOI']"),
    ("isbn", "identifier[@type='ISBN']"),
    ("number_of_pages", "physicalDescription/extent[!unit]"),
    ("medium", "physicalDescription/form[!type]"),
)
"""Where other programs write a field; read where the place above is empty."""

RELATED: tuple[tuple[str, str], ...] = (
    ("container-author", HOST),
    ("original-author", "relatedItem[@type='original']"),
    ("reviewed-author", "relatedItem[@type='reviewOf']"),
)
"""Role of the author of a related work → where that work stands."""

RELATORS = {
    "author": "aut",
    "editor": "edt",
    "translator": "trl",
    "compiler": "com",
    "composer": "cmp",
    "contributor": "ctb",
    "curator": "cur",
    "director": "drt",
    "editorial-director": "edd",
    "host": "hst",
    "illustrator": "ill",
    "interviewer": "ivr",
    "narrator": "nrt",
    "organizer": "orm",
    "performer": "prf",
    "producer": "pro",
    "recipient": "rcp",
    "script-writer": "aus",
}
"""Role → its code in the MARC list of relators; a role without one is written as a text."""

ROLES_READ = {"cre": "author", "creator": "author", "ive": "author", "interviewee": "author", "dir": "director"}
"""Other codes and words for a role."""


class Genre(NamedTuple):
    """The genre terms of a type, ``authority:term`` parted by ``;``: its own, and those of the host it stands in."""

    own: str
    host: str = ""


_ARTICLE = "marcgt:article"
_MISC = ";bibutilsgt:miscellaneous"

GENRES: dict[str, Genre] = {
    "book": Genre("marcgt:book"),
    "chapter": Genre("bibutilsgt:book chapter", "marcgt:book"),
    "article-journal": Genre(_ARTICLE, "marcgt:periodical;bibutilsgt:academic journal"),
    "article-magazine": Genre(_ARTICLE, "bibutilsgt:magazine"),
    "article-newspaper": Genre(_ARTICLE, "marcgt:newspaper"),
    "newswire": Genre(_ARTICLE, "marcgt:newspaper"),
    "report": Genre("marcgt:technical report"),
    "thesis": Genre("marcgt:thesis"),
    "conference-paper": Genre("", "marcgt:conference publication"),
    "un-document": Genre("marcgt:technical report"),
    "legal-case": Genre("marcgt:legal case and case notes" + _MISC),
    "legislation": Genre("marcgt:legislation" + _MISC),
    "treaty": Genre("marcgt:treaty" + _MISC),
    "press-release": Genre("bibutilsgt:electronic"),
    "speech": Genre("marcgt:speech" + _MISC),
    "interview": Genre("marcgt:interview" + _MISC),
    "webpage": Genre("marcgt:web site;bibutilsgt:electronic"),
    "archival": Genre("bibutilsgt:manuscript"),
    "manuscript": Genre("bibutilsgt:manuscript"),
    "film": Genre("marcgt:motion picture" + _MISC),
    "other": Genre("bibutilsgt:miscellaneous"),
}
"""Type → its genres; beside them stand Zotero's word (``authority="local"``) and citekit's own."""

BY_HOST = {
    "newspaper": "article-newspaper",
    "magazine": "article-magazine",
    "academic journal": "article-journal",
    "journal": "article-journal",
    "periodical": "article-journal",
    "conference publication": "conference-paper",
    "book": "chapter",
    "collection": "chapter",
}
"""Genre of the host → type of what stands in it; read first."""

BY_TERM = {
    "book": "book",
    "book chapter": "chapter",
    "journal article": "article-journal",
    "article": "article-journal",
    "magazine article": "article-magazine",
    "newspaper article": "article-newspaper",
    "technical report": "report",
    "report": "report",
    "government publication": "report",
    "thesis": "thesis",
    "theses": "thesis",
    "ph.d. thesis": "thesis",
    "masters thesis": "thesis",
    "conference publication": "conference-paper",
    "legal case and case notes": "legal-case",
    "legislation": "legislation",
    "treaty": "treaty",
    "speech": "speech",
    "interview": "interview",
    "web site": "webpage",
    "web page": "webpage",
    "electronic": "webpage",
    "manuscript": "manuscript",
    "unpublished": "manuscript",
    "motion picture": "film",
    "videorecording": "film",
    "miscellaneous": "other",
}
"""Genre of the work → type."""

ORDER = (
    *("titleInfo", "name", "typeOfResource", "genre", "originInfo", "language", "physicalDescription", "abstract"),
    *(
        "tableOfContents",
        "targetAudience",
        "note",
        "subject",
        "classification",
        "relatedItem",
        "identifier",
        "location",
    ),
    *("accessCondition", "part", "recordInfo", "extension"),
)
"""The elements of a record in the order they are written."""
