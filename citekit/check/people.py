"""The people of a name field of BibTeX, each with the place where it stands in the value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_INNER = re.compile(r"\{[^{}]*\}")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)


class Person(NamedTuple):
    """A name as it stands: its text, where it begins, its parts, and whether all of it stands in braces.

    ``family`` is the whole name where no comma parts it and the last word is not known to be the family.
    """

    raw: str
    start: int
    family: str
    given: str = ""
    braced: bool = False
    commas: int = 0

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.raw)


@lru_cache(maxsize=65536)  # who wrote one work wrote others
def people(value: str) -> tuple[Person, ...]:
    """The names of a value, in order; an empty place between two "and" is a name without letters."""
    if "and" not in value and "AND" not in value and "And" not in value:
        return (_person(value, 0),) if value.strip() else ()
    return tuple(_person(value[start:end], start) for start, end in _parts(value, _AND))


def is_braced(text: str) -> bool:
    """Whether a text stands in one pair of braces as a whole."""
    return text.startswith("{") and _depth_ends(text) == len(text) - 1


def outside(text: str) -> str:
    """The text with everything in braces made NUL, in as many characters."""
    while "{" in text and (blanked := _INNER.sub(_blank, text)) != text:
        text = blanked
    return text


def _blank(found: re.Match[str]) -> str:
    return "\0" * len(found[0])


def _depth_ends(text: str) -> int:
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return at
    return -1


def _parts(value: str, mark: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    bare, start = outside(value), 0
    for found in mark.finditer(bare):
        yield start, found.start()
        start = found.end()
    yield start, len(value)


def _person(text: str, start: int) -> Person:
    raw = text.strip()
    start += len(text) - len(text.lstrip())
    if is_braced(raw):
        return Person(raw, start, raw[1:-1], braced=True)
    commas = outside(raw).count(",")
    if not commas:
        given, _, family = raw.rpartition(" ") if "{" not in raw else ("", "", raw)
        return Person(raw, start, family, given)
    bare = outside(raw)
    first, last = bare.index(","), bare.rindex(",")
    return Person(raw, start, raw[:first].strip(), raw[last + 1 :].strip(), commas=commas)
