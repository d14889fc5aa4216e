"""DataCite (api.datacite.org, REST API, JSON:API): data sets, reports, theses and preprints with a DOI."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from citekit.model import Name
from citekit.registries.checked import Candidate
from citekit.registries.record import listed, member, person, printed_person, text, work

NAME = "DataCite"
TYPES = {"JournalArticle": "article-journal", "Book": "book", "BookChapter": "chapter", "Dissertation": "thesis"}
TYPES |= {"Report": "report", "ConferencePaper": "conference-paper", "Preprint": "manuscript"}


def by_doi(base: str, doi: str) -> tuple[str, dict[str, str]]:
    """The request for the record of a DOI."""
    return f"{base}/dois/{quote(doi, safe='/')}", {}


def read(reply: object) -> list[Candidate] | None:
    """The records of a reply, one or many; None where it is no reply of DataCite's."""
    data = member(reply, "data")
    items = data if isinstance(data, list) else [data]
    if not isinstance(reply, Mapping) or data is None or not all(isinstance(one, Mapping) for one in items):
        return None
    return [candidate(member(one, "attributes")) for one in items if isinstance(member(one, "attributes"), Mapping)]


def candidate(item: Mapping[str, Any]) -> Candidate:
    """A record of DataCite's."""
    year = text(item.get("publicationYear"))
    published = next(
        (text(member(one, "relatedIdentifier")).lower() for one in listed(item.get("relatedIdentifiers"))
         if member(one, "relationType") == "IsPreprintOf" and member(one, "relatedIdentifierType") == "DOI"),
        "",
    )  # fmt: skip
    found = work(
        TYPES.get(text(member(item, "types", "resourceTypeGeneral")), "other"),
        text(member(next(iter(listed(item.get("titles"))), None), "title")),
        _names(item),
        text(member(item, "container", "title")),
        date=year,
        volume=text(member(item, "container", "volume")),
        doi=text(item.get("doi")).lower(),
        publisher=text(item.get("publisher")) or text(member(item, "publisher", "name")),
    )
    return Candidate(found, NAME, frozenset({year} - {""}), published=published)


def _names(item: Mapping[str, Any]) -> Iterator[Name]:
    for one in listed(item.get("creators")):
        family, name = text(member(one, "familyName")), text(member(one, "name"))
        if member(one, "nameType") == "Organizational":
            yield Name(literal=name)
        else:
            yield person(family, text(member(one, "givenName"))) if family else printed_person(name)
