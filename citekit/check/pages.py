"""Ranges of pages: first and last, the last completed where it is printed in short (``171-8``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from citekit.model import Span

_RANGE = re.compile(
    r"(?<![\w./:-])(?P<a>[A-Za-z]{0,2})(?P<first>\d{1,9})\s*(?:-{1,3}|[\u2010-\u2015]|\\textendash(?:\{\}|\s))\s*"
    r"(?P<b>[A-Za-z]{0,2})(?P<last>\d{1,9})(?![\w./:-]|,\d{3}\b)"
)


class Range(NamedTuple):
    """First and last page, and where the range stands in the value."""

    first: int
    last: int
    span: Span


def ranges(value: str) -> Iterator[Range]:
    """The ranges of arabic numbers in a value; those with different letters before them (``S12–A3``) are none.

    >>> [found[:2] for found in ranges("123--9, e7, 1023--24, S12--S19")]
    [(123, 129), (1023, 1024), (12, 19)]
    """
    for found in _RANGE.finditer(value):
        first, last = found["first"], found["last"]
        if found["b"] and found["a"].casefold() != found["b"].casefold():
            continue
        whole = first[: len(first) - len(last)] + last
        in_short = len(last) < len(first) and int(whole) >= int(first)
        yield Range(int(first), int(whole) if in_short else int(last), found.span())
