"""Document symbols of the United Nations and their kin: ``S/RES/1706``, ``A/61/5``, ``S/PV.4043``, ``SG/A/1089``."""

from __future__ import annotations

import re

_SYMBOL = re.compile(
    r"(?<![\w/])(?:UN\s+(?:Doc(?:ument|\.)?)\s+)?(?P<symbol>(?:[A-Z]{1,6}(?:\.\d+|-[A-Z]{2,6})?|UNEP|UNCTAD)(?:/(?:Res\.\s?\d+|[A-Z0-9][A-Za-z0-9.\-]*))+"
    r"(?:\(\d{4}\)(?:/\d+)?|\s\(\d{4}\))?)(?![\w/])"
)
_EU = re.compile(r"(?<!\w)(?P<symbol>(?:COM|SEC|SWD|JOIN)\s?\(\d{4}\)\s?\d+(?:\s?final)?)")
_PRESS = re.compile(r"(?:D?SG|SC|GA|ECOSOC|PKO|HR|ORG|OBV|BIO|M|AFR|DC|L|REC|NGO|PI|WOM)/(?:SM|A|T|\d)")
_NOT_UN = re.compile(r"(?:[A-Z]+/)+[A-Z]+")


def find_symbols(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches that print a document symbol: capitals, strokes and at least one digit."""
    found = []
    for pattern in (_SYMBOL, _EU):
        for match in pattern.finditer(text, start, end):
            symbol = match.group("symbol").rstrip(".-")
            if any(char.isdigit() for char in symbol) and not _NOT_UN.fullmatch(symbol):
                found.append((match.start("symbol"), match.start("symbol") + len(symbol)))
    return sorted(found)


def is_press_release(symbol: str) -> bool:
    """Whether a symbol is of a United Nations press release (``SG/SM/…``, ``SG/A/…``, ``SC/…``, ``GA/…``)."""
    return bool(_PRESS.match(symbol))


def is_un_document(symbol: str) -> bool:
    """Whether a symbol begins with a main organ of the United Nations or one of its programmes."""
    return bool(re.match(r"(?:A|S|E|T|ST|TD|DP|CCPR|CEDAW|CRC|CAT|CERD|HRI|UNEP|UNCTAD|FCCC|CD|NPT|A-\w+)/", symbol))
