"""The parts of a citation that mark themselves, wherever they stand: addresses, identifiers, symbols, back words."""

from __future__ import annotations

import re

from citekit.parse.backwords import find_back_words
from citekit.parse.dates import find_dates
from citekit.parse.links import LEAD_IN, find_accessed, find_dois, find_isbns, find_urls
from citekit.parse.sheet import Sheet
from citekit.parse.symbols import find_symbols

_DOC = re.compile(r"(?:\b(?:UN|United Nations|U\.N\.)\s+)?\bDoc(?:ument|s)?\b\.?\s*(?:No\.\s*)?$", re.IGNORECASE)
GENRE = re.compile(
    r"\b(?:(?:unpublished\s+)?(?:Ph\.?\s?D\.?|doctoral|master[’']?s|M\.?A\.?|habilitation)\s*(?:thesis|dissertation|diss\.)|thesis|dissertation|Diss\.|"
    r"white paper|working paper|press release|press conference|speech|remarks|lecture|film"
    r"|motion picture|manuscript|Manuskript|"
    r"Tech(?:nical|\.)\s+[Rr]ep(?:ort|\.)?|[Rr]eport|博士论文|硕士论文|博士學位論文)(?!\w)",
    re.IGNORECASE,
)


def mark(sheet: Sheet) -> None:
    """Label everything in a citation that needs no context to be known."""
    _links(sheet)
    for begin, start, end in find_isbns(sheet.text, sheet.start, sheet.end):
        sheet.put("isbn", (start, end), "isbn", 0.98)
        sheet.use(begin, end)
    for span in find_symbols(sheet.text, sheet.start, sheet.end):
        if sheet.structure.at_top(span[0]) and not sheet.is_used(span[0]) and not sheet.has("document_symbol"):
            sheet.put("document_symbol", span, "document-symbol", 0.97)
            lead = _DOC.search(sheet.text, sheet.start, span[0])
            sheet.use(lead.start() if lead else span[0], span[1])
    for span in find_back_words(sheet.text, sheet.start, sheet.end):
        if not sheet.in_quote(span[0]):
            sheet.put("ibid", span, "back-word", 0.97)


def mark_genre(sheet: Sheet, start: int, end: int) -> None:
    """Label a word for the kind of work outside the title: ``PhD thesis``, ``press release``."""
    for begin, stop in sheet.free(start, end):
        match = GENRE.fullmatch(sheet.text, begin, stop) or GENRE.search(sheet.text, begin, min(stop, begin + 28))
        if match and match.start() == begin:
            sheet.put("genre", match.span(), "genre-word", 0.85)
            return


def _links(sheet: Sheet) -> None:
    text = sheet.text
    for begin, start, end in find_dois(text, sheet.start, sheet.end):
        if not sheet.is_used(start):
            sheet.put("doi", (start, end), "doi", 0.99)
            sheet.use(begin, end)
    for start, end in find_urls(text, sheet.start, sheet.end):
        if not sheet.is_used(start) and not sheet.has("url"):
            sheet.put("url", (start, end), "url", 0.98)
            lead = LEAD_IN.search(text, max(sheet.start, start - 40), start)
            if lead:
                sheet.use(lead.start(), start)
    for begin, start, end in find_accessed(text, sheet.start, sheet.end):
        dates = find_dates(text, start, end)
        if dates and not sheet.in_quote(begin) and (sheet.has("url") or sheet.has("doi") or begin > sheet.start):
            sheet.put("accessed", dates[0], "access-date", 0.97)
            sheet.use(begin - (text[begin - 1 : begin] in "(["), end + (text[end : end + 1] in ")]"))
