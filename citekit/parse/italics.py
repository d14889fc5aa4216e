"""Italic stretches of a note that may be titles: what is set so for another reason is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citekit.language.trim import trim_white
from citekit.model import Run, Span
from citekit.parse.backwords import find_back_words
from citekit.parse.imprint import read_imprint
from citekit.parse.links import find_urls
from citekit.parse.signals import opening_signal

_AROUND = " ,.;:–—-/"
_JOINTS = frozenset({":", "’", "'", "-", "–", "?", "!", "&"})
"""What may stand upright within an italic title, between two runs of it."""
_WORD = re.compile(r"[^\W\d_]{3}|[\u3040-\u30ff\u4e00-\u9fff]{2}")
_LATIN = re.compile(
    r"(?:et\s+al|ibidem|idem|id|op\.?\s*cit|loc\.?\s*cit|cf|supra|infra|passim|inter\s+alia|sic|e\.\s?g|i\.\s?e|viz|vide"
    r"|see|see\s+also|but\s+see|accord|contra|quoted\s+in|cited\s+in|reprinted\s+in|translated\s+in|quoting|citing"
    r"|eds?|hrsg|hg|trans|vols?|in|and|und|et|ders|dies|siehe|vgl|with|note|above|below|emphasis\s+added|hereinafter"
    r"|de\s+facto|de\s+jure|ad\s+hoc|per\s+se|a\s+priori|mutatis\s+mutandis|et\s+seq|aff['’]d|rev['’]d|cert\.\s+denied)"
    r"[\s.,:;]*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(（\[](?P<inner>[^()（）\[\]]+)[)）\]]")
_OPENS_QUOTE = "“„«‘「『《〈\"'"
_LONGEST = 400


def italic_titles(text: str, runs: Iterable[Run]) -> tuple[Span, ...]:
    """The italic stretches that may be titles, in order and disjoint, without punctuation at their ends.

    No title are words that point back or introduce (*ibid.*, *see also*), Latin and editors' words, and stretches that
    hold an imprint, an address or most of a long note: there italic tells nothing of where the title ends.
    """
    spans = [_trim(text, *span) for span in _joined(text, runs)]
    return tuple(span for span in spans if span[0] < span[1] and _may_be_title(text, *span))


def _joined(text: str, runs: Iterable[Run]) -> Iterator[Span]:
    """Italic runs, those joined between which only a blank or a sign of a title stands."""
    current: Span | None = None
    for start, end in sorted((run.start, run.end) for run in runs if run.style == "italic"):
        if current and (start <= current[1] or text[current[1] : start].strip() in _JOINTS | {""}):
            current = (current[0], max(current[1], end))
            continue
        if current:
            yield current
        current = (start, end)
    if current:
        yield current


def _trim(text: str, start: int, end: int) -> Span:
    """Without blanks and punctuation at its ends, nor an opening bracket that closes outside."""
    start, end = trim_white(text, start, min(end, len(text)))
    while start < end and text[start] in _AROUND + ")]":
        start += 1
    while start < end and (text[end - 1] in _AROUND + "([" or _closes_outside(text, start, end)):
        end -= 1
    return start, end


def _closes_outside(text: str, start: int, end: int) -> bool:
    return text[end - 1] in ")]" and text.count(")", start, end) + text.count("]", start, end) > text.count(
        "(", start, end
    ) + text.count("[", start, end)


def _may_be_title(text: str, start: int, end: int) -> bool:
    printed = text[start:end]
    if end - start > _LONGEST or not _WORD.search(printed) or _LATIN.fullmatch(printed):
        return False
    if printed[0] in _OPENS_QUOTE or find_urls(text, start, end) or find_back_words(text, start, end):
        return False
    signal = opening_signal(text, start, end)
    if signal and signal[2] >= end:
        return False
    imprints = (read_imprint(text, *found.span("inner")) for found in _BRACKET.finditer(text, start, end))
    return not any(imprint and imprint.date and (imprint.place or imprint.publisher) for imprint in imprints)
