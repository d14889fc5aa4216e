"""Short references by name and year, wherever they stand: ``Geiger 1964, S. 65``, ``bei Carlin/Howard 1967``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.data import words
from citekit.parse.pages import LIST

_FAMILY = r"(?:(?:van|von|de|der|du|le|la)\s+)*[^\W\d_a-zß-öø-ÿ][\w’'-]+"
_JOIN = r"(?:\s*/\s*|\s+(?:and|und|&|et)\s+|,\s+(?:and\s+)?)"
_MATCH = re.compile(
    rf"(?<![\w/’'.-])(?P<names>{_FAMILY}(?:{_JOIN}{_FAMILY}|\s+et\s+al\.?){{0,5}}),?\s+\(?(?P<year>(?:1[89]|20)\d\d(?:/\d\d)?)(?P<letter>[a-z]?)\)?"
    rf"(?![\w-])(?P<pages>[,:]?\s*(?:(?:insbesondere|insb\.|esp\.|bes\.)\s+)?(?:pp?\.|S\.)\s*{LIST}|[:,]\s*\d+(?:\s*[-–—]\s*\d+)?(?:\s*ff?\b\.?)?)?"
)
_LEADS = re.compile(
    r"(?:^|[;(.]|[,:]\s?|\b(?:bei|von|vgl\.|nach|siehe|sowie|ebenso|und|auch|see|cf\.|by|in|and|also|zeigt|voir|chez))\s*$",
    re.IGNORECASE,
)
_ACRONYM = re.compile(
    r"(?!Mc|Mac|De|Du|La|Le|O['’])[^\W\d_a-z][\w-]*[a-zäöü]?[^\W\d_a-zß-öø-ÿ-](?![\w’'])|[^\W\d_a-z]{2,5}(?![\w’'])|[A-Z][a-z]*[A-Z]"
)
_NO_NAME = re.compile(
    r"(?:No|Nr|Vol|Resolution|Article|Art|Section|Chapter|Act|Law|Fig|Table|Tabelle|Part|In|Since|By|Until|The|A|Of|For)\b"
)


@dataclass(frozen=True, slots=True)
class AuthorYear:
    """One short reference: its whole stretch, its names and its year."""

    start: int
    end: int
    names: tuple[int, int]
    year: tuple[int, int]


def find_author_years(text: str, start: int, end: int) -> list[AuthorYear]:
    """The short references by name and year in a stretch, in order.

    A name and a year in running prose count only with a page behind them or a word before them that introduces
    references (bei, vgl., see); at the head of the stretch, or filling it, they always count.
    """
    found = []
    for match in _MATCH.finditer(text, start, end):
        if _is_name_list(match.group("names")) and _counts(text, start, end, match):
            stop = match.end() if match.group("pages") else match.end("year") + len(match.group("letter"))
            stop += text[stop : stop + 1] == ")" and "(" in match.group()
            begin = _after_preposition(text, start, match.start("names"))
            found.append(AuthorYear(begin, stop, (begin, match.end("names")), match.span("year")))
    return found


def _after_preposition(text: str, start: int, begin: int) -> int:
    """A "von" after another word is a preposition, no part of the name: "die Konflikttheorie von Gessner"."""
    particle = re.match(r"(?:von|de|van)\s+", text[begin:])
    return begin + particle.end() if particle and re.search(r"\w\s*$", text[start:begin]) else begin


def _is_name_list(names: str) -> bool:
    if _NO_NAME.match(names) or re.search(r",\s+[A-Z]\b", names):
        return False
    parts = [part for part in re.split(r"\s*/\s*|\s+(?:and|und|et|al\.?)\s*|\s*&\s*|,\s*", names) if part]
    return all(not _common(part) and not _ACRONYM.match(part) for part in parts)


def _common(word: str) -> bool:
    plain = word.casefold().rstrip(".")
    return (
        plain in words("month-words.txt")
        or (plain in words("english-words.txt") and len(word) > 2)
        or plain in words("places.txt")
    )


def _counts(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    before = text[start : match.start()]
    if before.strip() and "," in text[match.end("names") : match.start("year")] and "/" not in match.group("names"):
        return False
    if not before.strip() or not text[match.end() : end].strip(" .;)"):
        return not before.strip() or bool(_LEADS.search(before)) or bool(match.group("pages"))
    return bool(match.group("pages")) or bool(
        _LEADS.search(before) and re.search(r"(?:bei|von|vgl\.|see|cf\.)\s*$", before, re.IGNORECASE)
    )
