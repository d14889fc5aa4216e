"""Citations whose first title is italic: a work's own, or that of the host of an unquoted one before it."""

from __future__ import annotations

import re

from citekit.parse.dates import edtf, find_dates, has_day
from citekit.parse.editors import editors_before_mark
from citekit.parse.entry import names_then_year
from citekit.parse.extent import first_mark
from citekit.parse.head import author_end, label_authors, without_imprint
from citekit.parse.marks import mark_genre
from citekit.parse.names import is_body, is_names
from citekit.parse.prose import is_prose
from citekit.parse.sheet import Sheet
from citekit.parse.structure import Enclosure
from citekit.parse.tail import label_tail
from citekit.parse.volume import find_volumes

_IN = re.compile(r"[,.:;?!]?\s+(?:[Ii]n|[Dd]ans|[Ee]n)\s*:?\s+")
_WORDS = re.compile(r"[^\W\d_]{2,}")


def label_italic(sheet: Sheet) -> bool:
    """Label a citation by its first italic title; False where there is none that the words before it lead to."""
    title = next(iter(sheet.structure.italics(sheet.start, sheet.end)), None)
    if title is None or sheet.is_used(title.start):
        return False
    led = (found for found in _IN.finditer(sheet.text, sheet.start, title.start) if _leads(sheet, found, title))
    stop = next((found.start() for found in led), title.start)
    opening = names_then_year(sheet.text, sheet.start, title.start)
    if opening:
        label_authors(sheet, *opening[0])
        sheet.put("date", opening[1], "year-after-names", 0.95)
        sheet.use(opening[0][1], opening[2])
        cut = opening[2]
    else:
        cut = author_end(sheet, sheet.start, stop) if stop < title.start else _authors_before(sheet, title)
    between = sheet.text[cut:stop].strip(" ,.:;")
    if not _WORDS.search(between) or editors_before_mark(sheet.text, cut, stop):
        return _whole(sheet, cut, title)
    if cut == sheet.start and is_prose(between):
        sheet.use(sheet.start, title.start)
        return _whole(sheet, sheet.start, title)
    return _part(sheet, cut, stop, title)


def _authors_before(sheet: Sheet, title: Enclosure) -> int:
    """Where the authors end, be it that nothing but they stands before the title."""
    before = sheet.text[sheet.start : title.start].strip(" ,:")
    if is_names(before) or is_body(before) or editors_before_mark(sheet.text, sheet.start, title.start):
        return title.start
    return author_end(sheet, sheet.start, title.end)


def _whole(sheet: Sheet, cut: int, title: Enclosure) -> bool:
    """Authors and a title of its own; a title alone before a day or a volume is that of a periodical."""
    if cut > sheet.start:
        label_authors(sheet, sheet.start, cut)
    elif _is_periodical(sheet, title):
        sheet.put_faces("container", title.inner, "italic-host", 0.9)
        after = sheet.put_gloss_behind("container", title.end)
        label_tail(sheet, after, sheet.end, quoted=False)
        return True
    sheet.put_faces("title", title.inner, "italic-title", 0.96)
    after = sheet.put_gloss_behind("title", title.end)
    without_imprint(sheet, (title.start, first_mark(sheet, after)))
    label_tail(sheet, after, sheet.end, quoted=False)
    mark_genre(sheet, after, sheet.end)
    return True


def _is_periodical(sheet: Sheet, title: Enclosure) -> bool:
    text, end = sheet.text, sheet.end
    behind = len(text[title.end : end]) - len(text[title.end : end].lstrip(" ,"))
    dates = find_dates(text, title.end, end)
    if dates and dates[0][0] == title.end + behind and has_day(edtf(text[slice(*dates[0])])):
        return True
    numbered = find_volumes(text, title.end, end)
    return bool(numbered) and numbered[0][1] == title.end + behind


def _part(sheet: Sheet, cut: int, stop: int, title: Enclosure) -> bool:
    """``A. Weber, Title of the article, *Journal*``: an unquoted title, and the italic one of its host."""
    if sheet.structure.quotes(cut, title.start):
        return False
    stop = min(stop, first_mark(sheet, cut))
    if cut > sheet.start:
        label_authors(sheet, sheet.start, cut)
    while stop > cut and sheet.text[stop - 1] in " ,;:":
        stop -= 1
    sheet.put_faces("title", (cut, stop), "before-italic-host", 0.9)
    sheet.use(cut, stop)
    label_tail(sheet, stop, sheet.end, quoted=True)
    mark_genre(sheet, title.end, sheet.end)
    return True


def _leads(sheet: Sheet, found: re.Match[str], title: Enclosure) -> bool:
    """Whether an "in" leads to the host: nothing stands between, or its editors do."""
    rest = sheet.text[found.end() : title.start].strip(" ,:")
    return not rest or editors_before_mark(sheet.text, found.end(), title.start) is not None
