"""Entries of a reference list: author-date, or names, title and host parted by full stops."""

from __future__ import annotations

import re

from citekit.parse.boundaries import boundaries
from citekit.parse.dates import find_dates
from citekit.parse.entry import names_then_year
from citekit.parse.extent import HOST_FOLLOWS, first_mark
from citekit.parse.head import label_authors
from citekit.parse.imprint import find_edition
from citekit.parse.marks import mark_genre
from citekit.parse.names import is_names, leading_names
from citekit.parse.pages import find_pages
from citekit.parse.sheet import Sheet
from citekit.parse.tail import label_tail
from citekit.parse.unquoted import label_unquoted
from citekit.parse.volume import find_pair, find_volumes

_PERIODICAL = re.compile(
    r"\b(?:Journal|J\.|Review|Rev\.|Quarterly|Bulletin|Proceedings|Proc\.|Transactions|Trans\.|Magazine|Annals|Letters|Zeitschrift|Revue|"
    r"Rivista|Revista|Jahrbuch|Annual Review|Monthly|Weekly|Times|Post|Newsletter)(?!\w)"
)
_ASIDE = re.compile(
    r"(?:report|unpublished|doctoral|ph\.?\s?d|master|thesis|dissertation|vols?\.?\s|pp?\.\s|no\.\s"
    r"|bd\.\s|in\s|abstract|working paper)",
    re.IGNORECASE,
)


def label_listed(sheet: Sheet) -> None:
    """Label an entry of a list in either of its two shapes."""
    if names_then_year(sheet.text, sheet.start, sheet.end):
        _author_date(sheet)
    else:
        _stopped(sheet)


def _author_date(sheet: Sheet) -> None:
    """``Names (Year). Title. Host, 5(1), 71-99.``."""
    opening = names_then_year(sheet.text, sheet.start, sheet.end)
    if not opening:
        return
    if opening[0][0] < opening[0][1]:
        label_authors(sheet, *opening[0])
    sheet.put("date", opening[1], "year-after-names", 0.95)
    sheet.use(opening[0][1], opening[2])
    _title_then_tail(sheet, opening[2])


def _stopped(sheet: Sheet) -> None:
    """``Names. Title. Place: Publisher, Year.`` and ``Names. Title. Journal, 28(1) 71-87, 1986.``."""
    cuts = boundaries(sheet.structure, sheet.start, sheet.end)
    names = leading_names(sheet.text, sheet.start, sheet.end)
    if names > sheet.start and not sheet.text[sheet.start : names].rstrip().endswith((",", ";")):
        label_authors(sheet, sheet.start, names)
        _title_then_tail(sheet, names)
    elif len(cuts) > 1 and is_names(sheet.text[sheet.start : cuts[1]].strip(" .")):
        label_authors(sheet, sheet.start, cuts[1])
        _title_then_tail(sheet, cuts[1])
    elif (
        len(cuts) > 1
        and not find_dates(sheet.text, sheet.start, cuts[1])
        and "," not in sheet.text[sheet.start : cuts[1]]
    ):
        _title_then_tail(sheet, sheet.start)
    else:
        label_unquoted(sheet)


def _title_then_tail(sheet: Sheet, start: int) -> None:
    """A title up to its full stop, then the host or the imprint."""
    text = sheet.text
    cuts = [cut for cut in boundaries(sheet.structure, start, sheet.end) if cut > start]
    inside = HOST_FOLLOWS.search(text[start : sheet.end])
    stop = cuts[0] if cuts else first_mark(sheet, start)
    if inside and sheet.structure.at_top(start + inside.start()):
        stop = start + inside.start() + (text[start + inside.start()] in "?!")
    title_end = _without_aside(sheet, start, stop)
    sheet.put_faces("title", (start, title_end), "title-to-full-stop", 0.88)
    sheet.use(start, title_end)
    rest = text[stop : sheet.end]
    stop = title_end
    part = bool(re.match(r"\s*[,.]?\s*[Ii]n\b", rest)) or _journal_like(sheet, stop)
    label_tail(sheet, stop, sheet.end, quoted=part)
    mark_genre(sheet, stop, sheet.end)
    _lone_publisher(sheet, stop)


def _lone_publisher(sheet: Sheet, start: int) -> None:
    """``Spencer, A. (1991). Morphological Theory. Basil Blackwell.``: what alone is left of a book is its publisher."""
    if any(sheet.has(name) for name in ("publisher", "container", "volume", "pages", "document_symbol", "ibid")):
        return
    left = [span for span in sheet.free(start, sheet.end) if re.search(r"[^\W\d_]{3}", sheet.text[slice(*span)])]
    printed = sheet.text[slice(*left[0])] if len(left) == 1 else ""
    if printed[:1].isupper() and len(printed.split()) <= 6 and not re.search(r"\d", printed):
        sheet.put("publisher", left[0], "what-is-left-of-a-book", 0.7)


def _without_aside(sheet: Sheet, start: int, stop: int) -> int:
    """Before a bracket at the title's end that tells edition, volume or kind: ``(3rd ed.)``, ``(Report)``."""
    for bracket in sheet.structure.brackets(start, stop):
        inner = sheet.text[slice(*bracket.inner)]
        if not sheet.text[bracket.end : stop].strip(" .,") and (
            _ASIDE.match(inner) or find_edition(sheet.text, *bracket.inner)
        ):
            return bracket.start
    return stop


def _journal_like(sheet: Sheet, start: int) -> bool:
    """Volume, issue or pages, and no "Place: Publisher", make what follows a journal."""
    text = sheet.text
    if _PERIODICAL.search(text, start, sheet.end):
        return True
    colon = re.search(r"[^\W\d_]{3,}\s*:\s*[^\W\d_]", text[start : sheet.end])
    return not colon and bool(
        find_volumes(text, start, sheet.end)
        or find_pair(text, start, sheet.end)
        or find_pages(text, start, sheet.end)
        or re.search(r"\b\d+\s*[-–—]\s*\d+", text[start : sheet.end])
        or re.search(r",\s*\d{1,3}\b", text[start : sheet.end])
    )
