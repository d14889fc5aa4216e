"""A work reduced to what tells it from another one, evened out once so that comparing is cheap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

Host: TypeAlias = Literal["", "journal", "proceedings", "report", "news", "preprint", "thesis", "book"]
Start: TypeAlias = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Wording:
    """One face of a title: its words, folded and without accents, and their letters closed up."""

    words: tuple[str, ...] = ()
    letters: str = ""

    def __bool__(self) -> bool:
        return bool(self.letters)


class Person(NamedTuple):
    """A name's words, the family name first where that is known, or all letters of a body's."""

    family: str
    given: tuple[str, ...] = ()
    body: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Family name and given names."""
        return (self.family, *self.given) if self.family else self.given


@dataclass(frozen=True, slots=True)
class Pages:
    """First page (its letter and number), last page, and whether only the last one can be trusted (``t-20``)."""

    first: Start | None = None
    last: int = 0
    tail: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """The comparable side of a work.

    ``title`` is the main title in letters, read from the characters where only these are given (``read``);
    ``romanised`` tells that it is no translation. ``original`` is the title in characters. ``numbers`` and ``hosts``
    are what the container says. ``signature`` is equal for records that say the same, and empty for those that say
    nothing.
    """

    key: str
    type: str
    title: Wording
    translation: Wording = Wording()
    original: str = ""
    head: str = ""
    romanised: bool = False
    read: bool = False
    marker: str = ""
    recurring: bool = False
    people: tuple[Person, ...] = ()
    others: bool = False
    container: frozenset[str] = frozenset()
    named: tuple[tuple[str, ...], ...] = ()
    host: Host = ""
    publisher: str = ""
    year: int = 0
    month: int = 0
    day: int = 0
    volume: str = ""
    issue: str = ""
    edition: str = ""
    pages: Pages = Pages()
    doi: str = ""
    pmid: str = ""
    isbn: frozenset[str] = frozenset()
    symbol: str = ""
    url: str = ""
    translated: bool = False
    form: str = "full"
    damaged: bool = False
    signature: int = 0
