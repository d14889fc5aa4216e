"""What kind of work a citation is of, told by its fields: the first rule of the list that speaks decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeAlias

from citekit.data import words
from citekit.language import fold
from citekit.parse.dates import has_day
from citekit.parse.symbols import is_press_release, is_un_document

Values: TypeAlias = Mapping[str, str]
"""Field name → text as normalised; ``author`` holds the names in one line, ``raw`` the whole citation."""

_SPEECH = re.compile(
    r"\b(?:speech|address|remarks|statement by|lecture|keynote|opening statement|jianghua|yanjiang"
    r"|fayan|zhici|enzetsu|讲话|演讲|Rede)\b",
    re.IGNORECASE,
)
_PRESS = re.compile(
    r"\b(?:press (?:briefing|release|conference|statement)|daily briefing|pressemitteilung|communiqué de presse)\b",
    re.IGNORECASE,
)
_UN = re.compile(r"\b(?:United Nations|UN|Security Council|General Assembly|Secretary-General)\b")
_TREATY = re.compile(
    r"\b(?:treaty|convention|protocol|covenant|charter of the united nations|vertrag)\b", re.IGNORECASE
)
_LAW = re.compile(
    r"\b(?:act|law|gesetz|code|regulation|ordinance|directive|décret|loi|legge)\b[^,]*(?:\d{4}|no\.|§)|§|\bBGBl\b",
    re.IGNORECASE,
)
_CASE = re.compile(r"(?<=\w\s)vs?\.?\s+[^\W\d_a-z]|\bBVerfG|\bEuGH|\bECLI:|\bCase C-")
_THESIS = re.compile(r"thesis|dissertation|\bdiss\.|论文|論文", re.IGNORECASE)
_REPORT = re.compile(
    r"\b(?:report|working paper|occasional paper|policy paper|discussion paper|tech(?:nical"
    r"|\.) rep(?:ort|\.)?|white paper|bericht)\b",
    re.IGNORECASE,
)
_CONFERENCE = re.compile(
    r"\b(?:proceedings|proc\.|conference|symposium|workshop|congress|tagung|kongress)\b", re.IGNORECASE
)
_ARCHIVE = re.compile(
    r"\b(?:[Aa]rchives?|Archiv|Archivio|[Dd]anganguan|NARA|Nachlass|Papers, [Bb]ox|MSS?)\b|\b(?:FO|CAB|PREM|WO|RG)\s?\d"
)


def kind(values: Values) -> str:
    """The type of the work, one of the design's list."""
    return next(answer for rule in _RULES if (answer := rule(values)))


def _interview(values: Values) -> str:
    return "interview" if values.get("interview") else ""


def _by_symbol(values: Values) -> str:
    symbol = values.get("document_symbol", "")
    if not symbol:
        return ""
    if is_press_release(symbol):
        return "press-release"
    return "un-document" if is_un_document(symbol) else "report"


def _case(values: Values) -> str:
    return "legal-case" if _CASE.search(values.get("raw", "")) and not values.get("author") else ""


def _press(values: Values) -> str:
    told = _PRESS.search(values.get("title", "") + " " + values.get("genre", ""))
    return "press-release" if told and not values.get("container") else ""


def _newswire(values: Values) -> str:
    agencies = _agencies()
    agency = fold(values.get("container", "")) in agencies or (
        not values.get("container") and fold(values.get("author", "")) in agencies
    )
    return "newswire" if agency and values.get("title") and not values.get("volume") else ""


@cache
def _agencies() -> frozenset[str]:
    return frozenset(fold(name) for name in words("news-agencies.txt"))


def _webpage(values: Values) -> str:
    online = re.search(
        r"\b(?:wang|net|online|website|web|\w+\.(?:com|org|cn|net))\b", values.get("container", ""), re.IGNORECASE
    )
    if values.get("url") and not (
        values.get("volume")
        or values.get("issue")
        or values.get("publisher")
        or values.get("doi")
        or values.get("place")
    ):
        return "webpage" if online or not _is_newspaper(values) else "article-newspaper"
    return ""


