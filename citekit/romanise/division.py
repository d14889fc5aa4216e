"""Words divided as ALA-LC divides them: every syllable apart, but places and the given names of persons joined."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from citekit.romanise.repair import Repair
from citekit.romanise.units import Unit, is_headline, place_length

_REASON = "ALA-LC writes each syllable apart, but for names of places and given names."


def division(text: str, found: tuple[Unit, ...]) -> Iterator[Repair]:
    """The repairs that part a string's syllables, offsets in the string."""
    capitals_tell = not is_headline(found)
    for unit in found:
        if unit.fixed or _is_joined(unit, capitals_tell=capitals_tell):
            continue
        yield from _parted(unit, place_length(unit))
    for left, right in pairwise(found):
        between = text[left.end : right.start]
        is_range = not right.key and left.key != "di"
        if between in {"-", "‐", "‑"} and not (left.fixed or right.fixed or is_range):
            yield _apart(left.end, right.start, between)


def _is_joined(unit: Unit, *, capitals_tell: bool) -> bool:
    """Whether a word is a name that stays joined: by the list, or by the author's capital inside a sentence."""
    if place_length(unit):
        return False
    return unit.proper in {"place", "person"} or (capitals_tell and unit.is_capital and not unit.begins)


def _parted(unit: Unit, joined: int) -> Iterator[Repair]:
    seen = 0
    for left, right in pairwise(unit.parts):
        seen += left.kind == "syllable"
        if left.kind == "apostrophe" or seen < joined:
            continue
        if right.kind == "apostrophe":
            yield _apart(right.start, right.end, unit.printed[right.start - unit.start : right.end - unit.start])
        else:
            yield _apart(left.end, right.start, "")


def _apart(start: int, end: int, old: str) -> Repair:
    return Repair("PY011", start, end, old, " ", "syllables-apart", _REASON, "style", 1.0)
