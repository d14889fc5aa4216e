"""What of an item goes where in Zotero's RDF: its vocabularies, and the one table of fields and nodes.

A path that begins with ``*`` leads into the container of an item that has one (``dcterms:isPartOf/bib:Journal``).
"""

from __future__ import annotations

NAMESPACES = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.zotero.org/namespaces/export#": "z",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/link/": "link",
    "http://purl.org/net/biblio#": "bib",
    "http://xmlns.com/foaf/0.1/": "foaf",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://prismstandard.org/namespaces/1.2/basic/": "prism",
    "http://nwalsh.com/rdf/vCard#": "vcard",
}

NODES = {
    "artwork": "bib:Illustration",
    "audioRecording": "bib:Recording",
    "bill": "bib:Legislation",
    "blogPost": "bib:Document",
    "book": "bib:Book",
    "bookSection": "bib:BookSection",
    "case": "bib:Document",
    "computerProgram": "bib:Data",
    "email": "bib:Letter",
    "film": "bib:MotionPicture",
    "forumPost": "bib:Document",
    "hearing": "bib:Report",
    "instantMessage": "bib:Letter",
    "interview": "bib:Interview",
    "journalArticle": "bib:Article",
    "letter": "bib:Letter",
    "magazineArticle": "bib:Article",
    "manuscript": "bib:Manuscript",
    "map": "bib:Image",
    "newspaperArticle": "bib:Article",
    "patent": "bib:Patent",
    "podcast": "bib:Recording",
    "presentation": "bib:ConferenceProceedings",
    "radioBroadcast": "bib:Recording",
    "report": "bib:Report",
    "statute": "bib:Legislation",
    "thesis": "bib:Thesis",
    "tvBroadcast": "bib:Recording",
    "videoRecording": "bib:Recording",
    "webpage": "bib:Document",
}
"""Item type → the node it is; ``rdf:Description`` for any other."""

CONTAINERS = {
    "blogPost": "z:Blog",
    "bookSection": "bib:Book",
    "case": "bib:CourtReporter",
    "conferencePaper": "bib:Journal",
    "dictionaryEntry": "bib:Book",
    "encyclopediaArticle": "bib:Book",
    "forumPost": "z:Forum",
    "journalArticle": "bib:Journal",
    "magazineArticle": "bib:Periodical",
    "newspaperArticle": "bib:Newspaper",
    "webpage": "z:Website",
}
"""Item type → the node of its container; a container of any other is ``z:code`` or ``z:publicationTitle``."""

BY_CONTAINER = {
    "bib:Journal": "journalArticle",
    "bib:Periodical": "magazineArticle",
    "bib:Newspaper": "newspaperArticle",
    "bib:CourtReporter": "case",
    "bib:Book": "bookSection",
    "z:Blog": "blogPost",
    "z:Forum": "forumPost",
    "z:Website": "webpage",
}
"""Node of a container → the item type that has one, for items that do not say their type."""

PART = "dcterms:isPartOf"

FIELDS: tuple[tuple[str, str], ...] = (
    ("url", "dc:identifier/dcterms:URI/rdf:value"),
    ("call_number", "dc:subject/dcterms:LCC/rdf:value"),
    ("publisher", "dc:publisher/foaf:Organization/foaf:name"),
    ("place", "dc:publisher/foaf:Organization/vcard:adr/vcard:Address/vcard:locality"),
    ("title", "dc:title"),
    ("abstract", "dcterms:abstract"),
    ("date", "dc:date"),
    ("language", "z:language"),
    ("title_short", "z:shortTitle"),
    ("container_title_short", "*dcterms:alternative"),
    ("volume", "*prism:volume"),
    ("issue", "*prism:number"),
    ("document_symbol", "z:number"),
    ("pages", "bib:pages"),
    ("edition", "prism:edition"),
    ("number_of_pages", "z:numPages"),
    ("number_of_volumes", "z:numberOfVolumes"),
    ("genre", "z:type"),
    ("medium", "z:medium"),
    ("dimensions", "z:runningTime"),
    ("authority", "z:authority"),
    ("chapter_number", "z:session"),
    ("references", "z:history"),
    ("scale", "z:scale"),
    ("status", "z:status"),
    ("submitted", "z:filingDate"),
    ("version", "z:versionNumber"),
    ("source", "z:libraryCatalog"),
    ("archive", "z:archive"),
    ("archive_location", "dc:coverage"),
    ("accessed", "dcterms:dateSubmitted"),
    ("license", "dc:rights"),
)
"""Field → where it stands, in the order it is written; series, section, event and numbers of books have nodes."""

ALSO: tuple[tuple[str, str], ...] = (
    ("abstract", "bib:abstract"),
    ("call_number", "dc:subject/dcterms:DDC/rdf:value"),
    ("document_symbol", "prism:number"),
    ("document_symbol", "z:reportNumber"),
    ("event_title", "z:meetingName"),
    ("event_title", "z:conferenceName"),
    ("genre", "dc:type"),
    ("genre", "z:genre"),
    ("genre", "z:reportType"),
    ("genre", "z:thesisType"),
    ("medium", "dcterms:medium"),
    ("language", "dc:language"),
    ("publisher", "dc:publisher"),
    ("place", "z:place"),
    ("series", "z:seriesTitle"),
    ("dimensions", "z:artworkSize"),
    ("container", "z:code"),
    ("container", "z:publicationTitle"),
    ("container", "z:bookTitle"),
    ("container", "z:proceedingsTitle"),
    ("volume", "z:codeNumber"),
    ("version", "z:version"),
)
"""Where other versions of Zotero write a field; read where the place above is empty."""

IDENTIFIERS = {"isbn": "ISBN", "issn": "ISSN", "doi": "DOI"}
"""Field → the word before its value in a ``dc:identifier``."""
