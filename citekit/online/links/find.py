"""Every URL, DOI and handle in a text, with what it may be where it is torn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.online.links.identifiers import HANDLE, doi_lead, handle_leads, tidy_doi
from citekit.online.links.link import Sort
from citekit.online.links.torn import forms
from citekit.online.links.trim import trimmed

_URL = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:https?|ftp)\s?:\s?/\s?/\s?|www\.(?=\s?\w))[^\s<>“”\"«»\u3000-\u303f\uff00-\uffef]+",
    re.IGNORECASE,
)
_DOI = re.compile(r"(?<![A-Za-z0-9.])10\.\d{4,9}(?:\.\d+)*/\s?[^\s\"“”«»\u3000-\u303f\uff00-\uffef]*")
_SCHEME = re.compile(r"(https?|ftp)\s?:\s?/\s?/\s?", re.IGNORECASE)
_SET = str.maketrans({"˜": "~", "∼": "~", "\u00ad": "", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_GLUED = re.compile(r"\(?(?:accessed|last visited|visited on|retrieved)\b", re.IGNORECASE)
_RESOLVER = re.compile(
    r"https?://(?:(?:dx|www)\.)?doi\.org/(?:doi:)?10\.\d{4}|https?://hdl\.handle\.net/\d", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Spot:
    """An address in a text: its place, and what it may be, the likeliest first.

    ``end`` is the end of the likeliest form.
    """

    start: int
    end: int
    sort: Sort
    forms: tuple[str, ...]


def find(text: str) -> Iterator[Spot]:
    """The addresses of a text in order, each stretch of it in one of them at most."""
    spots = [*_dois(text), *_handles(text), *_urls(text)]
    behind = 0
    for spot in sorted(spots, key=lambda one: (one.start, one.sort == "url")):
        if spot.start >= behind:
            behind = spot.end
            yield spot


def _dois(text: str) -> Iterator[Spot]:
    if "10." not in text:
        return
    for found in _DOI.finditer(text):
        start = doi_lead(text, found.start())
        if start == found.start() and text[start - 1 : start] in {"/", "=", "%"}:
            continue  # within the address of a publisher, which is cited as such
        printed = _cut(found[0])
        may_be = forms(text, found.start(), found.start() + len(printed))
        tidy = tuple(dict.fromkeys((tidy_doi("".join(form.split())) for form, _ in may_be)))
        tidy = tuple(form for form in tidy if not form.endswith("/"))
        if tidy:
            yield Spot(start, may_be[0][1], "doi", tidy)


def _handles(text: str) -> Iterator[Spot]:
    for start, begin in handle_leads(text) if "h" in text or "H" in text else ():
        found = HANDLE.match(text, begin)
        if found:
            may_be = forms(text, begin, begin + len(_cut(found[0])))
            yield Spot(start, may_be[0][1], "handle", tuple(form for form, _ in may_be))


def _urls(text: str) -> Iterator[Spot]:
    for found in _URL.finditer(text) if ":" in text or "." in text else ():
        printed = _cut(found[0])
        may_be = forms(text, found.start(), found.start() + len(printed))
        tidy = [one for form, _ in may_be for one in _as_typed(_with_scheme(form))]
        wide = _WIDE.search(tidy[0])
        if wide:  # Chinese or Japanese follows without a blank, or is part of the address
            tidy.append(trimmed(tidy[0][: wide.start()]))
        tidy = [form for form in dict.fromkeys(tidy) if _has_host(form) and not _RESOLVER.match(form)]
        if tidy:
            yield Spot(found.start(), may_be[0][1], "url", tuple(tidy))


def _cut(printed: str) -> str:
    """What is printed without the words that follow it without a blank: ``http://a.org/b(accessed``."""
    glued = _GLUED.search(printed)
    return printed[: glued.start()] if glued else printed


def _with_scheme(form: str) -> str:
    scheme = _SCHEME.match(form)
    return f"{scheme[1].lower()}://{form[scheme.end() :]}" if scheme else f"http://{form}"


def _as_typed(form: str) -> tuple[str, ...]:
    """An address with the signs that typesetting put into it taken back; a dash may be its own."""
    form = form.translate(_SET)
    return (form.replace("–", "-"), form) if "–" in form else (form,)


def _has_host(form: str) -> bool:
    return bool(re.match(r"\w+://(?:[^/?#]+[.:]\w|\[|localhost)", form))
