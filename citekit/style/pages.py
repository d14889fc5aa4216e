"""Page ranges in the format a style asks for (CSL 1.0.2, appendix V, "Page Range Formats")."""

from __future__ import annotations

import re
from functools import lru_cache

_RANGE = re.compile(
    r"(?P<head>[^\W\d_]*|\d+[:.])(?P<start>\d+)(?P<tail>[^\W\d_]?)\s*(?P<dash>--|[-–])\s*"
    r"(?P<head2>[^\W\d_]*|\d+[:.])(?P<end>\d+)(?P<tail2>[^\W\d_]?)(?![\w])"
)
_DASH = re.compile(r"(?<!\\)\s*(?:--|[-–‑])\s*")


@lru_cache(maxsize=8192)
def page_range(value: str, form: str, delimiter: str) -> str:
    """A page variable with its ranges in a format; ``form`` empty leaves the digits as they are.

    ``\\-`` is a hyphen that is none of a range.
    """
    if form:
        value = _RANGE.sub(lambda found: _formed(found, form, delimiter), value)
    return value if "\\-" not in value and not _DASH.search(value) else _dashed(value, delimiter)


def _dashed(value: str, delimiter: str) -> str:
    found = [_dash(piece, delimiter) for piece in re.split(r"(\s*[,&;]\s*)", value)]
    return "".join(found).replace("\\-", "-")


_ENDS = re.compile(r"(?P<start>[^\s-]*?\d[^\s–-]*|[ivxlcdmIVXLCDM]+)\s*(?:--|(?<!\\)[-–‑])\s*(?P<end>[^\s-]*?\d[^\s]*|[ivxlcdmIVXLCDM]+)")


def _dash(piece: str, delimiter: str) -> str:
    found = _ENDS.fullmatch(piece)
    return f"{found['start']}{delimiter}{found['end']}" if found else piece


def _formed(found: re.Match[str], form: str, delimiter: str) -> str:
    head, start, end = found["head"], found["start"], found["end"]
    head2 = found["head2"] or head
    if head2 != head or found["tail"] or found["tail2"]:
        return found[0]
    full = _expanded(start, end)
    if int(full) < int(start) or len(full) < len(start):
        return f"{head}{start}{delimiter}{found['head2']}{end}"
    shown = _SHORTENED.get(form, _as_it_is)(start, full)
    again = head if form == "expanded" and head else ""
    if form != "expanded" and found["head2"] and not head.isalpha():
        again = found["head2"]
    return f"{head}{start}{delimiter}{again}{shown}"


def _expanded(start: str, end: str) -> str:
    return start[: len(start) - len(end)] + end if len(end) < len(start) else end


def _as_it_is(start: str, end: str) -> str:  # noqa: ARG001
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
    "expanded": _as_it_is,
    "minimal": _minimal,
    "minimal-two": _minimal_two,
    "chicago": _chicago,
    "chicago-15": _chicago,
    "chicago-16": _chicago_16,
}
