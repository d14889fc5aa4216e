"""Running heads, running feet and page numbers: lines that return on page after page."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from citekit.read.lines import Lines
from citekit.read.pages import Marks

_PAGE_NUMBER = re.compile(
    r"(?:[-–—|\[]\s*)?(?:(?:page|seite|p\.|pág\.|第)\s*)?(?:(?P<digits>\d{1,4})|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|von|de|-)\s*\d{1,4})?(?:\s*页|\s*頁)?(?:\s*[-–—|\]])?",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:ibid|idem|id\.|supra|ebd|ebenda|a\.\s?a\.\s?o|op\.\s?cit|loc\.\s?cit)|同上|同前", re.IGNORECASE
)
_EDGE = "0123456789 \t|·•–—-[]\xa0"
_WIDEST = 100
_WIDEST_NUMBER = 20
_REPEATS = 3
_NEAR = 2
_DEEP = 4


def running_heads(lines: Lines, marks: Marks) -> set[int]:
    """Rows that return, but for a page number at either end, at the edge of page after page.

    Where no form feed shows the edges: before ever other rows, and apart from the text. A line that points back
    ("Ibid.") or ends in punctuation is none: notes repeat such lines.
    """
    found = array("q")
    hashes = array("q")
    for row, key in _keys(lines):
        found.append(row)
        hashes.append(hash(key))
    seen = Counter(hashes)
    rows: dict[str, list[int]] = {}
    for row in (row for row, hashed in zip(found, hashes, strict=True) if seen[hashed] >= _REPEATS):
        rows.setdefault(lines.words(row).strip(_EDGE), []).append(row)
    rows = {key: of_key for key, of_key in rows.items() if not _POINTS_BACK.search(key)}
    return _at_edges(rows, _edges(lines, marks)) if marks.feeds else _apart(lines, marks, rows)


def _edges(lines: Lines, marks: Marks) -> set[int]:
    """The first and last rows of each page."""
    edges: set[int] = set()
    for mark in (0, *marks.rows):
        edges |= {row for row in range(mark, min(mark + _DEEP, len(lines))) if not lines.is_blank(row)}
    for mark in (*marks.rows, len(lines)):
        row = mark
        for _ in range(_DEEP):
            row = lines.before(row)
            edges.add(row)
    return edges


def _at_edges(rows: dict[str, list[int]], edges: set[int]) -> set[int]:
    heads: set[int] = set()
    for found in rows.values():
        at_edge = edges.intersection(found)
        heads |= at_edge if len(at_edge) >= _REPEATS else set()
    return heads


def _apart(lines: Lines, marks: Marks, rows: dict[str, list[int]]) -> set[int]:
    heads = {row for key, found in rows.items() if _followers(lines, key, found) >= _REPEATS for row in found}
    heads |= {row for found in rows.values() if sum(row + 1 in heads for row in found) >= _REPEATS for row in found}
    return {row for row in heads if _stands_apart(lines, row, marks, heads)}


def _keys(lines: Lines) -> Iterator[tuple[int, str]]:
    for row in range(len(lines)):
        if 3 < lines.tails[row] - lines.heads[row] <= _WIDEST:
            key = lines.words(row).strip(_EDGE)
            if len(key) > 3 and lines.text[lines.tails[row] - 1] not in ".,;:":
                yield row, key


def _followers(lines: Lines, key: str, rows: list[int]) -> int:
    """How many different lines follow: a passage that returns is followed by the same line each time."""
    following = (lines.after(row) for row in rows)
    return len({lines.words(row).strip(_EDGE) for row in following if row < len(lines)} - {key})


def _stands_apart(lines: Lines, row: int, marks: Marks, heads: set[int]) -> bool:
    """Whether a row bears a page number, or a page turn, a blank line, another head or the text's end is beside it."""
    words = lines.words(row)
    if row in marks or row + 1 in marks or words != words.strip(_EDGE):
        return True
    beside = [other for other in (row - 1, row + 1) if 0 <= other < len(lines)]
    return len(beside) < 2 or any(
        lines.is_blank(other) or other in heads or is_page_number(lines.words(other)) for other in beside
    )


def page_numbers(lines: Lines, marks: Marks, heads: set[int]) -> set[int]:
    """Rows that hold a page number and nothing else: beside a page mark or a running head, or one of a rising run."""
    rows = [
        row
        for row in range(len(lines))
        if 0 < lines.tails[row] - lines.heads[row] <= _WIDEST_NUMBER and is_page_number(lines.words(row))
    ]
    numbers = [_number(lines.words(row)) for row in rows]
    return {row for at, row in enumerate(rows) if _beside(lines, row, marks, heads) or _in_run(numbers, at)}


def is_page_number(words: str) -> bool:
    """Whether a line holds what a page number may look like."""
    return len(words) <= _WIDEST_NUMBER and bool(_PAGE_NUMBER.fullmatch(words))


def _number(words: str) -> int:
    match = _PAGE_NUMBER.fullmatch(words)
    return int(match["digits"]) if match and match["digits"] else 0


def _beside(lines: Lines, row: int, marks: Marks, heads: set[int]) -> bool:
    if row + 1 in heads or row - 1 in heads or row in marks:
        return True
    following = row
    for _ in range(_NEAR):
        following = lines.after(following)
        if following == len(lines) or following in marks or following in heads:
            return True
        if not is_page_number(lines.words(following)):
            return False
    return False


def _in_run(numbers: list[int], at: int) -> bool:
    """Whether the numbers around one rise by one or two at a time."""
    for first in range(max(0, at - _REPEATS + 1), at + 1):
        run = numbers[first : first + _REPEATS]
        if len(run) == _REPEATS and all(0 < right - left <= 2 for left, right in pairwise(run)):
            return True
    return False
