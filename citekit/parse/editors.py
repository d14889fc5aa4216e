"""Editors and translators: ``Li Shenming and Wang Yizhou eds.,``, ``ed. P. Birks``, ``(Hrsg.)``, ``trans. by …``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.language.trim import trim
from citekit.parse.imprint import is_place
from citekit.parse.names import is_body, is_names, is_person

_AFTER = re.compile(
    r"(?P<mark>,?\s*[(\[]?\s*(?<!\w)(?:eds?\.?(?![\w’'])|editors?|hrsg\.?|hg\.|herausgeber|dir\."
    r"|a cura di|coord\.|comps?\.|zhubian|bianzhu|"
    r"trans(?:l|lators?)?\.?(?!\w)|tr\.|übers\.|trad\.)(?!\s*(?:by|von|de|par)\b)\s*[)\]]?)(?=\s*[,.:;(]|\s*$|\s+[A-Z“‘0-9])",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?P<mark>(?<!\w)(?:(?:ed(?:ited|s)?|comp(?:iled)?|selected)\.?(?:\s+and\s+(?:trans(?:lated)?|introduced|annotated)\.?)?\s+by|eds?\.|hrsg\.\s+von|"
    r"herausgegeben\s+von|hg\.\s+v(?:on|\.)|sous la dir(?:ection|\.)\s+d[e’']|éd\.\s+par|a cura di|edición de|"
    r"trans(?:lated|l)?\.?(?:\s+from\s+[^,]{2,30}?)?\s+by|trans\.|übers(?:etzt|\.)\s+von|traduit\s+(?:\w+\s+){0,2}par|trad\.(?:\s+(?:di|de|par))?))\s+",
    re.IGNORECASE,
)
_TRANSLATOR = re.compile(r"trans|tr\.|übers|trad", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Editors:
    """Editors or translators in a stretch: the whole phrase, and the names alone."""

    field: str
    start: int
    end: int
    names: tuple[int, int]


def editors_before_mark(text: str, start: int, end: int) -> Editors | None:
    """Names at the start of a stretch that a mark makes editors: ``Xie Yixian ed.,``, ``Bender, Rolf (Hrsg.):``."""
    match = _AFTER.search(text, start, end)
    if not match or (match.group("mark").startswith(",") and re.match(r"\s+[^\W\d_]", text[match.end() : end])):
        return None
    names = trim(text, start, match.start(), " ,;(")
    candidate = text[slice(*names)]
    if names[0] >= names[1] or not (is_names(candidate) or _body_like(candidate)):
        return None
    if match.group("mark").strip()[:5].casefold() == "trans" and " " not in candidate:
        return None  # "IEEE Trans." is a journal
    return Editors(_field(match.group("mark")), start, match.end(), names)


def editors_after_mark(text: str, start: int, end: int) -> Editors | None:
    """Names that follow a mark anywhere in a stretch: ``ed. P. Birks``, ``edited by A and B``, ``trans. by C``."""
    for match in _BEFORE.finditer(text, start, end):
        names = _names_from(text, match.end(), end)
        if names:
            return Editors(_field(match.group("mark")), match.start(), names[1], names)
    return None


def _field(mark: str) -> str:
    return "translator" if _TRANSLATOR.search(mark) else "editor"


def _without_place(text: str, start: int, end: int) -> tuple[int, int]:
    """Editors without the place of publication that follows them: ``hrsg. von Rüdiger Lautmann, Bielefeld``."""
    comma = text.rfind(",", start, end)
    return (start, comma) if comma > 0 and is_place(text[comma + 1 : end].strip()) else (start, end)


def _body_like(text: str) -> bool:
    return is_body(text) or (is_person(text.rsplit(" ", 1)[0]) if " " in text else False)


def _names_from(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The longest list of names that begins at an offset, cut at brackets, commas and full stops."""
    cuts = [match.start() for match in re.finditer(r"[,(;:\[]|\.(?=\s+[A-Z“‘])|\s+\d", text[start:end])]
    for cut in [end - start, *reversed(cuts)]:
        span = trim(text, start, start + cut, " ,;(")
        if span[0] < span[1] and span[1] - span[0] < 160 and is_names(text[slice(*span)]):
            return _without_place(text, *span)
    return None
