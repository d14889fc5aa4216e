"""DOIs and handles as they are written, cleaned of what is not theirs."""

from __future__ import annotations

import re
from urllib.parse import unquote

from citekit.online.links.trim import trimmed

_DOI_LEAD = re.compile(
    r"(?:(?:https?\s?:\s?/\s?/\s?)?(?:(?:dx|www)\s?\.\s?)?doi\s?\.\s?org\s?/\s?(?:doi\s?:\s?)?|"
    r"(?:info\s?:\s?)?doi\s?[:/ ]\s?|doi\s?)?",
    re.IGNORECASE,
)
DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"“”«»\u3000-\u303f\uff00-\uffef]+", re.IGNORECASE)
_HANDLE_LEAD = re.compile(
    r"(?:https?\s?:\s?/\s?/\s?)?hdl\s?\.\s?handle\s?\.\s?net\s?/\s?|hdl\s?:\s?|info:hdl/", re.IGNORECASE
)
HANDLE = re.compile(r"\d[\w.]*/[^\s\"“”«»]+")
_ESCAPED = re.compile(r"\\([_%#&{}$~^])")
_BRACED = re.compile(r"\{(\\?[_%#&$~^<>])\}")
_QUERY = re.compile(r"[?#](?:utm_|journalCode|crossmark|src=|page=).*", re.IGNORECASE)


def clean_doi(text: str) -> str:
    """The DOI in a value: without lead-in, LaTeX, per cent signs and closing punctuation; empty where it is none.

    A DOI may hold brackets and angles (the SICI forms of Wiley): a closing one is theirs where it was opened.
    """
    lead = _DOI_LEAD.match(text.strip())
    found = DOI.match(text.strip(), lead.end() if lead else 0)
    return tidy_doi(found[0]) if found else ""


def tidy_doi(text: str) -> str:
    """A DOI without the marks of LaTeX and of the web, and without closing punctuation."""
    text = _ESCAPED.sub(r"\1", _BRACED.sub(r"\1", text)).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    if re.search(r"%(?:2[0-9a-f]|3[ac-e]|5[bd]|28|29)", text, re.IGNORECASE):
        text = unquote(text)
    return trimmed(_QUERY.sub("", text))


def clean_handle(text: str) -> str:
    """The handle in a value such as ``hdl:2027/mdp.39015``, or the empty string."""
    lead = _HANDLE_LEAD.match(text.strip())
    found = HANDLE.match(text.strip(), lead.end() if lead else 0)
    return trimmed(_ESCAPED.sub(r"\1", found[0])) if found else ""


def doi_lead(text: str, at: int) -> int:
    """Where the lead-in of a DOI that begins at ``at`` begins: ``https://doi.org/``, ``doi:``, or ``at`` itself."""
    start = max(0, at - 40)
    for begin in range(start, at):
        lead = _DOI_LEAD.fullmatch(text, begin, at)
        if lead and lead[0] and (begin == 0 or not text[begin - 1].isalnum()):
            return begin
    return at


def handle_leads(text: str) -> list[tuple[int, int]]:
    """The places of a text at which a handle is introduced, each with where the handle itself begins."""
    return [found.span() for found in _HANDLE_LEAD.finditer(text)]
