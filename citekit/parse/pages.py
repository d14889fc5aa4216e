"""Page numbers as printed: ``pp. 945 – 947``, ``p 131.``, ``S. 64 ff.``, ``at 485 and 481``, ``第12页``."""

from __future__ import annotations

import re

_NUMBER = r"(?:[A-Z]{0,2}\d{1,6}[a-z]?(?:\.\d{1,4})?|[ivxlc]+\b)"
_RANGE = rf"{_NUMBER}(?:\s*[-‐‑‒–—―−]+\s*{_NUMBER})?(?:\s*(?:ff?|et seq|sqq?)\b\.?)?"
_NO_YEAR = r"(?!(?:1[5-9]|20)\d\d\b(?!\s*[-‐‑–]))"
_NEXT = rf"(?:,\s*|\s+(?:and|und|et|&)\s+)(?:pp?\.\s*)?{_NO_YEAR}{_RANGE}(?![\w:/]|\.\d|\s*\()"
LIST = rf"{_RANGE}(?:{_NEXT})*"
_PREFIX = (
    r"(?:(?:esp\.|especially|insbes\.|insbesondere|here|hier)\s+)?"
    r"(?:(?:at\s+)?(?:pp?\.?|pages?|pgs?\.|S\.|Seiten?|págs?\.|pág\.|ss\.|str\.|стр\.|с\.)|at)"
)
PREFIXED = re.compile(rf"(?<![\w/-])(?P<prefix>{_PREFIX})\s*(?P<pages>{LIST})(?![\w/])")
_CJK_MARK = re.compile("[页頁版]")
_CJK = re.compile(r"第?\s*(?P<pages>\d+(?:\s*[-‐‑‒–—−~～、,，]\s*\d+)*)\s*[页頁]")
_CJK_SHEET = re.compile(r"第\s*(?P<pages>\d{1,3})\s*版")
BARE = re.compile(rf"(?P<pages>{_NUMBER}(?:\s*[-‐‑‒–—―−]+\s*{_NUMBER})?(?:\s*ff?\.)?)")
_PARAGRAPH = re.compile(
    r"(?<!\w)(?P<pages>(?:paras?\.?|¶¶?|§§?|Rn\.|Rz\.|ch\.|chap\.|arts?\.|Art\.|recs?\.|Fn\.|col\.)\s*\d+(?:[.:]\d+)*"
    r"(?:\s*(?:[-‐‑–—]|,|and|und)\s*\d+(?:\.\d+)*)*)"
)


def find_pages(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """Marked page numbers: (start of the prefix, start, end of the numbers), in order."""
    patterns = (PREFIXED, _CJK, _CJK_SHEET) if _CJK_MARK.search(text, start, end) else (PREFIXED,)
    found = [
        (match.start(), *match.span("pages")) for pattern in patterns for match in pattern.finditer(text, start, end)
    ]
    return sorted(found)


def find_paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Pinpoints by paragraph, chapter or section, the word included: ``para. 9.32``, ``§ 12``, ``ch. 9``."""
    return [match.span("pages") for match in _PARAGRAPH.finditer(text, start, end)]


def normal_pages(raw: str) -> str:
    """Page numbers with plain hyphens: ``945 – 947`` → ``945-947``; ``8 –12`` → ``8-12``."""
    return re.sub(r"\s+", " ", re.sub(r"\s*[-‐‑‒–—―−~～]+\s*", "-", raw)).strip(" .,")


def is_range(raw: str) -> bool:
    """Whether the numbers are one range of pages rather than single ones."""
    return bool(re.fullmatch(rf"{_NUMBER}-{_NUMBER}", normal_pages(raw)))
