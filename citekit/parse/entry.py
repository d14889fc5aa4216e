"""Entries of a reference list, where full stops part the elements and do not end the citation."""

from __future__ import annotations

import re

from citekit.parse.boundaries import boundaries
from citekit.parse.dates import find_dates
from citekit.parse.names import is_names
from citekit.parse.prose import is_prose
from citekit.parse.structure import Structure

LABEL = re.compile(r"\s*(?:\[[\w.-]{1,8}\]|\(\d{1,4}\)|\d{1,4}[.)]|[*•–—-]|\d{1,4}(?=\s+[^\W\d_a-z]|\s+[“‘\"„«(]|\s+(?:id|ibid|see|cf|vgl)\b))\s+(?=\S)", re.IGNORECASE)
_YEAR_AFTER_NAMES = re.compile(
    r"(?P<names>[^“”‘\"()]{3,400}?(?:\((?:Eds?|Hrsg|Hg|Producer|Director|editors?)\.?\)[^“”\"()]{0,200}?)*)[,.]?\s*"
    r"(?P<year>\((?:[^()]{0,12}\b)?(?:1[5-9]|20)\d\d[a-z]?(?:[^()]{0,20})?\)|(?<=[,.]\s)(?:1[5-9]|20)\d\d[a-z]?(?=[.,:]))\s*[.,:]?\s*"
)


def leading_label(text: str) -> int:
    """Where a line's own number or bullet ends: ``[67] Reynolds`` → 5, ``12 Vgl.`` → 3; 0 when there is none."""
    match = LABEL.match(text)
    return match.end() if match and not re.match(r"\s*(?:1[5-9]|20)\d\d\s", text) else 0


def names_then_year(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int], int] | None:
    """The author-date opening ``Pagallo, G., & Haussler, D. (1990).``: spans of names and year, and where it ends."""
    match = _YEAR_AFTER_NAMES.match(text, start, end)
    if not match:
        return None
    names = match.group("names").strip(" .,:")
    if not is_names(re.sub(r"\s*\((?:Eds?|Hrsg|Hg|Producer|Director|editors?)\.?\)", "", names)):
        return None
    year = next(iter(find_dates(text, *match.span("year"))), match.span("year"))
    return match.span("names"), year, match.end()


def is_entry(structure: Structure, start: int, end: int) -> bool:
    """Whether a stretch as a whole is one entry of a list: author-date, or names and title parted by full stops."""
    text = structure.text
    if names_then_year(text, start, end) and not _short_form(text, start, end):
        return True
    cuts = boundaries(structure, start, end)
    if len(cuts) < 2 or not find_dates(text, start, end):
        return False
    first = text[start : cuts[1]].strip(" .")
    second = text[cuts[1] : cuts[2] if len(cuts) > 2 else end]
    return is_names(first) and not is_prose(second) and not re.search(r"\d", first)


def _short_form(text: str, start: int, end: int) -> bool:
    """A short form "Geiger 1964, S. 65" opens like an entry but ends after its pages."""
    match = names_then_year(text, start, end)
    return bool(match) and len(re.findall(r"[^\W\d_]{3,}", text[match[2] : end])) < 3 if match else False
