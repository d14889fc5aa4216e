"""The imprint: place, publisher and year, in brackets or bare: ``(Beijing: Jiuzhou Chubanshe, 2007)``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.data import words
from citekit.language.trim import trim
from citekit.parse.dates import find_dates

_EDITION = re.compile(
    r"(?P<edition>(?:\d+(?:st|nd|rd|th|\.|e|ème|ª)?|first|second|third|fourth|fifth|sixth|revised|rev\.|new|updated|enlarged)\s*"
    r"(?:(?:rev(?:ised)?\.?|enl(?:arged)?\.?)\s*)?(?:edn?\b\.?|edition\b|aufl(?:age)?\b\.?|éd\b\.?|édition\b)"
    r"|\d+\s*版)",
    re.IGNORECASE,
)
_OUTER = (" ,;([", " ,;)]")
_PLACE = r"[^\W\d_][^:;()“”\"]{1,48}?"
_PLACE_COLON = re.compile(rf"(?P<place>{_PLACE})\s*[:：]\s*(?P<publisher>[^:()“”]{{2,}}?)$")
_NOT_YET = re.compile(
    r",?\s*(?:forthcoming|in press|im Erscheinen|à paraître|in corso di stampa|n\.\s?d\.|o\.\s?J\.)\s*$", re.IGNORECASE
)
_THESIS = re.compile(
    r"(?:unpublished\s+)?(?:Ph\.?\s?D\.?|doctoral|master[’']?s|M\.?A\.?|D\.?\s?Phil\.?|LL\.?M\.?)\s*(?:thesis|dissertation|diss\.?)"
    r"|(?:unpublished\s+)?(?:dissertation|thesis|diss\.)",
    re.IGNORECASE,
)
_PUBLISHER_WORD = re.compile(
    r"\b(?:Press|Publish(?:er|ers|ing)|Publications?|Books?|Verlag|Chubanshe|Shudian|Shuju|Yinshuguan|University|Éditions|"
    r"Editions?|Editore|Editorial|Presses|Shuppan\w*|Shoten|Shobō|Shobo|sha|Institute|Company|Co\.|Inc\.|Ltd|House|Institut|"
    r"Office|Bureau|Gallimard|Wiley|Blackwell|Routledge|Springer|Macmillan|Norton|Brill|Elsevier|Sage|SAGE|Longman|Palgrave|"
    r"Penguin|Vintage|Dover|Harper\w*|Knopf|Cambridge UP|UP|MIT|RAND|Brookings)(?!\w)"
)

_REGION = re.compile(
    r"[A-Z]{2}|D\.?C|Mass|Md|Conn|Calif|Cal|Ill|Ind|Mich|Minn|Pa|Va|Vt|Wis|N\.?Y|N\.?J|N\.?H|USA|U\.S\.A|UK|England|"
    r"California|Germany|France|Italy|China|Japan|Canada|Australia|India|Netherlands|Switzerland|Austria|Spain|Sweden|MA"
)


@dataclass(frozen=True, slots=True)
class Imprint:
    """The stretches of an imprint's parts in the note; a part that is not printed is None."""

    place: tuple[int, int] | None = None
    publisher: tuple[int, int] | None = None
    date: tuple[int, int] | None = None
    edition: tuple[int, int] | None = None
    genre: tuple[int, int] | None = None


def read_imprint(text: str, start: int, end: int) -> Imprint | None:
    """Read a stretch as an imprint, or None when it is something else: a date alone, a gloss, an aside.

    ``Place: Publisher, Year``, ``Place, Publisher, Year``, ``Publisher, Year``, ``Place, Year``, ``2nd ed., Place:
    Publisher, Year``. A stretch without a date is one only in the form ``Place: Publisher``.
    """
    start, end = trim(text, start, end, *_OUTER)
    edition = _EDITION.search(text, start, end)
    dates = find_dates(text, start, end)
    date = dates[-1] if dates and not text[dates[-1][1] : end].strip(" .,;") else None
    stop = date[0] if date else end
    ahead = _NOT_YET.search(text, start, stop)
    stop = ahead.start() if ahead else stop
    genre = _THESIS.match(text, start, stop)
    if genre:
        school = trim(text, genre.end(), stop, *_OUTER)
        return Imprint(None, school if school[0] < school[1] else None, date, None, genre.span())
    head = (
        edition.end() if edition and edition.end() <= stop and not text[start : edition.start()].strip(" ,") else start
    )
    begin, stop = trim(text, head, stop, *_OUTER)
    if begin >= stop:
        return Imprint(None, None, date, edition.span("edition")) if edition and date else None
    place, publisher = _place_publisher(text, begin, stop, dated=date is not None)
    if not (place or publisher):
        return None
    return Imprint(place, publisher, date, edition.span("edition") if edition else None)


def find_edition(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where an edition is named: ``3rd ed.``, ``10th ed.``, ``2. Aufl.``."""
    match = _EDITION.search(text, start, end)
    return match.span("edition") if match else None


def is_publisher(text: str) -> bool:
    """Whether a stretch holds a word that publishers' names are made of."""
    return bool(_PUBLISHER_WORD.search(text))


def is_place(text: str) -> bool:
    """Whether a stretch is a known place of publication, or several: ``Cambridge, MA``, ``Neuwied und Darmstadt``."""
    parts = [part.strip(" .") for part in re.split(r",|/|\band\b|\bund\b|&|;|–| - ", text) if part.strip(" .")]
    known = [part.casefold() in words("places.txt") for part in parts]
    return any(known) and all(k or _REGION.fullmatch(part) for k, part in zip(known, parts, strict=True))


def _place_publisher(
    text: str, start: int, end: int, *, dated: bool
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    colon = _PLACE_COLON.fullmatch(text, start, end)
    if colon and (dated or is_place(colon.group("place")) or is_publisher(colon.group("publisher"))):
        return colon.span("place"), trim(text, *colon.span("publisher"), *_OUTER)
    if not dated:
        return None, None
    stretch = text[start:end]
    if re.search(r"[“”:;()]|\bhttp", stretch) or len(stretch) > 110:
        return None, None
    if is_place(stretch):
        return (start, end), None
    comma = stretch.find(",")
    if comma > 0:
        first, second = (start, start + comma), trim(text, start + comma, end, *_OUTER)
        if is_place(text[slice(*first)]) and not is_publisher(text[slice(*first)]):
            return first, second
        last_comma = start + stretch.rfind(",")
        last = trim(text, last_comma, end, *_OUTER)
        if is_place(text[slice(*last)]):
            return last, (start, last_comma)
    if is_publisher(stretch):
        return None, (start, end)
    return None, None
