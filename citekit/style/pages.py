"""Page ranges in the format a style asks for (CSL 1.0.2, appendix V, "Page Range Formats")."""

from __future__ import annotations

import re
from functools import lru_cache

from citekit.style.numbers import LONGEST

_SEPARATOR = re.compile(r"(\s*[,&;]\s*)")
_RANGE = re.compile(
    r"(?P<head>\d*[^\W\d_]+)?(?P<start>\d+)\s*(?P<dash>--|[-–‑])\s*(?P<head2>\d*[^\W\d_]+)?(?P<end>\d+)"
)
_ENDS = re.compile(
    r"(?P<start>[^\s–‑\\-]*?\d[^\s–‑\\-]*|[ivxlcdmIVXLCDM]+)\s*(?:--|[-–‑])\s*"
    r"(?P<end>[^\s–‑\\-]*?\d[^\s–‑\\-]*|[ivxlcdmIVXLCDM]+)"
)


@lru_cache(maxsize=8192)
def page_range(value: str, form: str, delimiter: str) -> str:
    r"""A page variable with its ranges in a format; ``form`` empty leaves the digits as they are.

    ``\-`` is a hyphen that is none of a range.
    """
    if len(value) > LONGEST:
        return value.replace("\\-", "-")
    pieces = _SEPARATOR.split(value)
    return "".join(_piece(piece, form, delimiter) for piece in pieces).replace("\\-", "-")


def _piece(piece: str, form: str, delimiter: str) -> str:
    found = _RANGE.fullmatch(piece.strip())
    if found and form:
        return _formed(found, form, delimiter)
    ends = _ENDS.fullmatch(piece.strip())
    if not ends:
        return piece
    return f"{ends['start']}{delimiter}{ends['end']}"


def _formed(found: re.Match[str], form: str, delimiter: str) -> str:
    head, start, end = found["head"] or "", found["start"], found["end"]
    if (found["head2"] or "") != head:
        return f"{head}{start}-{found['head2'] or ''}{end}"  # no range, but something else with a hyphen
    full = start[: len(start) - len(end)] + end if len(end) < len(start) else end
    if int(full) < int(start):
        return f"{head}{start}{delimiter}{head}{end}"
    again = head if form == "expanded" else ""
    return f"{head}{start}{delimiter}{again}{_SHORTENED.get(form, _whole)(start, full)}"


def _whole(start: str, end: str) -> str:  # noqa: ARG001 - the signature of all formats
    return end


def _minimal(start: str, end: str, least: int = 1) -> str:
    if len(start) != len(end):
        return end
    same = 0
    while same < len(end) - least and start[same] == end[same]:
        same += 1
    return end[same:]


def _minimal_two(start: str, end: str) -> str:
    return _minimal(start, end, min(2, len(end)))


def _chicago(start: str, end: str) -> str:
    """15th edition: under 100 and multiples of 100 whole; 101–109 the changed part; else two digits or more."""
    number = int(start)
    if len(start) != len(end) or number < 100 or number % 100 == 0:
        return end
    if number % 100 < 10:
        return _minimal(start, end)
    if len(start) == 4 and len(_minimal(start, end)) >= 3:
        return end
    return _minimal_two(start, end)


def _chicago_16(start: str, end: str) -> str:
    """16th edition: as the 15th, but four digits are shortened too."""
    number = int(start)
    if len(start) != len(end) or number < 100 or number % 100 == 0:
        return end
    return _minimal(start, end) if number % 100 < 10 else _minimal_two(start, end)


_SHORTENED = {
    "expanded": _whole,
    "minimal": _minimal,
    "minimal-two": _minimal_two,
    "chicago": _chicago,
    "chicago-15": _chicago,
    "chicago-16": _chicago_16,
}
