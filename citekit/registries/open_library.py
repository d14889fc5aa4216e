"""Open Library (openlibrary.org, search API): books, by ISBN or by title and author."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from citekit.model import Work
from citekit.registries.checked import Candidate
from citekit.registries.record import listed, member, printed_person, text, work

NAME = "Open Library"
_FIELDS = "title,subtitle,author_name,first_publish_year,publish_year,isbn,publisher"


def by_isbn(base: str, isbn: str) -> tuple[str, dict[str, str]]:
    """The request for the editions of an ISBN."""
    return f"{base}/search.json", {"q": f"isbn:{isbn}", "fields": _FIELDS, "limit": "3"}


def by_words(base: str, wanted: Work) -> tuple[str, dict[str, str]]:
    """The request for books like a work; the title without its subtitle, as the catalogue has it."""
    params = {"title": wanted.title.display.partition(":")[0].strip(), "fields": _FIELDS, "limit": "5"}
    family = next((name.family or name.literal for name in wanted.author), "")
    return f"{base}/search.json", params | ({"author": family} if family else {})


def read(reply: object) -> list[Candidate] | None:
    """The records of a reply; None where it is no reply of Open Library's."""
    docs = member(reply, "docs")
    if not isinstance(docs, list):
        return None
    return [candidate(one) for one in docs if isinstance(one, Mapping) and one.get("title")]


def candidate(item: Mapping[str, Any]) -> Candidate:
    """A record of Open Library's: a work with the years of all its editions."""
    title, subtitle = text(item.get("title")), text(item.get("subtitle"))
    years = [text(one) for one in (item.get("first_publish_year"), *listed(item.get("publish_year")))]
    found = work(
        "book",
        f"{title}: {subtitle}" if subtitle and subtitle not in title else title,
        [printed_person(text(one)) for one in listed(item.get("author_name"))],
        date=years[0] if years else "",
        isbn=" ".join(text(one) for one in listed(item.get("isbn"))[:40]),
    )
    return Candidate(found, NAME, frozenset(years) - {""})
