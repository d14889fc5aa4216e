"""arXiv (export.arxiv.org, API in Atom): preprints by their number."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ParseError, XMLParser

from citekit.registries.checked import Candidate
from citekit.registries.record import printed_person, text, work

NAME = "arXiv"
PAUSE = 3.0
"""Seconds between two requests, as arXiv asks of those who use its API."""

_ID = re.compile(
    r"(?:arxiv[:/ .]|abs/|^)\s*(?P<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.IGNORECASE
)
_DOI = re.compile(r"10\.48550/arxiv\.(?P<id>\S+)", re.IGNORECASE)
_ATOM, _ARXIV = "{http://www.w3.org/2005/Atom}", "{http://arxiv.org/schemas/atom}"


def number_in(value: str) -> str:
    """The number of a preprint in an address, a DOI or a field: ``1706.03762``; empty where there is none."""
    found = _DOI.search(value) or _ID.search(value)
    return re.sub(r"v\d+$", "", found["id"]) if found else ""


def by_number(base: str, number: str) -> tuple[str, dict[str, str]]:
    """The request for a preprint."""
    return f"{base}/api/query", {"id_list": number, "max_results": "1"}


def read(reply: str) -> list[Candidate] | None:
    """The preprints of a reply; None where it is no Atom of arXiv's."""
    parser = XMLParser()  # noqa: S314 - entities are refused below: expat expands none that a DOCTYPE would define
    if "<!DOCTYPE" in reply or "<!ENTITY" in reply:
        return None
    try:
        parser.feed(reply)
        root = parser.close()
    except ParseError:
        return None
    if root.tag != f"{_ATOM}feed":
        return None
    return [candidate(entry) for entry in root.iter(f"{_ATOM}entry") if "/api/errors" not in _said(entry, "id")]


def candidate(entry: Element) -> Candidate:
    """A preprint of arXiv's."""
    published = _said(entry, "published")[:10]
    doi = text(entry.findtext(f"{_ARXIV}doi") or "").lower()
    found = work(
        "manuscript",
        _said(entry, "title"),
        [printed_person(text(one.findtext(f"{_ATOM}name") or "")) for one in entry.iter(f"{_ATOM}author")],
        date=published,
    )
    years = frozenset({published[:4], _said(entry, "updated")[:4]} - {""})
    return Candidate(found, NAME, years, published=doi)


def _said(entry: Element, name: str) -> str:
    return text(entry.findtext(f"{_ATOM}{name}") or "")
