"""A title cut into its faces: romanised main title, original script, translation in brackets."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from citekit.language.tell import is_romanised, script, tell
from citekit.language.trim import trim

MARKS = " ,.;:"
"""Marks that are cut off the ends of a face."""
_CLOSING = dict(zip(")]}）］】〕〗〉｝", "([{（［【〔〖〈｛", strict=True))
_CJK_RUN = re.compile(r"[^\x00-⹿](?:[^\x00-⹿]|[0-9A-Z —·])*")
_YEARS = re.compile(r"\s*[(（]\D{0,6}\d{2,4}(?:\s?[-–—]\s?\D{0,4}\d{0,4})?[)）]")  # of a life or a reign, no face
_EUROPEAN = frozenset({"de", "fr", "it", "es", "pt", "nl", "pl", "ru"})


@dataclass(frozen=True, slots=True)
class Faces:
    """The stretches of a title's faces in a text."""

    main: tuple[int, int] | None
    translation: tuple[int, int] | None = None
    original: tuple[int, int] | None = None


def cut_faces(text: str, start: int, end: int) -> Faces:
    """Tell the faces of the title in a stretch apart.

    The last bracket is the translation when its language is another than the main title's: ``gangguo (jin) (Second
    …)`` keeps ``(jin)``, an English title keeps its own brackets.
    """
    start, end = trim(text, start, end, MARKS)
    bracket = last_bracket(text, start, end)
    if not bracket:
        return _with_original(text, start, end, None)
    opening, closing = bracket
    main = trim(text, start, opening, MARKS)
    inner = trim(text, opening + 1, closing, MARKS)
    if main[0] >= main[1]:
        return Faces((start, end))
    if script(text[inner[0] : inner[1]]) and not script(text[main[0] : main[1]]):
        return Faces(main, None, inner)
    if translates(text[main[0] : main[1]], text[inner[0] : inner[1]]):
        return _with_original(text, *main, inner)
    return _with_original(text, start, end, None)


def _with_original(text: str, start: int, end: int, translation: tuple[int, int] | None) -> Faces:
    """Cut a run of original script off the end of a romanised title: ``Jiangou heping 建构和平``."""
    if not script(text[start:end]) or script(text[start : start + 1]) or not text[start].isalpha():
        return Faces((start, end), translation)
    run = _CJK_RUN.search(text, start, end)
    if run and run.start() > start and not re.search(r"[A-Za-z]{3}", text[run.end() : end]):
        end = run.end() if _YEARS.fullmatch(text, run.end(), end) else end
        return Faces(trim(text, start, run.start(), MARKS), translation, trim(text, run.start(), end, MARKS))
    return Faces((start, end), translation)


def translates(main: str, inner: str, told: Callable[[str], str] = tell) -> bool:
    """Whether a bracket translates the title before it; ``told`` answers which language a string is in."""
    main_language, inner_language = told(main), told(inner)
    if inner_language in ("und", main_language) or is_romanised(inner_language):
        return False
    if is_romanised(main_language) or main_language in ("ja", "ko", "zh-Hans", "zh-Hant"):
        return bool(re.search(r"[^\W\d_]{2}", inner))
    return main_language in _EUROPEAN and inner_language == "en" and len(inner.split()) > 1


def last_bracket(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The bracket that ends the stretch: offsets of its opening and closing mark."""
    last = end - 1
    while last > start and text[last] in " ,.;:?!’'":
        last -= 1
    if text[last : last + 1] not in _CLOSING:
        return None
    depth, opening = 0, _CLOSING[text[last]]
    for index in range(last, start - 1, -1):
        depth += (text[index] == text[last]) - (text[index] == opening)
        if depth == 0:
            return index, last
    return None
