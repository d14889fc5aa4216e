"""What a person has decided, in a search of millions: which records it is about, and what it makes of their pairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from citekit.dedupe.combine import ALIASES
from citekit.dedupe.decisions import Decided, Decision, applied_to
from citekit.dedupe.fingerprint import fingerprint
from citekit.dedupe.large.pair_keys import pair_keys
from citekit.dedupe.lists import listed
from citekit.dedupe.search import check, ordered
from citekit.model import Work

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Wanted:
    """The keys and fingerprints that decisions name; a work that has none of them need not be kept."""

    keys: frozenset[str]
    prints: frozenset[str]

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> Wanted:
        """What these decisions name."""
        sides = [side for one in decisions for side in (one.first, one.second)]
        return cls(frozenset(side.key for side in sides) - {""}, frozenset(side.fingerprint for side in sides) - {""})

    def has(self, work: Work) -> bool:
        """Whether a decision may be about a work."""
        names = (work.key, *listed(ALIASES[1], work.extra.get(ALIASES[1], "")))
        return not self.keys.isdisjoint(names) or (bool(self.prints) and fingerprint(work) in self.prints)


def decided_among(known: Sequence[tuple[int, Work]], decisions: Sequence[Decision], rows: NDArray[np.int64]) -> Decided:
    """The decisions on works by their rows, as pairs of the indices that the records of these rows have.

    ``rows`` are those of all records; ``known`` are the works that decisions may be about.
    """
    found = applied_to([work for _, work in known], decisions)
    index = np.searchsorted(rows, [row for row, _ in known]).tolist()
    same, different = (frozenset((index[a], index[b]) for a, b in pairs) for pairs in (found.same, found.different))
    return Decided(same, different, found.findings)


@dataclass(frozen=True, slots=True)
class Ruled:
    """Pairs that are joined and parted whatever their scores, as numbers in order."""

    joined: NDArray[np.uint64]
    parted: NDArray[np.uint64]


def ruled(decided: Decided, first: NDArray[np.int32], rows: NDArray[np.int64]) -> Ruled:
    """What decisions make of the records that stand for all that say the same.

    Raises :class:`CitekitError` where they contradict each other.
    """
    parted = {ordered(*pair) for pair in decided.different}
    joined = {ordered(int(first[a]), int(first[b])) for a, b in decided.same if first[a] != first[b]}
    by_row = ({(int(rows[a]), int(rows[b])) for a, b in pairs} for pairs in (joined, parted))
    check(*by_row)
    return Ruled(_numbers(joined), _numbers(parted))


def _numbers(pairs: Iterable[tuple[int, int]]) -> NDArray[np.uint64]:
    low, high = np.array(sorted(pairs), np.int64).reshape(-1, 2).T
    return pair_keys(low, high)
