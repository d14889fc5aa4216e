"""Volume and issue as printed: ``Vol. 20, No. 5``, ``20 (5)``, ``20, no. 5``, ``Bd. 6``, ``第9期``, ``12:3``."""

from __future__ import annotations

import re

_NUMBER = r"\d{1,6}[A-Za-z]?|[IVXLCDM]{1,10}\b"
_RANGE = rf"(?:{_NUMBER})(?:\s*[-–—/]\s*(?:{_NUMBER}))?"
_VOLUME = re.compile(
    rf"(?<![\w.])(?P<prefix>(?:vols?|volumes?|bde?|band|tome|jg|jahrgang|t|tom|anno|année|año|cilt)\b\.?)\s*(?P<value>{_RANGE})",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    rf"(?<![\w.])(?P<prefix>(?:nos?|numbers?|nr|n|issues?|iss|heft|h|núm|num|nº|n°|fasc|n\.o|sayı)\b\.?|№|n°|nº)\s*(?P<value>{_RANGE})",
    re.IGNORECASE,
)
_CJK_VOLUME = re.compile(r"第\s*(?P<value>[\d一二三四五六七八九十]+)\s*[卷巻]")
_CJK_ISSUE = re.compile(r"(?<!\d)第?\s*(?P<value>\d{1,6}(?:\s*[-–—、/]\s*\d{1,6})?)\s*[期号號]")
_PAIR = re.compile(
    rf"(?<![\w/.])(?P<volume>{_NUMBER})\s*(?:\(\s*(?:no\.?\s*|n°\s*)?(?P<issue>\d+(?:\s*[-–—/]\s*\d+)?[A-Za-z]?)\s*\)"
    rf"|[:.](?P<issue2>\d+)(?=\s*(?:\([^()]{{0,24}}(?:1[5-9]|20)\d\d\)|[:,]\s*\d)))"
)


def find_volumes(text: str, start: int, end: int) -> list[tuple[str, int, int, int]]:
    """Volumes and issues: (``volume`` or ``issue``, start of the prefix, start, end of the value), in order."""
    found: list[tuple[str, int, int, int]] = []
    for name, pattern in (("volume", _VOLUME), ("volume", _CJK_VOLUME), ("issue", _ISSUE), ("issue", _CJK_ISSUE)):
        found += [(name, match.start(), *match.span("value")) for match in pattern.finditer(text, start, end)]
    return sorted(found, key=lambda item: item[1])


def find_pair(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]] | None:
    """``20(5)``, ``12:3``: the spans of the whole, the volume and the issue; a bracketed year is no issue."""
    for match in _PAIR.finditer(text, start, end):
        issue = "issue" if match.group("issue") else "issue2"
        if not re.fullmatch(r"(?:1[5-9]|20)\d\d[a-z]?", match.group(issue)):
            return match.span(), match.span("volume"), match.span(issue)
    return None


def normal_number(raw: str) -> str:
    """A volume or issue with a plain hyphen: ``9 –10`` → ``9-10``."""
    return re.sub(r"\s*[-–—]\s*", "-", raw).strip()