def _speech(values: Values) -> str:
    told = _SPEECH.search(f"{values.get('title', '')} {values.get('title_translation', '')} {values.get('genre', '')}")
    if (told and told.start() == 0) or (told and re.search(r"jianghua|yanjiang|fayan|讲话|演讲", told.group())):
        return "speech" if not _newspaper(values) else ""
    return (
        "speech"
        if values.get("event_date")
        and values.get("title")
        and values.get("author")
        and (values.get("publisher") or values.get("ibid"))
        else ""
    )


def _thesis(values: Values) -> str:
    return "thesis" if _THESIS.search(values.get("genre", "")) else ""


def _film(values: Values) -> str:
    return "film" if re.search(r"motion picture|film", values.get("genre", ""), re.IGNORECASE) else ""


def _newspaper(values: Values) -> str:
    if not values.get("container") or values.get("volume") or values.get("issue"):
        return ""
    if has_day(values.get("date", "")) and not values.get("editor") and not values.get("publisher"):
        return "article-magazine" if _magazine(values["container"]) else "article-newspaper"
    return ""


def _is_newspaper(values: Values) -> bool:
    names = fold(values.get("container", "")).split()
    return any(name in words("newspaper-words.txt") for name in names)


def _magazine(container: str) -> bool:
    names = set(fold(container).split())
    return bool(names & words("magazine-words.txt")) and not names & words("newspaper-words.txt")


def _chapter(values: Values) -> str:
    if values.get("container") and (
        values.get("publisher") or values.get("editor") or values.get("place") or values.get("in")
    ):
        return "conference-paper" if _CONFERENCE.search(values["container"]) else "chapter"
    return ""


def _article(values: Values) -> str:
    if values.get("container"):
        if _CONFERENCE.search(values["container"]) and not values.get("issue"):
            return "conference-paper"
        return "article-magazine" if _magazine(values["container"]) and not values.get("volume") else "article-journal"
    return ""


def _un_document(values: Values) -> str:
    if values.get("publisher") or values.get("place"):
        return ""
    author, title = values.get("author", ""), values.get("title", "")
    if _UN.match(author) or (
        _UN.search(title)
        and not author
        and re.search(r"\b(?:resolution|report of the secretary)", title, re.IGNORECASE)
    ):
        return "un-document"
    return ""


def _report(values: Values) -> str:
    genre = _REPORT.search(values.get("genre", ""))
    return "report" if genre and values.get("title") else ""


def _legal(values: Values) -> str:
    title = values.get("title", "")
    if values.get("statute"):
        return "legislation"
    if values.get("quoted") or values.get("publisher") or values.get("author"):
        return ""
    if _TREATY.search(title) and not values.get("pages"):
        return "treaty"
    return "legislation" if _LAW.search(values.get("raw", "")) else ""


def _archival(values: Values) -> str:
    return (
        "archival"
        if _ARCHIVE.search(values.get("raw", "")) and not values.get("publisher") and not values.get("container")
        else ""
    )


def _book(values: Values) -> str:
    if values.get("publisher") or values.get("place") or values.get("edition") or values.get("isbn"):
        return "book" if values.get("title") or values.get("title_translation") else ""
    return "book" if values.get("title") and not values.get("quoted") and values.get("date") else ""


def _other(values: Values) -> str:
    return "webpage" if values.get("url") else "other"


_RULES: tuple[Callable[[Values], str], ...] = (
    _interview,
    _by_symbol,
    _case,
    _thesis,
    _film,
    _press,
    _newswire,
    _speech,
    _webpage,
    _chapter,
    _newspaper,
    _article,
    _un_document,
    _report,
    _archival,
    _legal,
    _book,
    _other,
)
