"""How the lines of a note become its text: one rule, for the reader and for whoever checks it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.model import Span

_HYPHENS = "-‐\u00ad\ufffe\x02"
_SOFT = "\u00ad\ufffe\x02"
_HARD = re.compile(f"[^{_SOFT}]+")
_DASHES = "-‐‑–—−/"
_COMPOUND = re.compile(
    r"(?:^|[\s(\[“\"‘'«])(?:non|self|ex|anti|pro|quasi|post|pre|co|all|half|cross|vice|[^\W\d_]*\d)[-‐]$",
    re.IGNORECASE,
)
_SUSPENDED = re.compile(r"(?:und|oder|bzw\.?|sowie|and|or|et|ou|y|e|en|of|to)\b")
_URL = re.compile(r"(?:https?:|www\.|doi\.org)\S*$")
_URL_WORD = re.compile(
    r"(?!(?:accessed|visited|retrieved|last|abgerufen|zuletzt|consult|archived|and|und|see|at|on)\b)[\w%~?#]"
)
_URL_STEP = re.compile(
    r"(?:[^\s./_=&?%~#-]{0,80}[./_=&?%~#-]\S{0,200}\w|s?html?|php|pdf|aspx?|jsp|com|org|net|edu|gov|int)(?=[\s,;)>]|$)"
)
_URL_JOINTS = frozenset("./_-=&?%~#:")
_URL_REST = re.compile(r"[/.?&=_#%]\w")
_WIDE = (("\u2e80", "\u312f"), ("\u3190", "\u9fff"), ("\uf900", "\ufaff"), ("\uff00", "\uffef"))
"""Chinese and Japanese characters and their punctuation; Korean sets blanks between words."""
_TAIL = 200


def pieces(text: str, rows: Sequence[Span]) -> tuple[Span, ...]:
    """The spans of a note: its rows without blanks around them, without soft hyphens, without torn words' hyphens.

    ``rows`` are the stretches of its lines, each without blanks at either end.
    """
    spans: list[Span] = []
    for at, (start, stop) in enumerate(rows):
        torn = at + 1 < len(rows) and _is_torn(text, start, stop, rows[at + 1][0])
        spans += _without_soft_hyphens(text, start, stop - torn)
    return tuple(spans)


def _is_torn(text: str, start: int, stop: int, following: int) -> bool:
    """Whether a row ends in a hyphen that only the end of the line put into a word."""
    if text[stop - 1] in _SOFT:
        return True
    if text[stop - 1] not in _HYPHENS or stop - start < 2 or not text[stop - 2].isalpha():
        return False
    if not text[following].islower() or _SUSPENDED.match(text, following):
        return False
    return not _COMPOUND.search(text, max(start, stop - _TAIL), stop) and not _torn_url(text, start, stop, following)


def _without_soft_hyphens(text: str, start: int, stop: int) -> Iterator[Span]:
    for found in _HARD.finditer(text, start, stop):
        yield found.span()


def joined(text: str, spans: Sequence[Span]) -> str:
    """The text of a note: its spans with what :func:`between` puts between them."""
    whole = []
    for at, (start, stop) in enumerate(spans):
        if at:
            whole.append(between(text, spans[at - 1], spans[at]))
        whole.append(text[start:stop])
    return "".join(whole)


def between(text: str, left: Span, right: Span) -> str:
    """What joins two spans: nothing or one blank.

    Nothing where a hyphen was left out between them, where the left one ends in a hyphen, dash or slash without a
    blank before it, where a URL is torn, and between Chinese or Japanese characters; else a blank. A hyphen before
    "und", "or" and the like stands for a word left out and is followed by a blank.
    """
    if text[left[1]] in _HYPHENS:
        return ""
    last, first = text[left[1] - 1], text[right[0]]
    if _torn_url(text, *left, right[0]):
        return ""
    if last in _DASHES and left[1] - left[0] > 1 and not text[left[1] - 2].isspace():
        return " " if _SUSPENDED.match(text, right[0]) or _ends_url(text, *left) else ""
    return "" if _is_wide(last) and _is_wide(first) else " "


def _is_wide(char: str) -> bool:
    return any(low <= char <= high for low, high in _WIDE)


def _torn_url(text: str, start: int, stop: int, following: int) -> bool:
    """Whether the left row ends in the middle of a URL that the right one goes on with."""
    if text[stop - 1] not in _URL_JOINTS and text[following] not in _URL_JOINTS:
        return False
    url = _ends_url(text, start, stop)
    if not url:
        return False
    if url[-1] in ".:":
        bare = url.endswith(("www.", "http:", "https:"))
        return (bare and text[following].isalnum()) or bool(
            not text[following].isupper() and _URL_STEP.match(text, following)
        )
    if url[-1] in "/_-=&?%~#":
        return bool(_URL_WORD.match(text, following))
    return bool(_URL_REST.match(text, following))


def _ends_url(text: str, start: int, stop: int) -> str:
    """The URL with which a row ends, or nothing."""
    words = text[max(start, stop - _TAIL) : stop].rsplit(None, 1)
    url = _URL.search(words[-1]) if words else None
    return url[0] if url else ""
