"""Addresses, identifiers and access dates: URL, DOI, ISBN, "(accessed December 15, 2011)"."""

from __future__ import annotations

import re

_URL = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>“”\"，。；）》]+", re.IGNORECASE)
_DOI = re.compile(r"(?:\bdoi\s*:?\s*|https?://(?:dx\.)?doi\.org/)?\b(?P<doi>10\.\d{4,9}/[^\s<>“”\",;]+)", re.IGNORECASE)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*(?P<isbn>(?:97[89][- ]?)?\d[\d -]{7,14}[\dXx])")
_ACCESSED = re.compile(
    r"(?:\b(?:last|date|zuletzt|dernière|ultimo|último)\s+)?\b(?:access(?:ed)?|visited|retrieved|consulted|checked|viewed|"
    r"downloaded|abgerufen|aufgerufen|besucht|Zugriff|Stand|consulté|consultado|consultato|acess(?:o|ado)|accesso|acceso)\b"
    r"(?:\s+(?:on|am|le|il|el|em|date|in|:))?[:\s]*(?P<date>[^()\[\];]{4,30}?\d{4}|\d{4}[-/年][^()\[\];，。]{2,8})",
    re.IGNORECASE,
)
LEAD_IN = re.compile(
    r"(?:,|\.|;)?\s*(?:\(|\[)?\s*(?:(?:also\s+|online\s+|now\s+)?available\s*(?:online)?\s*(?:at|from|on|via|through)?|"
    r"retrieved\s+from|accessed\s+(?:at|via|from)|accessible\s+(?:at|via)|online\s+at|on-?line"
    r"|found\s+at|URL|<?url|verfügbar unter|abrufbar unter|dispon[ií]vel em|disponible en|im Internet unter|"
    r"disponible (?:sur|en|à)|disponibile (?:su|in|al)|Web|at|on|from|see)\s*:?\s*<?$",
    re.IGNORECASE,
)


def find_urls(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Web addresses without the punctuation behind them; a closing bracket belongs to one that holds its opening."""
    found = []
    for match in _URL.finditer(text, start, end):
        stop = match.end()
        while stop > match.start() and (
            text[stop - 1] in ".,;:!?'’]>" or (text[stop - 1] == ")" and "(" not in text[match.start() : stop])
        ):
            stop -= 1
        found.append((match.start(), stop))
    return found


def find_dois(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """DOIs: (start of the prefix, start, end); a resolver's address counts as the prefix."""
    found: list[tuple[int, int, int]] = []
    if text.find("10.", start, end) < 0:
        return found
    for match in _DOI.finditer(text, start, end):
        stop = match.end()
        while text[stop - 1] in ".,;:" or (text[stop - 1] == ")" and "(" not in match.group("doi")):
            stop -= 1
        found.append((match.start(), match.start("doi"), stop))
    return found


def find_isbns(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """ISBNs: (start of the prefix, start, end)."""
    return [(match.start(), *match.span("isbn")) for match in _ISBN.finditer(text, start, end)]


def find_accessed(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """Access dates: (start of the phrase, start, end of the date)."""
    return [(match.start(), *match.span("date")) for match in _ACCESSED.finditer(text, start, end)]
