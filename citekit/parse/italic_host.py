"""An italic title behind another title is that of its host: a journal, a newspaper, a collection."""

from __future__ import annotations

import re

from citekit.parse.dates import find_dates
from citekit.parse.sheet import Sheet

_BEFORE = re.compile(r"(?:^|[\s(\[,])(?P<volume>\d{1,3}|[IVXLC]{1,6})\s+$")
_RANGE = r"[A-Z]?\d{1,6}\s*[-‐‑–—]+\s*[A-Z]?\d{1,6}"
_BEHIND = re.compile(
    r"\.?[\s,]+(?P<volume>[A-Z]?\d{1,4}|[IVXLC]{1,7})"
    rf"(?:[\s,:]+(?P<pages>{_RANGE})|(?=\s*(?:[,(:;.]|/|$|\[|[Nn]o\b|[Nn]r\b|[Ii]ss|[Hh]eft|n[.°º]|fasc)))"
)
_PAGES_BEHIND = re.compile(rf"\.?[\s,:]+(?P<pages>{_RANGE})(?![\w/])")
_PAGE_BEHIND = re.compile(
    r"[.,]?\s+(?P<pages>\d{1,5}(?:\s*[-‐‑–]\s*\d{1,5})?)(?:,\s*(?P<pin>\d{1,5}(?:\s*[-‐‑–]\s*\d{1,5})?))?(?=\s*(?:$|[,.;(\[)]|at\b))"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def label_italic_host(sheet: Sheet, start: int, end: int) -> None:
    """Label the first italic title of a tail as the container, with the numbers printed right before and behind it."""
    if sheet.has("container"):
        return
    title = next((one for one in sheet.structure.italics(start, end) if not sheet.is_used(one.start)), None)
    if title is None:
        return
    sheet.put_faces("container", title.inner, "italic-host", 0.96)
    after = sheet.put_gloss_behind("container", title.end)
    before = _BEFORE.search(sheet.text, start, title.start)
    if before and not sheet.is_used(before.start("volume")) and not sheet.has("volume"):
        sheet.put("volume", before.span("volume"), "volume-before-journal", 0.9)
        _first_page(sheet, after, end)
        return
    if find_dates(sheet.text, start, title.start) and _first_page(sheet, after, end):
        return
    behind = _PAGES_BEHIND.match(sheet.text, after, end) or _BEHIND.match(sheet.text, after, end)
    if behind is None:
        return
    for name, found in behind.groupdict().items():
        if found and not sheet.has(name) and not (name == "volume" and _YEAR.fullmatch(found)):
            sheet.put(name, behind.span(name), f"{name}-after-container", 0.9)


def _first_page(sheet: Sheet, start: int, end: int) -> bool:
    """``(1976) 89 *Harvard Law Review* 1685, 1690``: behind the journal stand the first page and the pinpoint."""
    found = _PAGE_BEHIND.match(sheet.text, start, end)
    if found is None or sheet.has("pages"):
        return False
    sheet.put("pages", found.span("pages"), "law-journal", 0.9)
    sheet.put("locator", found.span("pin") if found["pin"] else None, "law-journal", 0.9)
    return True
