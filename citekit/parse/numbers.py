"""Volume, issue, edition and pages in what follows a title."""

from __future__ import annotations

import re

from citekit.parse.imprint import find_edition
from citekit.parse.pages import BARE, find_pages, find_paragraphs
from citekit.parse.sheet import Sheet
from citekit.parse.volume import find_pair, find_volumes

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ISSUE_YEAR = re.compile(r"(?P<issue>\d{1,3})/(?P<year>(?:19|20)\d\d)")
_RANGE_BEHIND = re.compile(r"[:,]\s*(?:pp?\.\s*)?(?P<pages>[A-Za-z]?\d{1,6}\s*[-‐‑‒–—]+\s*[A-Za-z]?\d{1,6})(?![\w/])")
_AFTER_COLON = re.compile(
    r"(?:[:,]\s*|\s+(?=\d+\s*[-–]))(?P<pages>(?:[A-Z]?\d+[a-z]?|[ivxlc]+)\s*[-–—]+\s*[A-Z]?\d+|\d+)\s*(?:[.,;)]|$)"
)


def label_numbers(sheet: Sheet, start: int, end: int) -> None:
    """Volume, issue, edition and marked pages."""
    _volumes(sheet, start, end)
    _pages(sheet, start, end)
    edition = find_edition(sheet.text, start, end)
    if edition and not sheet.has("edition") and not sheet.is_used(edition[0]):
        sheet.put("edition", edition, "edition-word", 0.93)


def _volumes(sheet: Sheet, start: int, end: int) -> None:
    """Marked volume and issue (``n. 3/2014`` is issue and year), or the pair ``20(5)``."""
    text = sheet.text
    bracketed = {bracket.inner[0]: bracket for bracket in sheet.structure.brackets(start, end)}
    for name, begin, first, last in find_volumes(text, start, end):
        bracket = bracketed.get(begin)
        alone = bracket is not None and not text[last : bracket.inner[1]].strip(" .,")
        if (not sheet.structure.at_top(begin) and not alone) or sheet.has(name) or sheet.is_used(begin):
            continue
        dated = _ISSUE_YEAR.fullmatch(text, first, last)
        if dated and name == "issue" and not sheet.has("date"):
            sheet.put("date", dated.span("year"), "issue-and-year", 0.93)
            sheet.put("issue", dated.span("issue"), "issue-and-year", 0.93)
        else:
            sheet.put(name, (first, last), f"marked-{name}", 0.97)
        sheet.use(begin, last)
        if bracket and alone:
            sheet.use(bracket.start, bracket.end)
    pair = find_pair(text, start, end)
    if pair and not sheet.has("volume") and not sheet.has("issue") and not sheet.is_used(pair[0][0]):
        sheet.put("volume", pair[1], "volume-issue-pair", 0.93)
        sheet.put("issue", pair[2], "volume-issue-pair", 0.93)
        sheet.use(*pair[0])


def _pages(sheet: Sheet, start: int, end: int) -> None:
    """Marked pages; the second mark, or one that "at" introduces, is the pinpoint; so is a paragraph."""
    text = sheet.text
    for begin, first, last in find_pages(text, start, end):
        if sheet.in_quote(begin) or sheet.is_used(begin):
            continue
        pinpoint = sheet.has("pages") or text[begin:first].lstrip().startswith("at")
        name = "locator" if pinpoint else "pages"
        if not sheet.has(name):
            sheet.put(name, (first, last), "marked-pages", 0.97)
        sheet.use(begin, last)
    for span in find_paragraphs(text, start, end):
        if sheet.structure.at_top(span[0]) and not sheet.has("locator") and not sheet.is_used(span[0]):
            sheet.put("locator", span, "marked-paragraph", 0.9)


def label_bare_pages(sheet: Sheet, start: int, end: int) -> None:
    """Pages after a colon or comma: ``18, no. 58 (2009): 159–60``, ``86(11):2278–2324, 1998``, ``(1997) 20``."""
    if sheet.has("pages"):
        return
    labels = [label for label in sheet.labels if label.name in ("volume", "issue", "date", "publisher")]
    for stop in sorted(label.end for label in labels if label.name in ("volume", "issue")):
        behind = stop + len(sheet.text[stop:end]) - len(sheet.text[stop:end].lstrip(" )]"))
        ranged = _RANGE_BEHIND.match(sheet.text, behind, end)
        if ranged and not sheet.is_used(ranged.start("pages")):
            sheet.put("pages", ranged.span("pages"), "pages-after-number", 0.92)
            return
    last = max((label.end for label in labels), default=start)
    match = _AFTER_COLON.match(sheet.text, last, end) or _AFTER_COLON.search(sheet.text, last, min(end, last + 24))
    if match and not sheet.is_used(match.start("pages")):
        sheet.put("pages", match.span("pages"), "pages-after-colon", 0.9)
        return
    position = last + len(sheet.text[last:end]) - len(sheet.text[last:end].lstrip(" )],"))
    bare = BARE.match(sheet.text, position, end)
    if bare and not sheet.text[bare.end() : end].strip(" .;,)") and not sheet.is_used(bare.start()):
        numbers = bare.span("pages") if not _YEAR.fullmatch(bare.group("pages")) else None
        sheet.put("pages", numbers, "pages-at-end", 0.85)
