"""What follows a title: editors, the container, imprint, volume, issue, date, pages."""

from __future__ import annotations

import re

from citekit.parse.dates import edtf, find_dates, has_day
from citekit.parse.editors import editors_after_mark, editors_before_mark
from citekit.parse.head import without_imprint
from citekit.parse.imprint import Imprint, is_place, is_publisher, read_imprint
from citekit.parse.italic_host import label_italic_host
from citekit.parse.marks import GENRE
from citekit.parse.names import is_names, is_person
from citekit.parse.numbers import label_bare_pages, label_numbers
from citekit.parse.sheet import Sheet

_IN = re.compile(
    r"[\s,.;:]*(?:[Ii]n|In:|in:|Dans|dans|En|载|載|收入|收於)\s*:?\s+(?=[^\W\d_a-zß-öø-ÿ“‘«\"„]|the\s|『|《|「)|[\s,.;:]*载\s*"
)
_LAW = re.compile(
    r"\s*(?:(?P<volume>\d{1,4}|[IVXLC]+)\s+)?(?P<container>[^\W\d_a-z][^()\d“”‘]{2,90}?),?\s+(?P<pages>\d{1,5}(?:\s*[-‐‑–]\s*\d{1,5})?)(?=\s*(?:$|[,.;)]|at\b|\s+et\b))"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_LEADING_VOLUME = re.compile(r"(?P<volume>\d{1,3})\s+(?=[^\W\d_a-zß-öø-ÿ][^\W\d_]+\s)")
_TRAILING_YEAR = re.compile(r",?\s+(?P<year>(?:1[5-9]|20)\d\d)$")
_TRAILING_PAGES = re.compile(r",\s+(?P<pages>[A-Z]?\d{1,5}\s*[-‐‑–—]+\s*[A-Z]?\d{1,5})$")
_TRAILING_VOLUME = re.compile(r"(?<=[^\d\s])(?:,)?\s+(?P<volume>\d{1,4}|[IVXLC]{1,7})$")
_JOURNAL_NUMBERS = re.compile(
    r",?\s+(?P<volume>[A-Z]?\d{1,4})(?:[-/](?P<issue>\d{1,3}))?(?:\s*[,:]?\s+(?P<pages>[A-Z]?\d+\s*[-‐‑–—]+\s*[A-Z]?\d+))?$"
)
_COLON_IMPRINT = re.compile(
    r"(?:(?<=[.,;)]\s)|(?<=^)|(?<=\d\s))(?P<place>[^\W\d_a-zß-öø-ÿ][^:;()“”‘’\d]{1,45}?)\s?:\s+(?P<publisher>[^\W\d_a-z][^:;()“”\d]{1,70}?)"
    r"(?=,\s*(?:\d|c\d|\(|pp|S\.|Coll|n\.d)|\.\s*$|\s*$|\s*\(|\.\s+\d|[,.]\s*(?:1[5-9]|20)\d\d)"
)


def label_tail(sheet: Sheet, start: int, end: int, *, quoted: bool) -> None:
    """Label what stands between a title and the citation's end."""
    _event_date(sheet, start, end)
    inside = _IN.match(sheet.text, start, end)
    if inside:
        sheet.use(start, inside.end())
        start = inside.end()
    _host_title(sheet, start, end)
    _imprint(sheet, start, end)
    _colon_imprint(sheet, start, end)
    _editor_bracket(sheet, start, end)
    _editors(sheet, start, end)
    label_numbers(sheet, start, end)
    label_italic_host(sheet, start, end)
    _dates(sheet, start, end)
    if quoted and _law(sheet, start, end):
        return
    label_bare_pages(sheet, start, end)
    _leftovers(sheet, start, end, is_part=quoted or bool(inside))


def _host_title(sheet: Sheet, start: int, end: int) -> None:
    """A second quotation after "in" is the title of the host: ``in “MRS Proceedings,” vol. 379``."""
    for quote in sheet.structure.quotes(start, end):
        if not sheet.has("container") and not sheet.text[start : quote.start].strip(" ,.:"):
            sheet.put_faces("container", quote.inner, "quoted-host")
            sheet.use(quote.start, quote.end)


def _event_date(sheet: Sheet, start: int, end: int) -> None:
    """A date in brackets right after the title is that of the event or document: ``,” (April 12, 2008),``."""
    for bracket in sheet.structure.brackets(start, end)[:1]:
        dates = find_dates(sheet.text, *bracket.inner)
        between = sheet.text[start : bracket.start].strip(" ,.")
        whole = dates and sheet.text[slice(*dates[0])] == sheet.text[slice(*bracket.inner)].strip()
        if whole and not between and has_day(edtf(sheet.text[slice(*dates[0])])):
            sheet.put("event_date", dates[0], "date-after-title", 0.9)
            sheet.use(bracket.start, bracket.end)


def _imprint(sheet: Sheet, start: int, end: int) -> None:
    """The imprint in a bracket, or bare at the end of a host's description."""
    for bracket in sheet.structure.brackets(start, end):
        imprint = read_imprint(sheet.text, *bracket.inner)
        if imprint and (imprint.date or imprint.publisher) and not sheet.is_used(bracket.start):
            _put_imprint(sheet, imprint, "imprint")
            sheet.use(bracket.start, bracket.end)
            return


def _colon_imprint(sheet: Sheet, start: int, end: int) -> None:
    """``. Malden, Mass.: Wiley-Blackwell, 2013``: a place and a colon behind a stop, outside brackets."""
    if sheet.has("publisher"):
        return
    for match in _COLON_IMPRINT.finditer(sheet.text, start, end):
        at_top = sheet.structure.at_top(match.start("place")) and not sheet.is_used(match.start("place"))
        place, publisher = match.span("place"), match.span("publisher")
        if at_top and (
            is_place(match.group("place")) or (is_publisher(match.group("publisher")) and match.start() > start)
        ):
            sheet.put("place", place, "place-and-colon", 0.92)
            sheet.put_faces("publisher", publisher, "place-and-colon", 0.9)
            sheet.use(*match.span())
            return


def _put_imprint(sheet: Sheet, imprint: Imprint, by: str) -> None:
    sheet.put("place", imprint.place, by, 0.95)
    if imprint.publisher:
        sheet.put_faces("publisher", imprint.publisher, by, 0.95)
    if not sheet.has("date"):
        sheet.put("date", imprint.date, by, 0.97)
    sheet.put("edition", imprint.edition, by, 0.95)
    sheet.put("genre", imprint.genre, by, 0.93)


def _editors(sheet: Sheet, start: int, end: int) -> None:
    """Editors and translators before the host's title (``A and B eds.,``) or after it (``ed. P. Birks``)."""
    free = sheet.free(start, end)
    if free and not sheet.has("container"):
        opening = editors_before_mark(sheet.text, *free[0])
        if opening:
            sheet.put(opening.field, opening.names, "editors-before-title", 0.93)
            sheet.use(opening.start, opening.end)
    for span in sheet.free(start, end):
        following = editors_after_mark(sheet.text, *span)
        if following:
            sheet.put(following.field, following.names, "editors-after-title", 0.9)
            sheet.use(following.start, following.end)


def _editor_bracket(sheet: Sheet, start: int, end: int) -> None:
    """The lawyers' ``(Ian G. MacNeil & Justin O'Brien eds., 2010)``: editors and year in one bracket."""
    for bracket in sheet.structure.brackets(start, end):
        found = editors_before_mark(sheet.text, *bracket.inner)
        dates = find_dates(sheet.text, *bracket.inner)
        if found and dates and found.end <= dates[-1][0] and not sheet.is_used(bracket.start):
            sheet.put(found.field, found.names, "editors-in-bracket", 0.93)
            sheet.put("date", dates[-1] if not sheet.has("date") else None, "editors-in-bracket", 0.93)
            sheet.use(bracket.start, bracket.end)
            return


def _dates(sheet: Sheet, start: int, end: int) -> None:
    """The date of publication: in a bracket of its own, or between punctuation."""
    if sheet.has("date"):
        return
    text = sheet.text
    for bracket in sheet.structure.brackets(start, end):
        dates = find_dates(text, *bracket.inner)
        rest = text[slice(*bracket.inner)].strip()
        if dates and not sheet.is_used(bracket.start) and len(rest) - (dates[0][1] - dates[0][0]) <= 14:
            sheet.put("date", dates[0], "bracketed-date", 0.95)
            sheet.use(bracket.start, bracket.end)
            return
    bare = [span for span in find_dates(text, start, end) if _stands_alone(sheet, span, start, end)]
    if bare:
        best = max(bare, key=lambda span: (has_day(edtf(text[slice(*span)])), span[1] - span[0]))
        sheet.put("date", best, "date", 0.94)


def _stands_alone(sheet: Sheet, span: tuple[int, int], start: int, end: int) -> bool:
    text = sheet.text
    if not sheet.structure.at_top(span[0]) or sheet.is_used(span[0]):
        return False
    before, after = text[start : span[0]].rstrip(), text[span[1] : end].lstrip()
    by_used = any(e == span[0] or text[e : span[0]].strip() == "" for _, e in sheet.used if e <= span[0])
    return (not before or before[-1] in ",.;:”’)(" or by_used) and (not after or after[0] in ",.;:)([")


def _law(sheet: Sheet, start: int, end: int) -> bool:
    """``‘Title’ (1996) 89 Harvard Law Rev. 1685``: volume, journal and first page follow the year."""
    date = next((label for label in sheet.labels if label.name == "date" and start <= label.start), None)
    if date is None or sheet.text[date.end : date.end + 1] != ")" or sheet.has("container"):
        return False
    match = _LAW.match(sheet.text, date.end + 1, end)
    if not match:
        return False
    if match.group("volume"):
        sheet.put("volume", match.span("volume"), "law-journal", 0.9)
    sheet.put("container", match.span("container"), "law-journal", 0.9)
    sheet.put("pages", match.span("pages"), "law-journal", 0.9)
    return True


def _leftovers(sheet: Sheet, start: int, end: int, *, is_part: bool) -> None:
    """The words that are left: the container of a part, the publisher and place of a whole."""
    text = sheet.text
    for span in sheet.free(start, end):
        if not re.search(r"[^\W\d_]", text[slice(*span)]):
            continue
        if is_part and not sheet.has("container"):
            _container(sheet, span)
        elif not sheet.has("publisher") and not sheet.has("place"):
            _bare_imprint(sheet, span)


def _container(sheet: Sheet, span: tuple[int, int]) -> None:
    """A host's title, with an imprint after a full stop and the numbers printed behind it taken off."""
    start, end = _before_imprint(sheet, *span)
    start, end = _behind_volume(sheet, start, end), _before_numbers(sheet, start, end)
    if "," in sheet.text[start:end] and not sheet.has("publisher"):
        start, end = without_imprint(sheet, (start, end))
    printed = sheet.text[start:end]
    if GENRE.fullmatch(printed.strip()):
        sheet.put("genre", (start, end), "genre-word", 0.85)
    elif is_place(printed) and not sheet.has("volume") and not sheet.has("issue"):
        sheet.put("place", (start, end), "place-list", 0.85)
    elif sheet.has("ibid") and is_names(printed):
        sheet.put("editor", (start, end), "names-before-back-word", 0.85)
    elif printed.strip():
        sheet.put_faces("container", (start, end), "after-title", 0.88)


def _before_imprint(sheet: Sheet, start: int, end: int) -> tuple[int, int]:
    text = sheet.text
    stop = re.search(r"(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_a-z])", text[start:end])
    if not stop:
        return start, end
    rest = (start + stop.end(), end)
    if read_imprint(text, *rest) or is_place(text[slice(*rest)]) or is_publisher(text[slice(*rest)]):
        _bare_imprint(sheet, rest)
        return start, start + stop.start()
    return start, end


def _behind_volume(sheet: Sheet, start: int, end: int) -> int:
    """Where the name of a journal begins: behind the volume in ``15 Leiden Law Journal (2002) 4, 859``."""
    leading = _LEADING_VOLUME.match(sheet.text, start, end)
    if not leading or sheet.has("volume"):
        return start
    sheet.put("volume", leading.span("volume"), "volume-before-journal", 0.88)
    return leading.end()


def _before_numbers(sheet: Sheet, start: int, end: int) -> int:
    """Where the name of a journal ends: before ``27, 259-316``, ``45-3``, or a volume that more numbers follow."""
    text, following = sheet.text, sheet.text[end : end + 3].lstrip()
    numbers = _JOURNAL_NUMBERS.search(text, start, end)
    if numbers and (numbers.group("pages") or numbers.group("issue")) and not sheet.has("volume"):
        for name in ("volume", "issue", "pages"):
            if numbers.group(name) and not sheet.has(name):
                sheet.put(name, numbers.span(name), "journal-numbers", 0.88)
        end = numbers.start()
        dated = _TRAILING_YEAR.search(text, start, end)
        if dated and not sheet.has("date"):
            sheet.put("date", dated.span("year"), "year-before-volume", 0.9)
            end = dated.start()
    pages = _TRAILING_PAGES.search(text, start, end)
    if pages and not sheet.has("pages"):
        sheet.put("pages", pages.span("pages"), "pages-after-host", 0.88)
        return pages.start()
    volume = _TRAILING_VOLUME.search(text, start, end)
    followed = following[:1] in "(,:" or sheet.has("issue") or sheet.has("pages")
    if volume and followed and not _YEAR.fullmatch(volume.group("volume")) and not sheet.has("volume"):
        sheet.put("volume", volume.span("volume"), "volume-after-container", 0.88)
        return volume.start()
    return end


def _bare_imprint(sheet: Sheet, span: tuple[int, int]) -> None:
    text = sheet.text
    imprint = read_imprint(text, *span)
    if imprint:
        _put_imprint(sheet, imprint, "bare-imprint")
    elif is_place(text[slice(*span)]):
        sheet.put("place", span, "place-list", 0.85)
    elif is_publisher(text[slice(*span)]) and not is_person(text[slice(*span)]):
        _publisher_and_place(sheet, span)


def _publisher_and_place(sheet: Sheet, span: tuple[int, int]) -> None:
    """``Oxford University Press, Oxford`` and ``Oxford, Oxford University Press``."""
    text = sheet.text
    cut = text.rfind(",", *span)
    if cut > 0 and is_place(text[cut + 1 : span[1]].strip()):
        sheet.put("place", (cut + 1, span[1]), "place-list", 0.85)
        sheet.put("publisher", (span[0], cut), "publisher-word", 0.85)
        return
    first = text.find(",", *span)
    if first > 0 and is_place(text[span[0] : first].strip()):
        sheet.put("place", (span[0], first), "place-list", 0.85)
        sheet.put("publisher", (first + 1, span[1]), "publisher-word", 0.85)
        return
    sheet.put("publisher", span, "publisher-word", 0.8)
