"""What of a work goes where in Hayagriva: the one table of types, of fields, and of roles.

A place is the entry itself (``""``) or an entry it names as its parent: ``host`` is what the work stands in, ``series``
the series of the work or of its host, ``event`` a conference, ``original`` an earlier edition.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["formattable", "text", "number", "count", "date"]
"""``formattable`` texts have signs of their own (braces, dollars); a ``number`` may be a text, a ``count`` may not."""


class Row(NamedTuple):
    """The type of an entry and of the parent that is its host."""

    own: str
    host: str


TYPES: dict[str, Row] = {
    "book": Row("book", "book"),
    "chapter": Row("chapter", "book"),
    "article-journal": Row("article", "periodical"),
    "article-magazine": Row("article", "periodical"),
    "article-newspaper": Row("article", "newspaper"),
    "newswire": Row("article", "newspaper"),
    "report": Row("report", "periodical"),
    "thesis": Row("thesis", "book"),
    "conference-paper": Row("article", "proceedings"),
    "un-document": Row("report", "periodical"),
    "legal-case": Row("case", "periodical"),
    "legislation": Row("legislation", "anthology"),
    "treaty": Row("legislation", "anthology"),
    "press-release": Row("web", "web"),
    "speech": Row("performance", "book"),
    "interview": Row("misc", "periodical"),
    "webpage": Row("web", "web"),
    "archival": Row("manuscript", "repository"),
    "manuscript": Row("manuscript", "book"),
    "film": Row("video", "video"),
    "other": Row("misc", "periodical"),
}
"""Type → its entry. Types that share one are told apart by ``citekit``."""

BY_TYPE = {
    "article": "article-journal",
    "chapter": "chapter",
    "entry": "chapter",
    "anthos": "chapter",
    "report": "report",
    "thesis": "thesis",
    "web": "webpage",
    "scene": "film",
    "case": "legal-case",
    "legislation": "legislation",
    "manuscript": "manuscript",
    "post": "webpage",
    "tweet": "webpage",
    "performance": "speech",
    "periodical": "book",
    "proceedings": "book",
    "book": "book",
    "blog": "webpage",
    "reference": "book",
    "conference": "conference-paper",
    "anthology": "book",
    "thread": "webpage",
    "video": "film",
}
"""Type of an entry → citekit's; any other is ``other``."""

BY_HOST = {
    ("article", "newspaper"): "article-newspaper",
    ("article", "proceedings"): "conference-paper",
    ("article", "conference"): "conference-paper",
    ("article", "book"): "chapter",
    ("article", "anthology"): "chapter",
    ("article", "reference"): "chapter",
    ("article", "blog"): "webpage",
    ("article", "web"): "webpage",
    ("article", "thread"): "webpage",
    ("article", "repository"): "manuscript",
    ("manuscript", "repository"): "archival",
}
"""Types of an entry and of its host → citekit's, where the host decides."""

PARENTS = {
    "article": "periodical",
    "chapter": "book",
    "entry": "reference",
    "anthos": "anthology",
    "web": "web",
    "scene": "video",
    "artwork": "exhibition",
    "legislation": "anthology",
    "post": "post",
    "tweet": "tweet",
    "video": "video",
    "audio": "audio",
}
"""Type of an entry → that of a parent that names none; any other is ``misc``."""

ALWAYS_HOSTED = ("article", "chapter")
"""Types whose host is written even where nothing is known of it but its type, which tells theirs."""

HOSTED = (*ALWAYS_HOSTED, "entry", "anthos", "legislation")
"""Types whose host may be an anthology; that of any other entry is its series."""

BOOKS = ("book", "proceedings")
"""Types of host that the publisher, the edition and the editors are those of."""

EVENTS = ("conference", "exhibition")

