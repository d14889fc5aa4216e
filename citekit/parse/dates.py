"""Dates as printed → EDTF (ISO 8601-2:2019): days, months, seasons (21–24), years, ranges."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from citekit.data import rows

_YEAR = re.compile(r"\d{4}")


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for number, names in rows("months.tsv") for name in names.split()}


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms a date is printed in, the most telling first."""
    month = r"(?P<month>[^\W\d_]{3,10}\b\.?)"
    month2 = month.replace("month", "month2")
    year = r"(?P<year>1[4-9]\d\d|20\d\d)"
    day, day2 = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?", r"(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?"
    dash = r"\s*[-–—/]\s*"
    weekday = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,\s+)?"
    forms = (
        ("cjk", r"(?P<year>\d{4})\s*年\s*(?:(?P<cmonth>\d{1,2})\s*月\s*(?:(?P<day>\d{1,2})\s*日)?)?"),
        ("iso", r"(?P<year>\d{4})(?P<sep>[-/])(?P<nmonth>0?[1-9]|1[0-2])(?P=sep)(?P<day>[0-3]?\d)"),
        ("numeric", r"(?P<day>[0-3]?\d)\.\s?(?P<nmonth>0?[1-9]|1[0-2])\.\s?(?P<year>\d{4})"),
        ("mdy-mdy", rf"{weekday}{month}\s+{day}{dash}{month2}\s+{day2},?\s+{year}"),
        ("mdy", rf"{weekday}{month}\s+{day}(?:{dash}{day2})?,?\s+{year}"),
        ("dmy-dmy", rf"{day}\.?\s+{month}{dash}{day2}\.?\s+{month2},?\s+{year}"),
        ("dmy", rf"{weekday}{day}\.?(?:{dash}{day2}\.?)?\s+(?:de\s+|of\s+)?{month},?\s+(?:de\s+)?{year}"),
        ("ymd", rf"{year},?\s+{month}\s+{day}\b"),
        ("my", rf"{month}(?:{dash}{month2})?,?\s+(?:of\s+|de\s+)?{year}(?:\s?[/–-]\s?(?:19|20)?\d\d(?!\d))?"),
        ("y-y", rf"{year}\s*[-–—/]\s*(?P<year2>\d{{4}}|\d{{2}})"),
        ("y", rf"{year}"),
    )
    return tuple(
        (name, re.compile(form if name == "cjk" else rf"(?<![\w./-]){form}(?![\w/]|-\d|–\d)", re.IGNORECASE))
        for name, form in forms
    )


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The stretches that print a date, none overlapping, in order."""
    stop = len(text) if end is None else end
    return [span for span in _all_dates(text) if span[0] >= start and span[1] <= stop]


@lru_cache(maxsize=256)
def _all_dates(text: str) -> tuple[tuple[int, int], ...]:
    """All dates of a text, the longest forms first; kept, because every rule asks for the same note's dates."""
    found: list[tuple[int, int]] = []
    covered = bytearray(len(text))
    if not _YEAR.search(text):
        return ()
    for _, pattern in _patterns():
        for match in pattern.finditer(text):
            if _real(match) and not any(covered[match.start() : match.end()]):
                found.append(match.span())
                covered[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return tuple(sorted(found))


def _real(match: re.Match[str]) -> bool:
    """Whether the words that stand where a month stands are months."""
    parts = match.groupdict()
    return all(_month_number(parts[name]) for name in ("month", "month2") if parts.get(name))


def edtf(raw: str) -> str:
    """A printed date as EDTF: ``October 24 – 25, 2008`` → ``2008-10-24/2008-10-25``, ``Spring 2005`` → ``2005-21``.

    The empty string when the text prints no date.
    """
    for name, pattern in _patterns():
        match = pattern.search(raw)
        if match and _real(match):
            return _value(name, {key: part for key, part in match.groupdict().items() if part})
    return ""


def _value(name: str, parts: dict[str, str]) -> str:
    year = parts["year"]
    if name == "y-y":
        later = parts["year2"]
        return f"{year}/{later if len(later) == 4 else year[:2] + later}"
    month = _month_number(parts.get("month", "")) or int(parts.get("cmonth") or parts.get("nmonth") or 0)
    month2 = _month_number(parts.get("month2", ""))
    first = _point(year, month, parts.get("day", ""))
    if "day2" in parts or month2:
        return f"{first}/{_point(year, month2 or month, parts.get('day2', ''))}"
    return first


def _month_number(name: str) -> int:
    return _months().get(name.casefold().rstrip("."), 0)


def _point(year: str, month: int, day: str) -> str:
    if not month:
        return year
    point = f"{year}-{month:02d}"
    return f"{point}-{int(day):02d}" if day and 1 <= int(day) <= 31 and month <= 12 else point


def has_day(value: str) -> bool:
    """Whether an EDTF value is exact to the day."""
    return bool(re.match(r"\d{4}-\d\d-\d\d", value))
