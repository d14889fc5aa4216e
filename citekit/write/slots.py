"""The table of a tagged format: which tag holds what of a work, and which others are read for it.

A **slot** is a field of ``TEXT_FIELDS`` or ``LIBRARY_FIELDS``, a role, or ``key``, ``language``, ``cited`` and
``first_edition``. A **code** is a type of reference in the format (``BOOK``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

Pair: TypeAlias = tuple[str, str]
"""Tag and value."""

_ISBN = re.compile(r"(?:97[89])?\d{9}[\dX]")
_ISSN = re.compile(r"\d{7}[\dX]")
_NOT_DIGIT = re.compile(r"[\s‐–-]")


class Tags(dict[str, list[str]]):
    """Values by tag, taken once; what nobody takes is left over."""

    @classmethod
    def of(cls, pairs: Iterable[Pair]) -> Tags:
        """The values in their order, empty ones left out."""
        tags = cls()
        for tag, value in pairs:
            if value:
                tags.setdefault(tag, []).append(value)
        return tags

    def peek(self, names: Iterable[str], fits: Callable[[str], object] = bool) -> str:
        """The first value that fits, of the first tag that has one."""
        return next((value for name in names for value in self.get(name, ()) if fits(value)), "")

    def first(self, names: Iterable[str], fits: Callable[[str], object] = bool) -> str:
        """The same, taken out; the same value under another of the tags goes with it."""
        found = self.peek(names, fits)
        for name in names:
            self.drop(name, found)
        return found

    def all(self, names: Iterable[str]) -> list[str]:
        """All values of the first tag that has any."""
        return next((self.pop(name) for name in names if self.get(name)), [])

    def drop(self, name: str, value: str) -> None:
        """Take a value out."""
        if value in self.get(name, ()):
            self[name].remove(value)


class Row(NamedTuple):
    """Where a slot is: tags parted by blanks, the first of which is written, and by code where they differ.

    A tag with ``+`` before it is written too unless another slot needs it. ``fits`` tells the values of a slot from
    those of another that has the same tag.
    """

    slot: str
    tags: str = ""
    types: Mapping[str, str] = {}
    fits: Callable[[str], object] = bool

    def names(self, code: str) -> list[str]:
        """The tags in a reference of that type."""
        return self.types.get(code, self.tags).replace("+", "").split()

    def twins(self, code: str) -> list[str]:
        """The tags that the value is written to a second time."""
        return [tag[1:] for tag in self.types.get(code, self.tags).split() if tag.startswith("+")]


@dataclass(frozen=True, eq=False)
class Form:
    """A tagged format: its table, its types, and what it spells in a way of its own.

    ``codes`` is code → citekit type, ``code_of`` the other way about. ``label`` is the tag whose value may name the
    type more closely. ``shared`` are tags that hold values of several slots. ``dialect`` puts the tags of other
    programs right. ``date``, ``pages`` and ``accessed`` spell a value. The tags of the slot ``date`` are year and date.
    """

    prefix: str
    type_tag: str
    label: str
    rows: tuple[Row, ...]
    codes: Mapping[str, str]
    code_of: Mapping[str, str]
    shared: frozenset[str]
    is_tag: Callable[[str], object]
    dialect: Callable[[str, list[Pair]], list[Pair]]
    date: Callable[[str], list[Pair]]
    pages: Callable[[str], list[Pair]]
    accessed: Callable[[str], str]

    @cached_property
    def tables(self) -> dict[str, list[tuple[Row, list[str]]]]:
        """Code → the rows that have a tag in it, with those tags; the empty code stands for any unknown one."""
        codes = ("", *self.codes)
        return {code: [(row, names) for row in self.rows if (names := row.names(code))] for code in codes}

    def table(self, code: str) -> list[tuple[Row, list[str]]]:
        """The rows that have a tag in a reference of that type, with those tags."""
        return self.tables.get(code) or self.tables[""]


def is_isbn(text: str) -> bool:
    """Whether a text has the digits of a book number, or of several."""
    return _are(_ISBN, text)


def is_issn(text: str) -> bool:
    """Whether a text has the digits of a serial's number, or of several."""
    return _are(_ISSN, text)


def _are(pattern: re.Pattern[str], text: str) -> bool:
    numbers = [_NOT_DIGIT.sub("", part).upper() for part in (text, *re.split(r"[ ;,]+", text))]
    return bool(pattern.fullmatch(numbers[0])) or all(map(pattern.fullmatch, numbers[1:]))
