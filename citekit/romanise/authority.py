"""Authority lists: what a periodical, press or body is called in characters, romanised, and in English.

A list is looked up by any face, however its words are parted and its ü, apostrophes and capitals are written. What no
row has exactly is looked for with slips, one in ten letters, and the number of slips is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import Literal, NamedTuple, TypeAlias

from citekit.data import text_of
from citekit.language.face_key import face_key, face_keys
from citekit.romanise.authority_file import read_authorities
from citekit.romanise.authority_row import Authority

FaceName: TypeAlias = Literal["characters", "traditional", "romanised", "alalc", "variant", "english"]
_PER = 10  # letters to one slip
_CERTAIN = {"high": 0, "medium": 1, "low": 2}


class Match(NamedTuple):
    """A row that was found: by which of its faces, as the list prints that face, and at how many slips' distance."""

    authority: Authority
    face: FaceName
    printed: str
    distance: int


class Authorities:
    """Rows to look up. Own lists stand before the shipped one: ``Authorities((*own, *shipped().rows))``.

    Of rows with one id the first is kept.
    """

    def __init__(self, rows: Iterable[Authority]) -> None:
        """Take the rows; nothing is indexed before the first look-up."""
        by_id: dict[str, Authority] = {}
        for row in rows:
            by_id.setdefault(row.id, row)
        self._by_id = by_id

    @property
    def rows(self) -> tuple[Authority, ...]:
        """The rows in order."""
        return tuple(self._by_id.values())

    def get(self, row_id: str) -> Authority | None:
        """The row with an id, such as the one that a parent names."""
        return self._by_id.get(row_id)

    def find(self, text: str) -> tuple[Match, ...]:
        """The rows that a text names exactly, else those that it may name with a slip; best first.

        >>> [match.authority.characters for match in shipped().find("Jiefang Jun Bao")]
        ['解放军报']
        >>> [(match.authority.id, match.distance) for match in shipped().find("Remin ribao")]
        [('renmin-ribao', 1)]
        """
        return self.exact(text) or self.near(text)

    def exact(self, text: str) -> tuple[Match, ...]:
        """The rows one of whose faces is the text, evened out; several where names are shared (Fazhi Ribao)."""
        return self._sorted(Match(*entry, 0) for entry in self._index.get(face_key(text), ()))

    def near(self, text: str) -> tuple[Match, ...]:
        """The nearest rows within one slip in ten letters: inserted, lost, changed, or two letters swapped."""
        from rapidfuzz import process  # noqa: PLC0415 - most names are on the list as they are
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        key = face_key(text)
        cutoff = (len(key) + len(key) // _PER + 1) // _PER
        if not cutoff:
            return ()
        found = process.extract(key, self._keys, scorer=OSA.distance, score_cutoff=cutoff, limit=None)
        within = [(other, int(slips)) for other, slips, _ in found if slips <= max(len(key), len(other)) // _PER]
        least = min((slips for _, slips in within), default=0)
        return self._sorted(
            Match(*entry, slips) for other, slips in within if slips == least for entry in self._index[other]
        )

    def _sorted(self, matches: Iterable[Match]) -> tuple[Match, ...]:
        """One match a row, its first; surer rows first, else in the order of the list."""
        by_row: dict[str, Match] = {}
        for match in matches:
            by_row.setdefault(match.authority.id, match)
        return tuple(sorted(by_row.values(), key=lambda match: _CERTAIN.get(match.authority.confidence, 1)))

    @cached_property
    def _index(self) -> dict[str, list[tuple[Authority, FaceName, str]]]:
        index: dict[str, list[tuple[Authority, FaceName, str]]] = {}
        for row in self._by_id.values():
            for face, printed in _faces(row):
                for key in face_keys(printed, row.language):
                    index.setdefault(key, []).append((row, face, printed))
        index.pop("", None)
        return index

    @cached_property
    def _keys(self) -> list[str]:
        return list(self._index)


def _faces(row: Authority) -> Iterator[tuple[FaceName, str]]:
    yield "characters", row.characters
    yield "traditional", row.traditional
    yield "romanised", row.romanised
    if row.language != "zh":  # the same letters there
        yield "alalc", row.alalc
    yield from (("variant", variant) for variant in row.variants)
    yield "english", row.english


@cache
def shipped() -> Authorities:
    """The list that comes with citekit."""
    return Authorities(read_authorities(text_of("authority.tsv"), sure=True).rows)