FIELDS: tuple[tuple[str, str, str, Kind], ...] = (
    ("title_short", "", "title/short", "formattable"),
    ("date", "", "date", "date"),
    ("genre", "", "genre", "formattable"),
    ("edition", "book", "edition", "number"),
    ("place", "book", "publisher/location", "formattable"),
    ("authority", "", "organization", "formattable"),
    ("volume", "host", "volume", "number"),
    ("issue", "host", "issue", "number"),
    ("number_of_volumes", "host", "volume-total", "count"),
    ("pages", "", "page-range", "text"),
    ("number_of_pages", "", "page-total", "count"),
    ("document_symbol", "", "serial-number/serial", "text"),
    ("doi", "", "serial-number/doi", "text"),
    ("isbn", "host", "serial-number/isbn", "text"),
    ("issn", "host", "serial-number/issn", "text"),
    ("pmid", "", "serial-number/pmid", "text"),
    ("pmcid", "", "serial-number/pmcid", "text"),
    ("version", "", "serial-number/version", "text"),
    ("printing_number", "", "serial-number/printing", "text"),
    ("archive", "", "archive", "formattable"),
    ("archive_location", "", "archive-location", "formattable"),
    ("call_number", "", "call-number", "formattable"),
    ("abstract", "", "abstract", "formattable"),
    ("note", "", "note", "formattable"),
    ("container_title_short", "container", "title/short", "formattable"),
    ("series", "series", "title", "formattable"),
    ("collection_number", "series", "volume", "number"),
    ("event_title", "event", "title", "formattable"),
    ("event_place", "event", "location", "formattable"),
    ("event_date", "event", "date", "date"),
    ("original_title", "original", "title", "formattable"),
    ("original_publisher", "original", "publisher/name", "formattable"),
    ("original_publisher_place", "original", "publisher/location", "formattable"),
    ("original_date", "original", "date", "date"),
)
"""Field, place, path of members, kind. The place ``book`` is the host where that is a book, else the entry; ``host`` is
the entry where there is no host, and ``container`` then nothing.

``url`` and ``accessed`` are one member; every other field is a member of the entry under its own name (``part-title``),
which readers of Hayagriva let stand.
"""

OWN = (
    *("annote", "archive_collection", "archive_place", "available_date", "chapter_number", "dimensions", "division"),
    *("jurisdiction", "keyword", "license", "locator", "medium", "part_number", "part_title", "references"),
    *("reviewed_genre", "reviewed_title", "scale", "section", "source", "status", "submitted", "supplement_number"),
    "volume_title",
)
"""Fields that Hayagriva has no word for: members of the entry, ``-`` for ``_``."""

LONG = ("abstract", "annote", "note")
"""Fields whose text may have several lines."""

ALSO: tuple[tuple[str, str, str, Kind], ...] = (
    ("date", "host", "date", "date"),
    ("place", "book", "location", "formattable"),
    ("volume", "", "volume", "number"),
    ("issue", "", "issue", "number"),
    ("number_of_volumes", "", "volume-total", "count"),
    ("doi", "", "doi", "text"),
    ("isbn", "", "serial-number/isbn", "text"),
    ("isbn", "", "isbn", "text"),
    ("isbn", "host", "isbn", "text"),
    ("issn", "", "serial-number/issn", "text"),
    ("issn", "", "issn", "text"),
    ("issn", "host", "issn", "text"),
    ("title_short", "", "title/shorthand", "formattable"),
    ("container_title_short", "container", "title/shorthand", "formattable"),
)
"""Where else a field may stand; read where the place above is empty."""

PLACED_ROLES: tuple[tuple[str, str, str], ...] = (
    ("author", "", "author"),
    ("editor", "book", "editor"),
    ("container-author", "host", "author"),
    ("collection-editor", "series", "editor"),
    ("original-author", "original", "author"),
)
"""Role, place, member."""

AFFILIATED = {
    "translator": "translator",
    "compiler": "compiler",
    "composer": "composer",
    "contributor": "collaborator",
    "director": "director",
    "executive-producer": "executive-producer",
    "illustrator": "illustrator",
    "narrator": "narrator",
    "organizer": "organizer",
    "performer": "cast-member",
    "producer": "producer",
    "script-writer": "writer",
}
"""Role → that of ``affiliated``; any other role is a member of the entry under its own name."""

ORDER = (
    *("type", "title", "author", "editor", "affiliated", "date", "publisher", "location", "organization", "genre"),
    *("edition", "volume", "volume-total", "issue", "page-range", "page-total", "time-range", "runtime", "url"),
    *("serial-number", "language", "archive", "archive-location", "call-number", "abstract", "note", "parent"),
)
"""The members of an entry in the order they are written; those of other names follow, ``citekit`` is the last."""
