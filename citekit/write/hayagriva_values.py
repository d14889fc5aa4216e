"""Single values of Hayagriva and what they tell: texts with signs of their own, numbers, dates, URLs, languages.

A reader of Hayagriva refuses a whole file for one date, URL or language that it cannot take; none is written.
"""

from __future__ import annotations

import re

from citekit.write import edtf
from citekit.write.yaml_text import Day

_SIGN = re.compile(r"[\\{}$]")
_MARKED = re.compile(r"\\([\\{}$])|[{}]")
_NUMBER = re.compile(r"0|[1-9]\d{0,8}", re.ASCII)
_DATE = re.compile(r"(?P<about>~?)(?P<date>\d{4}(?:-\d\d(?:-\d\d)?)?)", re.ASCII)
_LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_URL = re.compile(
    rf"https?://(?:{_LABEL}\.)*(?!xn--)[a-z](?:[a-z0-9-]*[a-z0-9])?(?::\d{{1,4}})?(?:[/?#]\S*)?",
    re.IGNORECASE | re.ASCII,
)
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))?",
    re.IGNORECASE | re.ASCII,
)


def formattable(text: str) -> str:
    r"""A text whose braces, dollars and backslashes are meant as such: ``US$ 5`` → ``US\$ 5``."""
    return _SIGN.sub(r"\\\g<0>", text)


def text_of(value: object) -> str:
    """The text of a formattable member, without the braces that protect its capitals; a record of one has ``value``."""
    return _MARKED.sub(lambda found: found[1] or "", plain_of(value))


def plain_of(value: object) -> str:
    """The text of a member that is a text or a number, or a record of one; else empty."""
    if isinstance(value, dict):
        value = value.get("value")
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def number(text: str) -> int | str:
    """A whole number as such, up to nine digits; any other text as it is."""
    return int(text) if _NUMBER.fullmatch(text) else text


def count(text: str) -> int | None:
    """A whole number up to nine digits, else nothing."""
    return int(text) if _NUMBER.fullmatch(text) else None


def date(text: str) -> int | str | None:
    """The date of an EDTF date, or the first day, month or year that it tells: ``2007~`` → ``~2007``; else nothing."""
    point = next((point for point in edtf.points(text) if point), None)
    if point is None:
        return None
    month = f"-{point.month:02}" if 0 < point.month <= 12 else ""
    day = f"-{point.day:02}" if month and point.day else ""
    if point.doubtful:
        return f"~{point.year:04}{month}{day}"
    return Day(f"{point.year:04}{month}{day}") if month or point.year < 1000 else point.year


def edtf_of(value: object) -> str:
    """The EDTF of a date: ``~2007`` → ``2007~``; what is no such date is told as it is."""
    text = f"{value:04}" if isinstance(value, int) and not isinstance(value, bool) else plain_of(value)
    found = _DATE.fullmatch(text)
    return f"{found['date']}{'~' if found['about'] else ''}" if found else text


def is_url(text: str) -> bool:
    """Whether a text is an address of the web that every reader takes."""
    return bool(_URL.fullmatch(text))


def is_language(text: str) -> bool:
    """Whether a text is a tag of a language, with script, region and one variant at most."""
    return bool(_LANGUAGE.fullmatch(text))
