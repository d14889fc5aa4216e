"""Identifiers of arXiv, which tell the month they were given in (arxiv.org/help/arxiv_identifier)."""

from __future__ import annotations

import re

from citekit.check.entry import Entry

ARXIV = re.compile(
    r"(?:arxiv:\s*|(?:https?://)?arxiv\.org/(?:abs|pdf)/)?"
    r"(?:(?P<new>\d{4})\.\d{4,5}|[a-z-]+(?:\.[A-Za-z-]{2,})?/(?P<old>\d{4})\d{3})(?:v\d+)?(?:\.pdf)?(?:\s*\[[\w.-]+\])?",
    re.IGNORECASE,
)

NAMED = re.compile(
    r"(?:arxiv:\s*|arxiv\.org/(?:abs|pdf)/)(?:(?P<new>\d{4})\.\d{4,5}|[a-z-]+(?:\.[a-z-]{2,})?/(?P<old>\d{4})\d{3})",
    re.IGNORECASE,
)
"""The same in running text, told by the name of arXiv before it."""


def is_arxiv(entry: Entry) -> bool:
    """Whether the ``eprint`` of an entry is a number of arXiv."""
    told = entry.whole.get("eprinttype", "").strip(" {}").casefold()
    return told == "arxiv" or (not told and entry.whole.get("eprint", "").casefold().startswith("arxiv"))


def month_of(found: re.Match[str]) -> tuple[int, int] | None:
    """Year and month of a number, None where there is no such month."""
    digits = found["new"] or found["old"]
    year, month = int(digits[:2]), int(digits[2:])
    year += 2000 if found["new"] or year < 91 else 1900
    begun = (year, month) >= (2007, 4) if found["new"] else (1991, 1) <= (year, month) <= (2007, 3)
    return (year, month) if begun and 1 <= month <= 12 else None
