"""Records as columns: what the first, cheap look at millions of pairs needs, a number a record and field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from citekit.dedupe.hashing import hashed
from citekit.dedupe.record import Person, Record
from citekit.dedupe.relation import PARTS
from citekit.language.wade_giles import readings

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PREFIX = 32
_TWO = 2
_MOST = 255
_ALL = 2**64 - 1


class Texts(Protocol):
    """A column of texts, from which those of many rows are taken at once."""

    def __getitem__(self, rows: NDArray[np.int32], /) -> NDArray[Any]:
        """The texts of these rows."""


@dataclass(frozen=True, slots=True)
class Columns:
    """One row a record. A number stands for a text: equal texts have equal numbers, 0 is no text."""

    letters: Texts
    length: NDArray[np.int32]
    title: NDArray[np.uint64]
    prefix: NDArray[np.uint64]
    head: NDArray[np.uint64]
    translates: NDArray[np.uint64]
    inner: NDArray[np.bool_]
    outer: NDArray[np.bool_]
    romanised: NDArray[np.bool_]
    open: NDArray[np.bool_]
    recurring: NDArray[np.bool_]
    people: NDArray[np.uint8]
    families: NDArray[np.uint64]
    names: NDArray[np.uint64]
    container: NDArray[np.bool_]
    year: NDArray[np.int16]
    volume: NDArray[np.uint64]
    yearly: NDArray[np.bool_]
    page: NDArray[np.int64]
    doi: NDArray[np.uint64]
    pmid: NDArray[np.uint64]
    symbol: NDArray[np.uint64]
    bonus: NDArray[np.float32]


def columns(records: Sequence[Record]) -> Columns:
    """The columns of records, in their order."""
    beginnings = [_beginnings(one.people) for one in records]
    return Columns(
        letters=np.array([one.title.main.letters for one in records], object),
        length=np.array([len(one.title.main.letters) for one in records], np.int32),
        title=_numbers(one.title.main.letters for one in records),
        prefix=_numbers(
            one.title.main.letters[:_PREFIX] if len(one.title.main.letters) > _PREFIX else "" for one in records
        ),
        head=_numbers(one.title.head for one in records),
        translates=_numbers(one.translates for one in records),
        inner=np.array([one.type in PARTS for one in records], bool),
        outer=np.array([one.type not in PARTS and not one.container.keys for one in records], bool),
        romanised=np.array([one.title.romanised for one in records], bool),
        open=np.array(
            [bool(one.title.translation or one.title.original or not one.title.main) for one in records], bool
        ),
        recurring=np.array([one.title.recurring for one in records], bool),
        people=np.array([min(len(one.people), _MOST) for one in records], np.uint8),
        families=np.array([bits[0] for bits in beginnings], np.uint64),
        names=np.array([bits[1] for bits in beginnings], np.uint64),
        container=np.array([bool(one.container.keys) for one in records], bool),
        year=np.array([one.year for one in records], np.int16),
        volume=_numbers(one.volume for one in records),
        yearly=np.array([one.volume == str(one.year) for one in records], bool),
        page=np.array([one.pages.first[1] if one.pages.first else -1 for one in records], np.int64),
        doi=_numbers(one.doi for one in records),
        pmid=_numbers(one.pmid for one in records),
        symbol=_numbers(one.symbol for one in records),
        bonus=np.array([_bonus(one) for one in records], np.float32),
    )


def _numbers(texts: Iterable[str]) -> NDArray[np.uint64]:
    return np.array([hashed(text) if text else 0 for text in texts], np.uint64)


def _beginnings(people: Sequence[Person]) -> tuple[int, int]:
    """Bits for the letters that names begin with: for the family names alone, and for all that may be one.

    A person who is in two records, not misprinted, has the bit of the family name in both. A body, or one who may be
    spelt in another romanisation, has no bit of its own, and may be anyone: then all bits are set. 0 is for nobody.
    """
    families = names = 0
    for one in people:
        if one.body or one.read or len(one.family) < _TWO or readings(one.family):
            names = _ALL
            continue
        given = "".join(one.given)
        family = _bit(one.family)
        families |= family
        names |= family | _bit(given + one.family)
    return families, names


def _bit(name: str) -> int:
    return 1 << (ord(name[0]) * 31 + ord(name[1])) % 64


def _bonus(one: Record) -> float:
    """The most that fields without a column can add: issue, day, address, ISBN, publisher."""
    return (
        0.3 * bool(one.issue) + 0.7 * bool(one.day) + 1.5 * bool(one.url) + bool(one.isbn) + 0.5 * bool(one.publisher)
    )
