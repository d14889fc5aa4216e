"""A work reduced to what tells it from another one, evened out once so that comparing is cheap."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Host: TypeAlias = Literal["", "journal", "proceedings", "report", "preprint", "thesis"]
Start: TypeAlias = tuple[str, int]


class Wording(NamedTuple):
    """One face of a title: its words, folded and without accents, and their letters closed up."""

    words: tuple[str, ...] = ()
    letters: str = ""

    def __bool__(self) -> bool:
        return bool(self.letters)


NOTHING = Wording()


class Person(NamedTuple):
    """A name's words, the family name first where that is known; of a body all letters, and of its other names.

    ``read`` tells that it stands in characters and was read as Chinese.
    """

    family: str
    given: tuple[str, ...] = ()
    body: bool = False
    read: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Family name and given names."""
        return (self.family, *self.given) if self.family else self.given


class Pages(NamedTuple):
    """First page (its letter and number), last page, and whether only the last one can be trusted (``t-20``)."""

    first: Start | None = None
    last: int = 0
    tail: bool = False


class Titles(NamedTuple):
    """A title's faces, and what is told by them.

    ``main`` is the main title, read from the characters where these alone are given (``read``); ``romanised`` tells
    that it is no translation. ``original`` are the letters of the title in characters, ``head`` those before a
    subtitle. ``marker`` says that the work answers another: ``erratum``, ``answer``, ``review``; ``cut`` that the title
    goes on where it ends (``…``).
    """

    main: Wording = NOTHING
    translation: Wording = NOTHING
    original: str = ""
    head: str = ""
    romanised: bool = False
    read: bool = False
    marker: str = ""
    recurring: bool = False
    cut: bool = False


class Container(NamedTuple):
    """What a work stands in: keys of its names (``@id`` for one on the authority list), their words, and its kind."""

    keys: frozenset[str] = frozenset()
    names: tuple[tuple[str, ...], ...] = ()
    host: Host = ""


UNPAGED, UNTITLED, NOWHERE = Pages(), Titles(), Container()


class Record(NamedTuple):
    """The comparable side of a work.

    Numbers are 0 and texts empty where nothing is said. ``translates`` is the title of the work that this one is said
    to be a translation of. ``signature`` is equal for records that say the same in all fields, and 0 for an empty one.
    """

    key: str = ""
    type: str = "other"
    title: Titles = UNTITLED
    people: tuple[Person, ...] = ()
    container: Container = NOWHERE
    publisher: str = ""
    year: int = 0
    month: int = 0
    day: int = 0
    volume: str = ""
    issue: str = ""
    edition: str = ""
    pages: Pages = UNPAGED
    doi: str = ""
    pmid: str = ""
    isbn: frozenset[str] = frozenset()
    symbol: str = ""
    url: str = ""
    translated: bool = False
    translates: str = ""
    form: str = "full"
    damaged: bool = False
    signature: int = 0
