"""OpenAlex (api.openalex.org): works of all kinds, and whether they were retracted; a key from the environment."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from citekit.model import Name, Work
from citekit.registries.checked import Candidate, Notice
from citekit.registries.record import listed, member, printed_person, text, work

NAME = "OpenAlex"
KEY = "OPENALEX_API_KEY"
TYPES = {
    "article": "article-journal",
    "book": "book",
    "book-chapter": "chapter",
    "dissertation": "thesis",
    "report": "report",
    "preprint": "manuscript",
}
_SELECT = "id,doi,title,authorships,publication_year,publication_date,primary_location,biblio,type,is_retracted"


def by_doi(base: str, doi: str) -> tuple[str, dict[str, str]]:
    """The request for the record of a DOI."""
    return f"{base}/works/doi:{quote(doi, safe='/')}", _with_key({"select": _SELECT})


def by_words(base: str, wanted: Work) -> tuple[str, dict[str, str]]:
    """The request for records like a work."""
    words = "".join(char if char.isalnum() else " " for char in wanted.title.display)
    return f"{base}/works", _with_key({"search": " ".join(words.split()), "per-page": "5", "select": _SELECT})


def _with_key(params: dict[str, str]) -> dict[str, str]:
    key = os.environ.get(KEY, "")
    return params | ({"api_key": key} if key else {})


def read(reply: object) -> list[Candidate] | None:
    """The records of a reply, one or many; None where it is no reply of OpenAlex's."""
    if not isinstance(reply, Mapping):
        return None
    if "results" in reply:
        items = reply["results"]
        if not isinstance(items, list):
            return None
        return [candidate(one) for one in items if isinstance(one, Mapping) and one.get("title")]
    return [candidate(reply)] if reply.get("id") and reply.get("title") else None


def candidate(item: Mapping[str, Any]) -> Candidate:
    """A record of OpenAlex's."""
    year = text(item.get("publication_year"))
    first, last = text(member(item, "biblio", "first_page")), text(member(item, "biblio", "last_page"))
    found = work(
        TYPES.get(text(item.get("type")), "other"),
        text(item.get("title")),
        _names(item),
        text(member(item, "primary_location", "source", "display_name")),
        date=text(item.get("publication_date")) or year,
        volume=text(member(item, "biblio", "volume")),
        issue=text(member(item, "biblio", "issue")),
        pages="-".join(dict.fromkeys(filter(None, (first, last)))),
        doi=text(item.get("doi")).lower().removeprefix("https://doi.org/"),
    )
    notices = (Notice("retraction"),) if item.get("is_retracted") is True else ()
    return Candidate(found, NAME, frozenset({year} - {""}), notices)


def _names(item: Mapping[str, Any]) -> Iterator[Name]:
    for one in listed(item.get("authorships")):
        yield printed_person(text(member(one, "author", "display_name")))
