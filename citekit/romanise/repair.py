"""A repair: one change to a printed string, proposed or made: where, why, on what evidence, and how sure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Sort: TypeAlias = Literal["error", "orthography", "style", "suspect"]

HARMLESS = frozenset({"PY005", "PY006"})
"""The codes that are applied unless they are forbidden: nothing is lost by them, and there is no second reading."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A change to a string at ``start`` to ``end``, offsets in the printed string; equal offsets put something in.

    ``old`` is what is printed there, ``new`` what would stand there, None where nothing is sure enough to be put.
    ``rule`` names the rule, ``reason`` says it in a sentence. ``sort``: ``error`` (a misprint), ``orthography``
    (against the spelling rules), ``style`` (a choice: division, capitals), ``suspect`` (look at the source).
    ``candidates`` are what the word or string as a whole may be, likeliest first; ``evidence`` says what speaks for the
    first. ``confidence`` is 0 to 1.
    """

    code: str
    start: int
    end: int
    old: str
    new: str | None
    rule: str
    reason: str
    sort: Sort
    confidence: float = 1.0
    evidence: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()

    @property
    def is_harmless(self) -> bool:
        """Whether the repair is applied by default."""
        return self.code in HARMLESS and self.new is not None

    def moved(self, by: int) -> Repair:
        """The repair, its offsets counted from elsewhere."""
        return replace(self, start=self.start + by, end=self.end + by)


def harmless(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    """The repairs that are applied by default."""
    return tuple(repair for repair in repairs if repair.is_harmless)


def disjoint(repairs: Iterable[Repair]) -> tuple[Repair, ...]:
    """The repairs that have something to put, in order of place; of two that overlap the first named stays."""
    kept: list[Repair] = []
    for repair in repairs:
        if repair.new is not None and not any(_clash(repair, other) for other in kept):
            kept.append(repair)
    return tuple(sorted(kept, key=lambda repair: (repair.start, repair.end)))


def _clash(left: Repair, right: Repair) -> bool:
    if (left.start, left.end) == (right.start, right.end):
        return True
    return left.start < right.end and right.start < left.end


def apply(text: str, repairs: Iterable[Repair]) -> str:
    """The string with the repairs made: ``apply("Lv", (the repair of PY006,)) == "Lü"``."""
    for repair in reversed(disjoint(repairs)):
        text = text[: repair.start] + (repair.new or "") + text[repair.end :]
    return text


def undo(text: str, repairs: Iterable[Repair]) -> str:
    """The printed string again, out of a string to which exactly these repairs were applied."""
    for repair in disjoint(repairs):  # in order of place: what stands before is as printed again
        text = text[: repair.start] + repair.old + text[repair.start + len(repair.new or "") :]
    return text
