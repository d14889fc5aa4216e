"""Citations in Chinese and Japanese script: ``赵磊：《建构和平》，北京：九州出版社，2007年，第12页。``."""

from __future__ import annotations

import re
from functools import cache

from citekit.language import script
from citekit.parse.dates import find_dates
from citekit.parse.pages import find_pages
from citekit.parse.sheet import Sheet
from citekit.parse.volume import find_volumes

_MARKS = {"《": "》", "「": "」", "『": "』", "〈": "〉"}
_ROLE = re.compile(r"(?P<role>主编|主編|编著|編著|编|編|译|譯|訳|著|等著)\s*$")


def label_cjk(sheet: Sheet) -> bool:
    """Label a citation by its title marks 《》「」『』; False when there are none in CJK context."""
    titles = _titles(sheet)
    if not titles or not script(sheet.text[sheet.start : sheet.end]):
        return False
    _people(sheet, sheet.start, titles[0][0] - 1)
    sheet.put("title", titles[0], "title-marks", 0.97)
    if len(titles) > 1:
        sheet.put("container", titles[1], "title-marks", 0.95)
        _people(sheet, titles[0][1] + 1, titles[1][0] - 1)
    tail = titles[min(len(titles), 2) - 1][1] + 1
    _numbers(sheet, tail)
    return True


def _titles(sheet: Sheet) -> list[tuple[int, int]]:
    found, position = [], sheet.start
    while position < sheet.end:
        closing = _MARKS.get(sheet.text[position])
        end = sheet.text.find(closing, position) if closing else -1
        if 0 <= end < sheet.end:
            found.append((position + 1, end))
            position = end
        position += 1
    return found


def _people(sheet: Sheet, start: int, end: int) -> None:
    """Names before a title; the word behind them tells authors from editors and translators."""
    stretch = sheet.text[start:end].strip(" ：:，,、载載收入於")
    if not stretch or not script(stretch):
        return
    begin = sheet.text.index(stretch, start)
    role = _ROLE.search(stretch)
    name = "author"
    if role:
        name = "translator" if role.group("role") in "译譯訳" else "author" if "著" in role.group("role") else "editor"
        stretch = stretch[: role.start()]
    sheet.put(name, (begin, begin + len(stretch.rstrip(" ，,、"))), "names-before-title", 0.9)


@cache
def _imprint() -> re.Pattern[str]:
    """Place, colon, publisher; compiled at need, because most papers have no use for it."""
    return re.compile(
        r"[，,、（(]?\s*(?:(?P<place>[一-鿿]{2,4})\s*[：:]\s*)?(?P<publisher>[一-鿿぀-ヿ]{2,18}(?:出版社|书店|書店|书局|書局|印书馆|印書館|書院|書房|出版会|出版事業公司|出版公司|公司|出版|社|会))"
    )


def _numbers(sheet: Sheet, start: int) -> None:
    text, end = sheet.text, sheet.end
    imprint = _imprint().search(text, start, end)
    if imprint:
        sheet.put("place", imprint.span("place") if imprint.group("place") else None, "imprint", 0.95)
        sheet.put("publisher", imprint.span("publisher"), "imprint", 0.95)
    for name, begin, first, last in find_volumes(text, start, end):
        if not sheet.has(name):
            sheet.put(name, (first, last), f"marked-{name}", 0.95)
            sheet.use(begin, last)
    dates = find_dates(text, start, end)
    if dates:
        stop = dates[0][1] - (text[dates[0][1] - 1] == "年")
        sheet.put("date", (dates[0][0], stop), "date", 0.95)
    pages = find_pages(text, start, end)
    if pages:
        sheet.put("pages", pages[0][1:], "marked-pages", 0.97)
