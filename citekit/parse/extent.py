"""Where an unquoted title ends: at its imprint, a date between punctuation, a number, or the word "in"."""

from __future__ import annotations

import re

from citekit.parse.dates import find_dates
from citekit.parse.evidence import delimited_dates, imprint_bracket
from citekit.parse.imprint import find_edition
from citekit.parse.pages import find_pages, find_paragraphs
from citekit.parse.sheet import Sheet
from citekit.parse.volume import find_volumes

HOST_FOLLOWS = re.compile(
    r"[.?!,]\s+(?:In:?|in:)\s+(?=[^\W\d_a-z])"
    r"|,\s+in\s+(?=[^\W\d_a-z][^(]{3,90}\(?(?:eds?|[Hh]rsg|[Hh]g)\b|[^\W\d_a-z][\w-]+(?:/[^\W\d_a-z][\w-]+)+,|[^\W\d_a-z][^,.()]{2,60},\s(?:n|no|vol|fasc)\.)"
)
"""The "in" that leads from a title to its host."""


def first_mark(sheet: Sheet, start: int) -> int:
    """The first such mark behind an offset, or the citation's end."""
    return min([sheet.end, *_marks_after(sheet, start)])


def _marks_after(sheet: Sheet, start: int) -> list[int]:
    text, structure, end = sheet.text, sheet.structure, sheet.end
    marks = [begin for begin, _, _ in find_pages(text, start, end) if structure.at_top(begin)]
    marks += [begin for _, begin, _, _ in find_volumes(text, start, end) if structure.at_top(begin)]
    marks += [begin for begin, _ in find_paragraphs(text, start, end) if structure.at_top(begin)]
    bracket = imprint_bracket(structure, start, end)
    if bracket:
        marks = [m for m in marks if m > bracket.start] + [bracket.start]
    else:
        marks += [begin for begin, _ in delimited_dates(structure, start, end)]
        marks += [b.start for b in structure.brackets(start, end) if _dated(text, b.inner)]
        edition = find_edition(text, start, end)
        marks += [edition[0]] if edition and structure.at_top(edition[0]) else []
    marks += [used for used, _ in sheet.used if used > start]
    return [m for m in marks if m >= start]


def _dated(text: str, inner: tuple[int, int]) -> bool:
    dates = find_dates(text, *inner)
    return (bool(dates) and dates[0][0] - inner[0] <= 12) or text[slice(*inner)].strip() == "forthcoming"
