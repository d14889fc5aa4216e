"""What each finding means and what to do about it: one page a code, ``CODE.md`` in this folder.

A page opens with its code and name (``# RD001 note-missing``), says what the finding means, what to do, and shows
a bad and a good example. ``citekit explain`` prints it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_CODE = re.compile(r"[A-Z]{2}\d{3}")


@cache
def codes() -> tuple[str, ...]:
    """Every code that has a page, in order."""
    names = (entry.name for entry in _FOLDER.iterdir() if entry.name.endswith(".md"))
    return tuple(sorted(name.removesuffix(".md") for name in names))


@cache
def page(code: str) -> str:
    """The page of a code, or the empty string."""
    entry = _FOLDER / f"{code}.md"
    return entry.read_text(encoding="utf-8") if _CODE.fullmatch(code) and entry.is_file() else ""


def name(code: str) -> str:
    """The name of a code (``name("RD001") == "note-missing"``), or the empty string."""
    heading = page(code).partition("\n")[0]
    return heading.rpartition(" ")[2]


def meaning(code: str) -> str:
    """The first sentence of a code's page."""
    paragraph = " ".join(page(code).partition("\n")[2].strip().partition("\n\n")[0].split())
    sentence, stop, _ = paragraph.partition(". ")
    return sentence + stop.strip()


def find(word: str) -> str:
    """The code that a code or name in any case stands for, or the empty string."""
    wanted = word.strip().casefold()
    return next((code for code in codes() if wanted in {code.casefold(), name(code)}), "")
