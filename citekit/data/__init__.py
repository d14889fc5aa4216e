"""Word lists and authority lists: facts, one entry a line, each file opening with a line on its source and licence."""

from __future__ import annotations

from functools import cache
from pathlib import Path

# Not importlib.resources: it costs a tenth of the whole start-up, and the package is never run from a zip.
_FOLDER = Path(__file__).parent


def text_of(name: str) -> str:
    """The whole text of a list in this folder."""
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of a list in this folder: lines that are neither blank nor comments (``#``)."""
    text = text_of(name)
    return tuple(line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """The entries of a list as a set, case-folded."""
    return frozenset(line.casefold() for line in lines(name))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a tab-separated list."""
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines(name))
