"""A title told apart into its faces: romanised main title, original script, translation in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.language import is_romanised, tell
from citekit.language.tell import script
from citekit.parse.trim import trim

_TRAILING = " ,.;:"
_CLOSING = {")": "(", "]": "[", "）": "（", "］": "［"}
_CJK_RUN = re.compile(r"[^\x00-⹿](?:[^\x00-⹿]|[0-9A-Z —·])*")
_EUROPEAN = frozenset({"de", "fr", "it", "es", "pt", "nl", "pl", "ru"})


@dataclass(frozen=True, slots=True)
class Faces:
    """The stretches of a title's faces in the note."""

    main: tuple[int, int] | None
    translation: tuple[int, int] | None = None
    original: tuple[int, int] | None = None


def split_faces(text: str, start: int, end: int, gaps: tuple[int, ...] = ()) -> Faces:
    """Tell the faces of the title in a stretch apart.

    The last bracket is the translation when its language is another than the main title's: ``gangguo (jin) (Second
    …)`` keeps ``(jin)``, an English title keeps its own brackets. Where text is lost inside the title, or a bracket is
    left open or unopened by a loss, the lost place parts the faces.
    """
    start, end = trim(text, start, end, _TRAILING)
    torn = _torn_faces(text, start, end, gaps)
    if torn:
        return torn
    bracket = _last_bracket(text, start, end)
    if not bracket:
        return _with_original(text, start, end, None)
    opening, closing = bracket
    main = trim(text, start, opening, _TRAILING)
    inner = trim(text, opening + 1, closing, _TRAILING)
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
        return Faces(trim(text, start, run.start(), _TRAILING), translation, trim(text, run.start(), end, _TRAILING))
    return Faces((start, end), translation)


def translates(main: str, inner: str) -> bool:
    """Whether a bracket translates the title before it."""
    main_language, inner_language = tell(main), tell(inner)
    if inner_language in ("und", main_language) or is_romanised(inner_language):
        return False
    if is_romanised(main_language) or main_language in ("ja", "ko", "zh-Hans", "zh-Hant"):
        return bool(re.search(r"[^\W\d_]{2}", inner))
    return main_language in _EUROPEAN and inner_language == "en" and len(inner.split()) > 1


def _last_bracket(text: str, start: int, end: int) -> tuple[int, int] | None:
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


def _torn_faces(text: str, start: int, end: int, gaps: tuple[int, ...]) -> Faces | None:
    """The faces of a title that a loss has torn."""
    closes, opens = _unmatched(text, start, end)
    inside = next((gap for gap in gaps if start < gap < end), None)
    if inside is not None and closes is not None and inside <= closes:
        return Faces(trim(text, start, inside, _TRAILING), trim(text, inside, closes, _TRAILING))
    if closes is not None and gaps and closes >= end - 3:
        lost_before = max((gap for gap in gaps if gap <= start), default=None)
        if lost_before is not None and not text[lost_before:start].strip(" “\"'"):
            return Faces(None, trim(text, start, closes, _TRAILING))
    if opens is not None and len(text) in gaps and end >= len(text) - 1:
        return Faces(trim(text, start, opens, _TRAILING), trim(text, opens + 1, end, _TRAILING))
    return None


def _unmatched(text: str, start: int, end: int) -> tuple[int | None, int | None]:
    """The first closing bracket never opened, and the last opening bracket never closed."""
    open_at: list[int] = []
    orphan = None
    for index in range(start, end):
        if text[index] in "(（":
            open_at.append(index)
        elif text[index] in ")）":
            if open_at:
                open_at.pop()
            elif orphan is None:
                orphan = index
    return orphan, open_at[-1] if open_at else None
