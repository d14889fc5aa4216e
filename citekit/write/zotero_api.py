"""Items as Zotero's own interface and its plugins tell them, in JSON with an ``itemType``, read like its RDF.

The members of an item, or of its ``data``, are the fields of Zotero by their names; each type has names of its own for
some (``bookTitle``, ``university``), which mean the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from citekit.model import Finding
from citekit.write.latex import even
from citekit.write.xml_write import legal
from citekit.write.zotero_item import LONG, Item
from citekit.write.zotero_table import AUTHORS, CREATORS

PREFIX = "zotero."

NAMES: dict[str, str] = {
    name: field
    for field, names in {
        "abstract": "abstractNote",
        "accessed": "accessDate",
        "archive": "archive",
        "archive_location": "archiveLocation",
        "authority": "authority court legislativeBody issuingAuthority organization",
        "call_number": "callNumber",
        "chapter_number": "session",
        "collection_number": "seriesNumber",
        "container": "publicationTitle bookTitle proceedingsTitle encyclopediaTitle dictionaryTitle blogTitle"
        " forumTitle websiteTitle programTitle reporter code",
        "container_title_short": "journalAbbreviation",
        "date": "date dateDecided dateEnacted issueDate",
        "dimensions": "runningTime artworkSize",
        "document_symbol": "number reportNumber billNumber docketNumber documentNumber publicLawNumber patentNumber"
        " episodeNumber archiveID identifier",
        "doi": "DOI",
        "edition": "edition",
        "event_title": "conferenceName meetingName",
        "genre": "type reportType thesisType letterType manuscriptType mapType postType presentationType websiteType"
        " genre",
        "isbn": "ISBN",
        "issn": "ISSN",
        "issue": "issue",
        "language": "language",
        "license": "rights",
        "medium": "medium artworkMedium audioFileType audioRecordingFormat interviewMedium videoRecordingFormat format",
        "number_of_pages": "numPages",
        "number_of_volumes": "numberOfVolumes",
        "pages": "pages codePages firstPage",
        "place": "place repositoryLocation",
        "publisher": "publisher company distributor institution label network repository studio university",
        "references": "history references",
        "scale": "scale",
        "section": "section committee",
        "series": "series seriesTitle",
        "source": "libraryCatalog",
        "status": "status legalStatus",
        "submitted": "filingDate",
        "title": "title caseName nameOfAct subject",
        "title_short": "shortTitle",
        "url": "url",
        "version": "versionNumber",
        "volume": "volume codeNumber codeVolume reporterVolume",
    }.items()
    for name in names.split()
}
"""Field of Zotero → field."""

_READ = ("itemType", "creators", "tags", "extra", "key", "citationKey")
_PLACES = {"presentation": "event_place"}
_ROLES = {creator: role for role, creator in CREATORS.items()}


def is_api(entry: object) -> bool:
    """Whether an entry is such an item, an attachment or a note."""
    return isinstance(entry, dict) and isinstance(_data(entry).get("itemType"), str)


def _data(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    data = entry.get("data")
    return data if isinstance(data, dict) else entry


def no_work(entry: Mapping[str, Any]) -> Finding | None:
    """A finding that keeps an attachment, a note or an annotation, which is no work."""
    kind = _data(entry)["itemType"]
    if kind not in ("attachment", "note", "annotation"):
        return None
    message = f"The file holds {'a note' if kind == 'note' else f'an {kind}'} that is no work; it is kept here."
    return Finding("RD126", message, "info", text=json.dumps(entry), help="Nothing, if only the works are wanted.")


def key_of(entry: Mapping[str, Any]) -> str:
    """The citation key of an item, or else the key that Zotero gave it."""
    found = (_data(entry).get(name) for name in ("citationKey", "key"))
    return next((even(key) for key in found if isinstance(key, str) and even(key)), "")


def item_of_api(entry: Mapping[str, Any]) -> Item:
    """The item that an entry tells."""
    data = _data(entry)
    item_type = str(data["itemType"])
    fields: dict[str, str] = {}
    unknown: dict[str, str] = {}
    for name, value in data.items():
        field = NAMES.get(name, "")
        field = _PLACES.get(item_type, field) if field == "place" else field
        text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
        if field and field not in fields and even(text):
            fields[field] = legal(text) if field in LONG else even(text)
        elif name not in _READ and value not in (None, "", [], {}):
            unknown[name] = text or json.dumps(value, sort_keys=True)
    people = _people(data, item_type, unknown)
    tags = [tag.get("tag", "") if isinstance(tag, dict) else tag for tag in _list(data, "tags")]
    extra = data.get("extra")
    return Item(
        item_type,
        fields,
        people,
        tuple(even(tag) for tag in tags if isinstance(tag, str) and even(tag)),
        legal(extra) if isinstance(extra, str) else "",
        unknown=unknown,
    )


def _list(data: Mapping[str, Any], name: str) -> list[Any]:
    found = data.get(name)
    return found if isinstance(found, list) else []


def _people(data: Mapping[str, Any], item_type: str, unknown: dict[str, str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """The creators by role; those of roles that citekit has no word for are kept."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    odd = []
    roles = _ROLES | {AUTHORS.get(item_type, "author"): "author"}
    for creator in _list(data, "creators"):
        told = creator if isinstance(creator, dict) else {}
        parts = [
            even(told[name]) if isinstance(told.get(name), str) else "" for name in ("lastName", "firstName", "name")
        ]
        role = roles.get(str(told.get("creatorType", "author")), "")
        if role and any(parts):
            last = parts[0] or parts[2] or parts[1]
            found[role] = (*found.get(role, ()), (last, parts[1] if parts[0] else ""))
        else:
            odd.append(creator)
    if odd:
        unknown["creators"] = json.dumps(odd, sort_keys=True)
    return found
