"""Interviews and personal communications: who was spoken to, where and when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.language.trim import trim_white
from citekit.parse.dates import find_dates
from citekit.parse.imprint import is_place

_SPOKEN = re.compile(
    r"interview|discussion|conversation|communication|correspondence|Gespräch|e-?mail|letter", re.IGNORECASE
)
_BEFORE = re.compile(
    r"(?:(?:the\s+)?(?:author|writer|researcher)[’']?s?\s+)?(?:personal\s+|telephone\s+|phone\s+|e-?mail\s+|skype\s+|confidential\s+|oral\s+)?"
    r"(?:interviews?|conversations?|discussions?|communications?|correspondence|Gespräch|Interview)"
    r"(?:\s+(?:conducted\s+)?by\s+(?:the\s+)?(?:author|writer)s?)?(?:\s*[:,]\s*|\s+)(?:with|to|from|mit)\s+(?P<who>.+)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?P<who>[^,;“”]{3,120}?),\s*(?:in\s+)?(?P<mark>(?:personal\s+|telephone\s+|e-?mail\s+)?(?:interview(?:ed)?|discussion|conversation|communication|"
    r"e-?mail(?: message)?|letter)\s+(?:with|by|to)\s+(?:the\s+)?(?:present\s+)?(?:author|writer)s?)\b(?P<rest>.*)",
    re.IGNORECASE,
)
_ANONYMOUS = re.compile(
    r"(?:(?:author|writer)[’']?s?\s+interviews?|interviews?\s+(?:conducted\s+)?by\s+(?:the\s+)?(?:author|writer))\b(?P<rest>.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Interview:
    """The stretches of an interview's parts."""

    who: tuple[int, int] | None
    place: tuple[int, int] | None
    date: tuple[int, int] | None


def read_interview(text: str, start: int, end: int) -> Interview | None:
    """Read a stretch as an interview: ``Author’s interview with X (Beijing, December 2009)`` and its inversions."""
    if not _SPOKEN.search(text, start, end):
        return None
    match = _AFTER.match(text, start, end) or _BEFORE.match(text, start, end) or _ANONYMOUS.match(text, start, end)
    if not match or not find_dates(text, start, end):
        return None
    parts = match.groupdict()
    who = match.span("who") if parts.get("who") else None
    tail = match.span("rest") if "rest" in parts else who or (start, end)
    if who and "rest" not in parts:
        who = _cut_tail(text, *who)
        tail = (who[1], end)
    return Interview(who, _place(text, *tail), next(iter(find_dates(text, *tail)), None))


def _cut_tail(text: str, start: int, end: int) -> tuple[int, int]:
    """The person without the bracket or the comma that brings place and date."""
    cut = re.search(r"\s*[(\[]|,\s*(?=[^,]*\d)", text[start:end])
    stop = start + cut.start() if cut else end
    comma = text.rfind(",", start, stop)
    if comma > 0 and is_place(text[comma + 1 : stop].strip()):
        stop = comma
    return start, stop


def _place(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The known place among the parts behind the person, else the first part that is no date."""
    parts = [
        trim_white(text, start + m.start(), start + m.end()) for m in re.finditer(r"[^,()\[\];.]+", text[start:end])
    ]
    named = [
        span for span in parts if text[span[0] : span[0] + 1].isupper() and not re.search(r"\d", text[slice(*span)])
    ]
    return next((span for span in named if is_place(text[slice(*span)])), named[0] if named else None)
