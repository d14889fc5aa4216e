"""What a comparison of two records says: a verdict, and field by field the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

Verdict: TypeAlias = Literal["same", "look", "different"]
Relation: TypeAlias = Literal["", "preprint-of", "version-of", "translation-of", "edition-of", "part-of", "erratum-of"]


class Part(NamedTuple):
    """What one field says: the weight it adds, and the reason in words; a ``veto`` alone forbids ``same``."""

    field: str
    weight: float
    reason: str
    veto: bool = False


class Comparison(NamedTuple):
    """Two records by their indices (0 and 1 where two were given), the verdict, and what led to it.

    ``score`` is the sum of the parts' weights. ``relation`` says what two works are to each other that are not the
    same one, in the direction ``first`` → ``second`` or back: ``preprint-of``, ``edition-of``, ``part-of`` …
    """

    first: int
    second: int
    verdict: Verdict
    score: float
    parts: tuple[Part, ...]
    relation: Relation = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Duplicates among records: clusters of two and more indices, and every pair that is same, look or related.

    Each cluster is sorted, clusters by their first member, pairs by (first, second).
    """

    clusters: tuple[tuple[int, ...], ...]
    pairs: tuple[Comparison, ...]
