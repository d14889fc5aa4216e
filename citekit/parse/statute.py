"""Statutes by code and section: ``20 U.S.C. § 3863(a)(1) (1982)``, ``IOWA CODE § 280.9B (2022)``."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STATUTE = re.compile(
    r"(?P<title>(?:\d{1,3}\s+)?(?:[^\W\d_a-z][\w.’' &-]{0,40}?)?(?:C\.?F\.?R\.?"
    r"|U\.?\s?S\.?\s?C\.?(?:\s?A\.?)?|[Cc][Oo][Dd][Ee]|[Ss][Tt][Aa][Tt]\.?)"
    r"[A-Za-z. ]{0,24}§§?\s*[\dA-Za-z][\w.:()–-]*)(?:\s*\((?:[^()\d]*)(?P<year>(?:1[6-9]|20)\d\d)\))?"
)


@dataclass(frozen=True, slots=True)
class Statute:
    """The stretches of a statute's name with its section, and of its year."""

    title: tuple[int, int]
    year: tuple[int, int] | None


def find_statute(text: str, start: int, end: int) -> Statute | None:
    """The statute that opens a stretch, or None."""
    match = _STATUTE.match(text, start, end)
    if not match:
        return None
    return Statute(match.span("title"), match.span("year") if match.group("year") else None)
