"""A string as print has it, "romanised 原文 [translation]" in any of its forms, taken apart into its faces.

The same for titles, periodicals, publishers, bodies and names: ``Hao Chunwen 郝春文``.
"""

from __future__ import annotations

import re

from citekit.language import script
from citekit.language.faces import MARKS, Faces, cut_faces, last_bracket, translates
from citekit.language.trim import trim
from citekit.model import Face, Span, Title
from citekit.romanise.language import language_of

_QUOTES = {"“": "”", '"': '"', "‘": "’", "《": "》", "「": "」", "『": "』", "„": "“", "«": "»", "'": "'"}
_PARALLEL = re.compile(r"\s=\s")  # ISBD 1.3: the parallel title follows an equals sign
_OWN_SCRIPT = re.compile(r"[⺀-鿿가-힣豈-﫿＀-￯][⺀-鿿가-힣豈-﫿＀-￯0-9·—、，。：；？！ ]*")
_LOWER = re.compile(r"[a-z]{2}")
_BETWEEN = " ,.;:/="


def faces_of(text: str) -> Faces:
    """The spans of the faces of a string.

    >>> faces = faces_of("Fu gangguo (jin) 赴刚果（金） [To the Congo]")
    >>> faces.main, faces.original, faces.translation
    ((0, 16), (17, 23), (25, 37))

    Brackets of any kind; those that belong to the title stay in it; a bracket in the title's own language does too.
    The original may stand before the romanised form, behind it, or in a bracket, alone or before the translation. A
    string of one face has a main face only. Spans leave out brackets, marks at the ends and quotes round a face.
    """
    start, end = trim(text, 0, len(text), MARKS)
    equals = _PARALLEL.search(text, start, end)
    if equals and translates(text[start : equals.start()], text[equals.end() : end], language_of):
        head = _head(text, start, equals.start())
        return _bare(text, Faces(head.main, trim(text, equals.end(), end, MARKS), head.original))
    return _bare(text, _bracketed(text, start, end) or _head(text, start, end))


def take_apart(text: str) -> Title:
    """A string's faces with their language tags, as a title of the record.

    ``take_apart("Renmin Ribao 人民日报 (People’s Daily)")`` has the main face ``Renmin Ribao`` (zh-Latn-pinyin), the
    original ``人民日报`` (zh-Hans) and the translation ``People’s Daily`` (en).
    """
    faces = faces_of(text)
    return Title(*(_face(text, span) for span in (faces.main, faces.original, faces.translation)))


def apart(title: Title) -> Title:
    """A title whose faces stand in one field, as in many libraries, with each by itself; any other as it is."""
    if not title.main or title.original or title.translation:
        return title
    found = take_apart(title.main.text)
    return found if found.main and (found.original or found.translation) else title


def _face(text: str, span: Span | None) -> Face | None:
    if span is None:
        return None
    return Face(text[slice(*span)], language_of(text[slice(*span)]))


def _head(text: str, start: int, end: int) -> Faces:
    """What stands before the translation: romanised, original, or both in either order, the second in a bracket."""
    start, end = trim(text, start, end, MARKS)
    bracket = last_bracket(text, start, end)
    if bracket:
        inner = trim(text, bracket[0] + 1, bracket[1], MARKS)
        main = trim(text, start, bracket[0], MARKS)
        own, other = script(text[slice(*main)]), script(text[slice(*inner)])
        if main[0] < main[1] and other and not own:
            return Faces(main, None, inner)
        if own and not other and not _LOWER.search(text, *main) and "-Latn" in language_of(text[slice(*inner)]):
            return Faces(inner, None, main)
    run = _OWN_SCRIPT.match(text, start, end)
    rest = trim(text, run.end(), end, MARKS) if run else (end, end)
    if run and _LOWER.search(text, *rest) and not script(text[slice(*rest)]):
        if "-Latn" in language_of(text[slice(*rest)]):
            return Faces(rest, None, trim(text, start, run.end(), MARKS))
        return Faces((start, end))
    return cut_faces(text, start, end)


def _bracketed(text: str, start: int, end: int) -> Faces | None:
    """The faces where the last bracket holds the translation, alone or with the original before it."""
    opening, closing = last_bracket(text, start, end) or (start, start)
    main, inner = trim(text, start, opening, MARKS), trim(text, opening + 1, closing, MARKS)
    if main[0] >= main[1] or inner[0] >= inner[1]:
        return None
    run = _OWN_SCRIPT.match(text, *inner)
    if run and _LOWER.search(text, run.end(), inner[1]) and not script(text[slice(*main)]):
        original = trim(text, run.start(), run.end(), f"{_BETWEEN}，；")
        return Faces(main, trim(text, run.end(), inner[1], _BETWEEN), original)
    named = _head(text, *inner)
    if named.original and named.main and _is_english_of(text[slice(*main)], text[slice(*named.main)]):
        return Faces(named.main, main, named.original)
    if script(text[slice(*inner)]) or not translates(text[slice(*main)], text[slice(*inner)], language_of):
        return None
    head = _head(text, *main)
    return Faces(head.main, inner, head.original)


def _is_english_of(main: str, inner: str) -> bool:
    """Whether a name in English stands before its romanised form: ``Academia Sinica (Zhongyang yanjiuyuan …)``."""
    return not script(main) and language_of(main) == "en" and "-Latn" in language_of(inner)


def _bare(text: str, faces: Faces) -> Faces:
    return Faces(*(span and _unquoted(text, span) for span in (faces.main, faces.translation, faces.original)))


def _unquoted(text: str, span: Span) -> Span:
    """A span without the quotes that go round the whole of it."""
    start, end = span
    closing = _QUOTES.get(text[start : start + 1], "")
    if end - start > 2 and closing and text[end - 1] == closing and closing not in text[start + 1 : end - 1]:
        return trim(text, start + 1, end - 1, MARKS)
    return span
