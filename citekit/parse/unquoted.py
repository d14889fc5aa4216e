"""Citations whose title has no quotation marks: books, short forms, cases, statutes, shelf marks, newspapers by day."""

from __future__ import annotations

import re

from citekit.parse.authoryear import find_author_years
from citekit.parse.dates import edtf, find_dates, has_day
from citekit.parse.evidence import delimited_dates, imprint_bracket, is_archival
from citekit.parse.extent import HOST_FOLLOWS, first_mark
from citekit.parse.head import author_end, label_authors, label_authors_and_title
from citekit.parse.italic_title import label_italic
from citekit.parse.marks import mark_genre
from citekit.parse.names import is_body, is_names
from citekit.parse.reporter import find_reporter
from citekit.parse.sheet import Sheet
from citekit.parse.statute import find_statute
from citekit.parse.tail import label_tail
from citekit.parse.volume import find_volumes


def label_unquoted(sheet: Sheet) -> None:
    """A title without quotes before an imprint, a date or a number; a short form; or marks alone."""
    if _short_author_year(sheet) or _statute(sheet) or _reporter(sheet) or _archival(sheet):
        return
    if label_italic(sheet):
        return
    stop = first_mark(sheet, sheet.start)
    head = _free_head(sheet, stop)
    if head is None:
        label_tail(sheet, sheet.start, sheet.end, quoted=False)
        return
    if sheet.has("ibid"):
        _before_back_word(sheet, head)
    elif _container_and_date(sheet, head, stop):
        sheet.put_faces("container", head, "container-and-date", 0.85)
    else:
        host = HOST_FOLLOWS.search(sheet.text[slice(*head)])
        if host and sheet.structure.at_top(head[0] + host.start()):
            stop = head[0] + host.start() + 1
            head = (head[0], stop)
        host_comma = None if host else _journal_comma(sheet, head, stop)
        if host_comma:
            sheet.put_faces("container", (host_comma, head[1]), "before-volume", 0.85)
            head = (head[0], host_comma)
        label_authors_and_title(sheet, *head)
        label_tail(sheet, stop, sheet.end, quoted=bool(host))
        mark_genre(sheet, stop, sheet.end)
        return
    label_tail(sheet, stop, sheet.end, quoted=False)
    mark_genre(sheet, stop, sheet.end)


def _reporter(sheet: Sheet) -> bool:
    """A case or a law review article: the words before the reporter are the title, or names, comma, title."""
    found = find_reporter(sheet.text, sheet.start, sheet.end)
    if not found or sheet.structure.quotes(sheet.start, found.start):
        return False
    names = {"volume": "volume", "reporter": "container", "page": "pages", "pin": "locator", "year": "date"}
    for part, name in names.items():
        sheet.put(name, found.parts.get(part), "reporter", 0.92)
    sheet.use(found.start, found.end)
    if re.search(r"\sv(?:s)?\.\s", sheet.text[sheet.start : found.start]):
        sheet.put("title", (sheet.start, found.start), "case-name", 0.95)
    elif is_names(sheet.text[sheet.start : found.start].strip(" ,")):
        label_authors(sheet, sheet.start, found.start)
    else:
        label_authors_and_title(sheet, sheet.start, found.start)
    label_tail(sheet, found.end, sheet.end, quoted=False)
    return True


def _statute(sheet: Sheet) -> bool:
    """``20 U.S.C. § 3863 (1982)``: the code and section are the title."""
    found = find_statute(sheet.text, sheet.start, sheet.end)
    if not found:
        return False
    sheet.put("title", found.title, "statute", 0.92)
    sheet.put("date", found.year, "statute", 0.95)
    return True


def _archival(sheet: Sheet) -> bool:
    """A shelf mark without a title of its own is kept whole as the title: ``FO 371/83285, The National Archives``."""
    if (
        not is_archival(sheet.text, sheet.start, sheet.end)
        or sheet.has("ibid")
        or imprint_bracket(sheet.structure, sheet.start, sheet.end)
    ):
        return False
    dates = delimited_dates(sheet.structure, sheet.start, sheet.end)
    sheet.put("date", dates[0] if dates else None, "date", 0.9)
    stop = dates[0][0] if dates and not sheet.text[dates[0][1] : sheet.end].strip(" .") else sheet.end
    sheet.put(
        "title", (sheet.start, sheet.start + len(sheet.text[sheet.start : stop].rstrip(" .,"))), "shelf-mark", 0.8
    )
    return True


def _journal_comma(sheet: Sheet, head: tuple[int, int], stop: int) -> int | None:
    """Where the journal begins in ``Pang Zhongying, China's Changing Attitude, International Peacekeeping, Vol. 12``.

    Only a marked volume or issue right behind the words, and no imprint, tells that their last part is a journal.
    """
    text = sheet.text
    numbered = find_volumes(text, stop, sheet.end)
    if not numbered or numbered[0][1] != stop or imprint_bracket(sheet.structure, stop, sheet.end):
        return None
    first = author_end(sheet, *head)
    commas = [i for i in range(first, head[1]) if text[i] == "," and sheet.structure.at_top(i)]
    inner = [i for i in commas if text[i + 1 : head[1]].strip(" ,") and len(text[first:i].split()) > 1]
    return inner[-1] + 1 if inner else None


def _free_head(sheet: Sheet, stop: int) -> tuple[int, int] | None:
    """The words before the first mark, without what is labelled already."""
    first_used = min((start for start, _ in sheet.used if start >= sheet.start), default=stop)
    end = min(stop, first_used)
    text = sheet.text[sheet.start : end]
    return (sheet.start, end) if re.search(r"[^\W\d_]{2}", text) else None


def _before_back_word(sheet: Sheet, head: tuple[int, int]) -> None:
    """Names before a word that points back (``Guo, Ibid.``), with a short title if one stands between."""
    stretch = sheet.text[slice(*head)].strip(" ,;:(")
    if not stretch:
        return
    if is_names(stretch) or is_body(stretch) or "," not in stretch:
        sheet.put(
            "author", (head[0], head[0] + len(sheet.text[slice(*head)].rstrip(" ,;:("))), "names-before-back-word", 0.9
        )
        sheet.use(*head)
    else:
        label_authors_and_title(sheet, *head)


def _container_and_date(sheet: Sheet, head: tuple[int, int], stop: int) -> bool:
    """A newspaper and its day, and nothing else: ``Jiefangjun Bao, September 21, 2010``."""
    stretch = sheet.text[slice(*head)].strip(" ,")
    dates = find_dates(sheet.text, stop, sheet.end)
    return (
        bool(dates)
        and has_day(edtf(sheet.text[slice(*dates[0])]))
        and "," not in stretch
        and len(stretch.split()) <= 6
        and not sheet.has("document_symbol")
    )


def _short_author_year(sheet: Sheet) -> bool:
    """``Geiger 1964, S. 65``, ``Blankenburg/Sessar 1978``: names and year point to a list of references."""
    found = next(iter(find_author_years(sheet.text, sheet.start, sheet.end)), None)
    if found is None or found.start != sheet.start or sheet.structure.quotes(sheet.start, sheet.end):
        return False
    sheet.put("author", found.names, "names-and-year", 0.9)
    sheet.put("date", found.year, "names-and-year", 0.93)
    sheet.use(found.start, found.year[1])
    label_tail(sheet, found.year[1], sheet.end, quoted=False)
    return True
