"""The rule labeller: one citation in, labelled stretches out. A trained labeller can take its place.

The shape of the citation decides the reading: a quoted title, an author-date entry, an entry parted by full stops, a
title before an imprint, a short form, or a few marks alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from citekit.parse.authoryear import find_author_years
from citekit.parse.boundaries import boundaries
from citekit.parse.cjk import label_cjk
from citekit.parse.dates import edtf, find_dates, has_day
from citekit.parse.entry import is_entry, names_then_year
from citekit.parse.evidence import delimited_dates, imprint_bracket, is_archival, title_quote
from citekit.parse.head import author_end, label_authors, label_authors_and_title
from citekit.parse.imprint import find_edition
from citekit.parse.interview import read_interview
from citekit.parse.labels import Label
from citekit.parse.marks import mark, mark_genre
from citekit.parse.names import is_body, is_names, leading_names
from citekit.parse.pages import find_pages, find_paragraphs
from citekit.parse.reporter import find_reporter
from citekit.parse.sheet import Sheet
from citekit.parse.split import Segment
from citekit.parse.statute import find_statute
from citekit.parse.structure import Structure
from citekit.parse.tail import label_tail
from citekit.parse.volume import find_pair, find_volumes

Labeller: TypeAlias = Callable[[Structure, Segment], tuple[Label, ...]]
"""What can stand in the middle: a note's structure and one of its citations → labelled stretches in order."""

_HOST_FOLLOWS = re.compile(
    r"[.?!,]\s+(?:In:?|in:)\s+(?=[^\W\d_a-z])"
    r"|,\s+in\s+(?=[^\W\d_a-z][^(]{3,90}\(?(?:eds?|[Hh]rsg|[Hh]g)\b|[^\W\d_a-z][\w-]+(?:/[^\W\d_a-z][\w-]+)+,|[^\W\d_a-z][^,.()]{2,60},\s(?:n|no|vol|fasc)\.)"
)
_ASIDE = re.compile(
    r"(?:report|unpublished|doctoral|ph\.?\s?d|master|thesis|dissertation|vols?\.?\s|pp?\.\s|no\.\s"
    r"|bd\.\s|in\s|abstract|working paper)",
    re.IGNORECASE,
)
_CJK_TITLE = re.compile(r"[《「『〈]")


def label(structure: Structure, segment: Segment) -> tuple[Label, ...]:
    """Label the fields of one citation by rules."""
    if (
        not segment.entry
        and segment.rule not in ("author-year", "back-word")
        and is_entry(structure, segment.start, segment.end)
    ):
        segment = replace(segment, entry=True)
    sheet = Sheet(structure, segment.start, segment.end)
    if _interview(sheet):
        return _sorted(sheet)
    mark(sheet)
    quote = title_quote(structure, segment.start, segment.end)
    if _CJK_TITLE.search(sheet.text, segment.start, segment.end) and label_cjk(sheet):
        return _sorted(sheet)
    if quote and _names_year_quote(sheet, quote.start):
        return _sorted(sheet)
    if quote:
        _quoted(sheet, quote.start, quote.inner, quote.end)
    elif segment.entry and names_then_year(sheet.text, segment.start, segment.end):
        _author_date(sheet)
    elif segment.entry:
        _stopped(sheet)
    else:
        _unquoted(sheet)
    return _sorted(sheet)


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
    label_authors(sheet, sheet.start, before)
    sheet.put_faces("title", inner, "quoted-title", 0.97)
    sheet.use(before, after)
    after = sheet.put_gloss_behind("title", after)
    label_tail(sheet, after, sheet.end, quoted=True)
    mark_genre(sheet, after, sheet.end)


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
    label_authors(sheet, *names)
    sheet.put_faces("title", inner, "quoted-title", 0.95)
    sheet.use(sheet.start, before)
    sheet.use(before, after)
    after = sheet.put_gloss_behind("title", after)
    label_tail(sheet, after, sheet.end, quoted=True)
    mark_genre(sheet, after, sheet.end)


def _author_date(sheet: Sheet) -> None:
    """``Names (Year). Title. Host, 5(1), 71-99.``."""
    opening = names_then_year(sheet.text, sheet.start, sheet.end)
    if not opening:
        return
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
        _unquoted(sheet)


def _title_then_tail(sheet: Sheet, start: int) -> None:
    """A title up to its full stop, then the host or the imprint."""
    text = sheet.text
    cuts = [cut for cut in boundaries(sheet.structure, start, sheet.end) if cut > start]
    inside = _HOST_FOLLOWS.search(text[start : sheet.end])
    stop = cuts[0] if cuts else _first_mark(sheet, start)
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
    colon = re.search(r"[^\W\d_]{3,}\s*:\s*[^\W\d_]", text[start : sheet.end])
    return not colon and bool(
        find_volumes(text, start, sheet.end)
        or find_pair(text, start, sheet.end)
        or find_pages(text, start, sheet.end)
        or re.search(r"\b\d+\s*[-–—]\s*\d+", text[start : sheet.end])
        or re.search(r",\s*\d{1,3}\b", text[start : sheet.end])
    )


def _unquoted(sheet: Sheet) -> None:
    """A title without quotes before an imprint, a date or a number; a short form; or marks alone."""
    if _short_author_year(sheet) or _statute(sheet) or _reporter(sheet) or _archival(sheet):
        return
    stop = _title_end(sheet)
    head = _free_head(sheet, stop)
    if head is None:
        label_tail(sheet, sheet.start, sheet.end, quoted=False)
        return
    if sheet.has("ibid"):
        _before_back_word(sheet, head)
    elif _container_and_date(sheet, head, stop):
        sheet.put_faces("container", head, "container-and-date", 0.85)
    else:
        host = _HOST_FOLLOWS.search(sheet.text[slice(*head)])
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


def _title_end(sheet: Sheet) -> int:
    """Where an unquoted title ends: at its imprint, a date between punctuation, a number or page mark."""
    return min([sheet.end, *_marks_after(sheet, sheet.start)])


def _first_mark(sheet: Sheet, start: int) -> int:
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
    return [m for m in marks if m > start]


def _dated(text: str, inner: tuple[int, int]) -> bool:
    dates = find_dates(text, *inner)
    return (bool(dates) and dates[0][0] - inner[0] <= 12) or text[slice(*inner)].strip() == "forthcoming"


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
