"""Crossref (api.crossref.org, REST API): articles, proceedings, chapters, books with a DOI; notices of retraction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from citekit.model import Name, Work
from citekit.registries.checked import Candidate, Notice
from citekit.registries.record import date_of, listed, member, person, text, work

NAME = "Crossref"
TYPES = {
    "journal-article": "article-journal",
    "proceedings-article": "conference-paper",
    "book-chapter": "chapter",
    **dict.fromkeys(("book", "monograph", "edited-book", "reference-book"), "book"),
    "dissertation": "thesis",
    "report": "report",
    "posted-content": "manuscript",
    "reference-entry": "chapter",
}
_SELECT = "DOI,title,subtitle,author,editor,issued,published-print,published-online,container-title,volume,issue,page"
_SELECT += ",type,publisher,ISBN,update-to,updated-by,relation,score"
_ROWS = "5"
_DATES = ("issued", "published-print", "published-online", "published")
_KINDS = {
    **dict.fromkeys(("retraction", "partial_retraction", "withdrawal", "removal"), "retraction"),
    **dict.fromkeys(("correction", "erratum", "corrigendum", "addendum", "clarification"), "correction"),
    "expression_of_concern": "concern",
}


def by_doi(base: str, doi: str) -> tuple[str, dict[str, str]]:
    """The request for the record of a DOI."""
    return f"{base}/works/{quote(doi, safe='')}", {}


def by_words(base: str, wanted: Work) -> tuple[str, dict[str, str]]:
    """The request for records like a work."""
    said = [wanted.title.display, wanted.container.display, wanted.year]
    params = {"query.bibliographic": " ".join(filter(None, said)), "rows": _ROWS, "select": _SELECT}
    family = next((name.family or name.literal for name in wanted.author), "")
    return f"{base}/works", params | ({"query.author": family} if family else {})


def updates(base: str, doi: str) -> tuple[str, dict[str, str]] | None:
    """The request for the notices on a DOI; None where it holds a comma, which the filter cannot take."""
    if "," in doi:
        return None
    return f"{base}/works", {"filter": f"updates:{doi}", "rows": "20", "select": "DOI,update-to,type"}


def read(reply: object) -> list[Candidate] | None:
    """The records of a reply, one or many; None where it is no reply of Crossref's."""
    message = member(reply, "message")
    if member(reply, "status") != "ok" or not isinstance(message, Mapping):
        return None
    items = message.get("items") if "items" in message else [message]
    if not isinstance(items, list):
        return None
    return [candidate(item) for item in items if isinstance(item, Mapping) and (item.get("title") or item.get("DOI"))]


def candidate(item: Mapping[str, Any]) -> Candidate:
    """A record of Crossref's."""
    dates = [date for name in _DATES if (date := date_of(member(item, name, "date-parts")))]
    printed = date_of(member(item, "published-print", "date-parts"))
    title, subtitle = text(item.get("title")), text(item.get("subtitle"))
    if subtitle and subtitle.casefold() not in title.casefold():
        title = f"{title}: {subtitle}"
    found = work(
        TYPES.get(text(item.get("type")), "other"),
        title,
        list(_names(item.get("author"))) or list(_names(item.get("editor"))),
        text(item.get("container-title")),
        date=printed or (dates[0] if dates else ""),
        volume=text(item.get("volume")),
        issue=text(item.get("issue")),
        pages=text(item.get("page")) or text(item.get("article-number")),
        doi=text(item.get("DOI")).lower(),
        isbn=text(item.get("ISBN")),
        publisher=text(item.get("publisher")),
    )
    return Candidate(found, NAME, frozenset(date[:4] for date in dates), tuple(_notices(item)), _published(item))


def _names(values: object) -> Iterator[Name]:
    for one in listed(values):
        family = text(member(one, "family"))
        yield person(family, text(member(one, "given"))) if family else Name(literal=text(member(one, "name")))


def _notices(item: Mapping[str, Any]) -> Iterator[Notice]:
    """What was said of the work later (``updated-by``, in which Retraction Watch's data stand)."""
    for one in listed(item.get("updated-by")):
        kind = _KINDS.get(text(member(one, "type")))
        if kind:
            yield Notice(kind, text(member(one, "DOI")).lower(), date_of(member(one, "updated", "date-parts")))


def read_updates(reply: object, doi: str) -> list[Notice] | None:
    """The notices that say they update a DOI; None where the reply is none of Crossref's."""
    items = member(reply, "message", "items")
    if member(reply, "status") != "ok" or not isinstance(items, list):
        return None
    return [
        Notice(_KINDS[kind], text(member(item, "DOI")).lower(), date_of(member(update, "updated", "date-parts")))
        for item in items
        for update in listed(member(item, "update-to"))
        if text(member(update, "DOI")).lower() == doi and (kind := text(member(update, "type"))) in _KINDS
    ]


def _published(item: Mapping[str, Any]) -> str:
    """The DOI of the version of which this is the preprint."""
    versions = listed(member(item, "relation", "is-preprint-of"))
    return next((text(member(one, "id")).lower() for one in versions if member(one, "id-type") == "doi"), "")
