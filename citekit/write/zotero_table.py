"""What Zotero has for a work, and what it keeps when it imports one: facts of its schema, version 22.

An item type keeps the fields and creators that are listed for it and drops the rest without a word. What it would drop
is written into Extra as ``variable: value``, which Zotero shows, keeps, and hands to its citation processor.
"""

from __future__ import annotations

from citekit.write.types import TYPES

_ALWAYS = "abstract accessed date license title_short url"
_ARCHIVE = " archive archive_location call_number source"

KEPT: dict[str, frozenset[str]] = {
    name: frozenset(f"{_ALWAYS} {listed}".split())
    for name, listed in {
        "book": "series collection_number volume number_of_volumes edition place publisher number_of_pages isbn"
        + _ARCHIVE,
        "bookSection": "container series collection_number volume number_of_volumes edition place publisher pages isbn"
        + _ARCHIVE,
        "case": "authority document_symbol container volume pages references",
        "conferencePaper": "container event_title place publisher volume pages series doi isbn" + _ARCHIVE,
        "document": "publisher" + _ARCHIVE,
        "film": "publisher genre medium dimensions" + _ARCHIVE,
        "interview": "medium" + _ARCHIVE,
        "journalArticle": "container container_title_short volume issue pages series doi issn" + _ARCHIVE,
        "magazineArticle": "container volume issue pages issn" + _ARCHIVE,
        "manuscript": "genre place number_of_pages" + _ARCHIVE,
        "newspaperArticle": "container place edition section pages issn" + _ARCHIVE,
        "presentation": "genre event_place event_title",
        "report": "document_symbol genre series place publisher pages" + _ARCHIVE,
        "statute": "container volume document_symbol pages section chapter_number references",
        "thesis": "genre publisher place number_of_pages" + _ARCHIVE,
        "webpage": "container genre",
    }.items()
}
"""Item type → the fields it keeps, ``container`` and ``publisher`` for the main faces of theirs."""

KEPT_ROLES: dict[str, str] = {
    "book": "author contributor editor collection-editor translator",
    "bookSection": "author container-author contributor editor collection-editor translator",
    "case": "author contributor",
    "conferencePaper": "author contributor editor collection-editor translator",
    "document": "author contributor editor reviewed-author translator",
    "film": "contributor director producer script-writer",
    "interview": "author contributor interviewer translator",
    "journalArticle": "author contributor editor reviewed-author translator",
    "magazineArticle": "author contributor reviewed-author translator",
    "manuscript": "author contributor translator",
    "newspaperArticle": "author contributor reviewed-author translator",
    "presentation": "author contributor",
    "report": "author contributor collection-editor translator",
    "statute": "author contributor",
    "thesis": "author contributor",
    "webpage": "author contributor translator",
}
"""Item type → the roles it keeps, in the order that Zotero numbers its creators in."""

CREATORS = {
    "author": "author",
    "container-author": "bookAuthor",
    "performer": "castMember",
    "composer": "composer",
    "contributor": "contributor",
    "director": "director",
    "editor": "editor",
    "guest": "guest",
    "interviewer": "interviewer",
    "producer": "producer",
    "recipient": "recipient",
    "reviewed-author": "reviewedAuthor",
    "collection-editor": "seriesEditor",
    "script-writer": "scriptwriter",
    "translator": "translator",
}
"""Role → creator type."""

AUTHORS = {
    "artwork": "artist",
    "audioRecording": "performer",
    "bill": "sponsor",
    "computerProgram": "programmer",
    "interview": "interviewee",
    "map": "cartographer",
    "patent": "inventor",
    "podcast": "podcaster",
    "presentation": "presenter",
}
"""Item type → what its author is called, where it is not ``author``."""

CSL_TYPES = {
    "artwork": "graphic",
    "audioRecording": "song",
    "bill": "bill",
    "blogPost": "post-weblog",
    "book": "book",
    "bookSection": "chapter",
    "case": "legal_case",
    "computerProgram": "software",
    "conferencePaper": "paper-conference",
    "dataset": "dataset",
    "dictionaryEntry": "entry-dictionary",
    "document": "document",
    "email": "personal_communication",
    "encyclopediaArticle": "entry-encyclopedia",
    "film": "motion_picture",
    "forumPost": "post",
    "hearing": "hearing",
    "instantMessage": "personal_communication",
    "interview": "interview",
    "journalArticle": "article-journal",
    "letter": "personal_communication",
    "magazineArticle": "article-magazine",
    "manuscript": "manuscript",
    "map": "map",
    "newspaperArticle": "article-newspaper",
    "patent": "patent",
    "podcast": "broadcast",
    "preprint": "article",
    "presentation": "speech",
    "radioBroadcast": "broadcast",
    "report": "report",
    "standard": "standard",
    "statute": "legislation",
    "thesis": "thesis",
    "tvBroadcast": "broadcast",
    "videoRecording": "motion_picture",
    "webpage": "webpage",
}
"""Item type → the type of CSL that Zotero takes it for."""

BY_CSL = {csl: name for name, csl in reversed(CSL_TYPES.items())} | {
    "motion_picture": "film",
    "personal_communication": "letter",
}

READ_AS = {row.zotero: name for name, row in reversed(TYPES.items())} | {
    "bill": "legislation",
    "blogPost": "webpage",
    "dictionaryEntry": "chapter",
    "encyclopediaArticle": "chapter",
    "forumPost": "webpage",
    "hearing": "report",
    "letter": "archival",
    "preprint": "report",
    "standard": "report",
    "tvBroadcast": "film",
    "videoRecording": "film",
}
"""Item type → type; any other is ``other``. A type that is not citekit's own for it is kept as ``zotero.itemType``."""

VARIABLES = {
    "container": "container-title",
    "date": "issued",
    "document_symbol": "number",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "archive_collection": "archive_collection",
    "archive_location": "archive_location",
    "pages": "page",
    "place": "publisher-place",
    "pmcid": "PMCID",
    "pmid": "PMID",
    "series": "collection-title",
    "url": "URL",
}
"""Field → variable of CSL, where it is another word; else ``_`` is ``-``."""

NO_LINE = frozenset({"locator", "note"})
"""Fields that no line of Extra tells: a pinpoint belongs to a citation, and notes are the text of Extra itself."""

DATES = frozenset({"date", "accessed", "submitted", "event_date", "original_date", "available_date"})


def variable(field: str) -> str:
    """The CSL variable of a field."""
    return VARIABLES.get(field, field.replace("_", "-"))


def keeps(item_type: str, field: str) -> bool:
    """Whether Zotero keeps a field of an item; of a type not listed here it is taken to keep all."""
    return field in KEPT[item_type] if item_type in KEPT else field not in NO_LINE
