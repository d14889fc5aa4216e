"""The addresses of one entry of a library: its fields for URL, DOI and handle whole, and those in its other fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from citekit.model import Work
from citekit.online.links import Link, find
from citekit.online.links.identifiers import clean_doi, clean_handle
from citekit.online.links.link import Sort
from citekit.online.links.trim import trimmed

_MAY_HOLD = re.compile(r"http|www\.|10\.\d{4}|hdl|ftp:", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[:/?#]|$)")
_RESOLVER = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*10\.", re.IGNORECASE)
_HANDLES = re.compile(r"(?:https?://)?hdl\.handle\.net/|hdl:", re.IGNORECASE)
_URLS = frozenset({"url", "howpublished", "archive_url"})
_IDENTIFIERS = frozenset({"hdl", "handle"})


def of_work(work: Work, source: str) -> Iterator[Link]:
    """The links of a work of a loaded library."""
    texts = {**work.fields, **work.extra}
    dates = {"accessed": work.fields.get("accessed", ""), "published": work.fields.get("date", "")}
    yield from of_fields(work.key, texts, source, **dates)


def of_fields(
    key: str, fields: Mapping[str, str], source: str, *, accessed: str = "", published: str = ""
) -> Iterator[Link]:
    """The links of an entry, each address once though a DOI stand in two of its fields."""
    seen: set[tuple[Sort, str]] = set()
    for name, value in fields.items():
        for link in _of_field(name, value):
            told = (link.sort, link.forms[0].casefold())
            if told not in seen:
                seen.add(told)
                yield Link(
                    link.sort,
                    link.forms,
                    link.printed,
                    source,
                    key,
                    name,
                    accessed=accessed,
                    published=published,
                    trimmed=link.trimmed,
                )


def _of_field(name: str, value: str) -> Iterator[Link]:
    plain = value.strip()
    lower = name.casefold().rpartition(".")[2]
    if lower == "doi" and plain:
        # what is no DOI at all is told as that: asked, it is unregistered
        yield Link("doi", (clean_doi(plain) or plain,), plain)
    elif lower in _IDENTIFIERS and (handle := clean_handle(plain)):
        yield Link("handle", (handle,), plain)
    elif lower == "url" and plain:
        yield from _of_url(plain)
    elif _MAY_HOLD.search(plain):
        for spot in find(plain):
            yield Link(spot.sort, spot.forms, plain[spot.start : spot.end])


def _of_url(plain: str) -> Iterator[Link]:
    """The links in a field that is meant to be an address: one, several, or one torn by blanks."""
    if _RESOLVER.match(plain) and (doi := clean_doi(plain)):
        yield Link("doi", (doi,), plain)
        return
    if _HANDLES.match(plain) and (handle := clean_handle(plain)):
        yield Link("handle", (handle,), plain)
        return
    if not re.search(r"\s", plain):
        bare = trimmed(plain.strip("<>"))
        form = bare if re.match(r"[a-z][a-z0-9+.-]*:", bare, re.IGNORECASE) else f"http://{bare}"
        known = "://" in bare or _HOST.match(bare)
        yield Link("url", (form if known else bare or plain,), plain, trimmed=bare != plain)
        return
    spots = list(find(plain))
    if len(spots) == 1 and spots[0].sort == "url" and spots[0].start == 0 and spots[0].end < len(plain.rstrip(".,;")):
        rest = plain[spots[0].end :].strip(" .,;")
        joined = (trimmed("".join(plain.split())), trimmed("%20".join(plain.split())))
        forms = (*spots[0].forms, *joined) if rest else spots[0].forms
        yield Link("url", tuple(dict.fromkeys(forms)), plain)
        return
    for spot in spots:
        yield Link(spot.sort, spot.forms, plain[spot.start : spot.end])
    if not spots:
        yield Link("url", (plain,), plain)
