"""The rule labeller: one citation in, labelled stretches out. A trained labeller can take its place.

The shape of the citation decides the reading: a quoted title, an author-date entry, an entry parted by full stops, a
title before an imprint, a short form, or a few marks alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from citekit.parse.cjk import label_cjk
from citekit.parse.entry import is_entry, names_then_year
from citekit.parse.evidence import title_quote
from citekit.parse.head import author_end, label_authors, label_authors_and_title
from citekit.parse.interview import read_interview
from citekit.parse.labels import Label
from citekit.parse.listed import label_listed
from citekit.parse.marks import mark, mark_genre
from citekit.parse.names import is_names
from citekit.parse.sheet import Sheet
from citekit.parse.split import Segment
from citekit.parse.structure import Structure
from citekit.parse.tail import label_tail
from citekit.parse.unquoted import label_unquoted

Labeller: TypeAlias = Callable[[Structure, Segment], tuple[Label, ...]]
"""What can stand in the middle: a note's structure and one of its citations → labelled stretches in order."""

_NUMBERS_FOLLOW = re.compile(r",?\s+(?:\d|[IVXL]+\b|vol|n\.|nr|Bd|t\.|\()", re.IGNORECASE)
_CJK_TITLE = re.compile(r"[《「『〈]")


def label(structure: Structure, segment: Segment) -> tuple[Label, ...]:
    """Label the fields of one citation by rules."""
    sheet = Sheet(structure, segment.start, segment.end)
    if _interview(sheet):
        return _sorted(sheet)
    mark(sheet)
    if _CJK_TITLE.search(sheet.text, segment.start, segment.end) and label_cjk(sheet):
        return _sorted(sheet)
    quote = title_quote(structure, segment.start, segment.end)
    if quote and not _names_year_quote(sheet, quote.start):
        _quoted(sheet, quote.start, quote.inner, quote.end)
    elif quote is None and _is_listed(structure, segment):
        label_listed(sheet)
    elif quote is None:
        label_unquoted(sheet)
    return _sorted(sheet)


def _is_listed(structure: Structure, segment: Segment) -> bool:
    """An entry of a list, be it a whole line or one of a note's citations."""
    if segment.entry or segment.rule in ("author-year", "back-word"):
        return segment.entry
    return is_entry(structure, segment.start, segment.end)


def _sorted(sheet: Sheet) -> tuple[Label, ...]:
    return tuple(sorted(sheet.labels, key=lambda item: (item.start, item.end)))


def _interview(sheet: Sheet) -> bool:
    found = read_interview(sheet.text, sheet.start, sheet.end)
    if not found:
        return False
    sheet.put("author", found.who, "interview", 0.92)
    sheet.put("event_place", found.place, "interview", 0.9)
    sheet.put("date", found.date, "interview", 0.95)
    return True


def _quoted(sheet: Sheet, before: int, inner: tuple[int, int], after: int) -> None:
    cut = author_end(sheet, sheet.start, before)
    if _title_before(sheet, cut, before, after):
        label_authors_and_title(sheet, sheet.start, before)
        sheet.put_faces("container", inner, "quoted-journal", 0.88)
        sheet.use(before, after)
        label_tail(sheet, after, sheet.end, quoted=True)
        return
    label_authors(sheet, sheet.start, before)
    sheet.put_faces("title", inner, "quoted-title", 0.97)
    sheet.use(before, after)
    after = sheet.put_gloss_behind("title", after)
    label_tail(sheet, after, sheet.end, quoted=True)
    mark_genre(sheet, after, sheet.end)


def _title_before(sheet: Sheet, start: int, before: int, after: int) -> bool:
    """The quotation is a journal: ``H. Birch, A Case Study of Ideology, “Journal of Psychology”, 45/4 (1950)``."""
    words = sheet.text[start:before].strip(" ,")
    unquoted = (
        start > sheet.start
        and len(words.split()) > 2
        and words[:1].isupper()
        and sheet.text[before - 2 : before - 1] == ","
    )
    return unquoted and not is_names(words) and bool(_NUMBERS_FOLLOW.match(sheet.text, after, sheet.end))


def _names_year_quote(sheet: Sheet, quote_start: int) -> bool:
    """``Blanchon, Jean. 1999. ‘Tone Cases’ in …``: an author-date entry whose title is quoted."""
    opening = names_then_year(sheet.text, sheet.start, sheet.end)
    if not opening or sheet.text[opening[2] : quote_start].strip(" .,"):
        return False
    quote = title_quote(sheet.structure, opening[2], sheet.end)
    if not quote:
        return False
    sheet.put("date", opening[1], "year-after-names", 0.95)
    sheet.use(opening[0][1], opening[2])
    _quoted_after_year(sheet, opening[0], quote.start, quote.inner, quote.end)
    return True


def _quoted_after_year(sheet: Sheet, names: tuple[int, int], before: int, inner: tuple[int, int], after: int) -> None:
    if names[0] < names[1]:
        label_authors(sheet, *names)
    sheet.put_faces("title", inner, "quoted-title", 0.95)
    sheet.use(sheet.start, before)
    sheet.use(before, after)
    after = sheet.put_gloss_behind("title", after)
    label_tail(sheet, after, sheet.end, quoted=True)
    mark_genre(sheet, after, sheet.end)
