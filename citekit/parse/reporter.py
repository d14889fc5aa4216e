"""Volume, reporter and page in a row, the lawyers' way: ``347 U.S. 483 (1954)``, ``89 HARV. L. REV. 1685``."""

from __future__ import annotations

import re
from dataclasses import dataclass

_REPORTER = re.compile(
    r"(?<=[,)]\s)(?P<volume>\d{1,4})\s+(?P<reporter>[^\W\d_a-z](?:[A-Za-z.&’' ]|\d(?=d\b|th\b)){0,60}?[A-Za-z.])"
    r"\s+(?P<page>\d{1,5})"
    r"(?:,\s*(?:at\s+)?(?P<pin>\d{1,5}(?:\s*[-–]\s*\d+)?))?\s*(?:\((?P<court>(?:\d{1,2}(?:d|st|nd|rd|th)\s)?[^()\d]*?)(?P<year>(?:1[6-9]|20)\d\d)\)|(?=[.;,]|\s*$))"
)
_PIN = r"\d{1,5}(?:\s*[-–]\s*\d+)?"
_AND_FOLLOWING = r"(?:\s*ff?\b\.?)?"
_GERMAN = re.compile(
    r"(?:(?<=[,;/]\s)|(?<![\w]))(?P<reporter>[^\W\d_a-z][\w-]{0,20}[^\W\d_a-zß-öø-ÿ-][\w-]{0,20}(?:[ -]Beilage)?)"
    rf"\s+(?P<year>(?:19|20)\d\d),\s+(?P<page>\d{{1,5}}){_AND_FOLLOWING}"
    rf"(?:,\s*(?P<pin>{_PIN}){_AND_FOLLOWING}|\s*\((?P<inner>\d{{1,5}})(?:\s*ff?\.?)?\))?"
)
_NEUTRAL = re.compile(
    r"\[(?P<year>(?:1[89]|20)\d\d)\]\s+(?:(?P<volume>\d{1,2})\s+)?(?P<reporter>[A-Z][A-Za-z. ]{1,12}?)"
    r"\s+(?P<page>\d{1,5})"
)


@dataclass(frozen=True, slots=True)
class Reporter:
    """The stretches of a law reporter's parts."""

    start: int
    end: int
    parts: dict[str, tuple[int, int]]


def find_reporter(text: str, start: int, end: int) -> Reporter | None:
    """The first such row in a stretch, with its bracketed year; None when there is none."""
    for pattern in (_REPORTER, _NEUTRAL, _GERMAN):
        match = pattern.search(text, start, end)
        if match and _abbreviated(match.group("reporter")):
            parts = {name: match.span(name) for name, value in match.groupdict().items() if value}
            if "inner" in parts:
                parts["pin"] = parts.pop("inner")
            return Reporter(match.start(), match.end(), parts)
    return None


def _abbreviated(reporter: str) -> bool:
    """A reporter is printed in abbreviations or capitals; months and plain words are none."""
    capitals = re.findall(r"[^\W\d_a-zß-öø-ÿ]", reporter)
    return "." in reporter or (len(capitals) > 1 and not re.search(r"[a-z] [a-z]", reporter))
