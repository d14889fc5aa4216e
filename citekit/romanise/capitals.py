"""Capitals of romanised titles: as in a sentence, with proper names, or as in a headline.

Rules: Chicago Manual of Style 11.90 (17th edition), GB/T 16159-2012 6.3, ALA-LC romanisation table for Chinese.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.romanise.repair import Repair
from citekit.romanise.units import Unit, is_headline

_REASONS = {
    "first": "A title begins with a capital.",
    "name": "A proper name has a capital.",
    "small": "In a title set like a sentence, only its first word and proper names have capitals.",
    "headline": "In a headline every word but the small ones has a capital.",
    "organ": "What stands behind the name of the state begins with a capital.",
    "function": "In a headline a small word inside has no capital.",
}

_STATE = ("zhonghua", "renmin", "gongheguo")


def capitals(found: tuple[Unit, ...], form: str) -> Iterator[Repair]:
    """The repairs of capitals that a form wants, offsets in the string.

    Where most words are capital, the capitals tell no names, and those that no list knows become small; where few are,
    the author's capitals stay, since they mark names.
    """
    capitals_tell = not is_headline(found)
    for index, unit in enumerate(found):
        spot = next((place for place, char in enumerate(unit.printed) if char.isalpha()), None)
        if unit.fixed or spot is None:
            continue
        if form == "headline":
            wanted, why, sure = _headline(unit, capitals_tell=capitals_tell)
        elif form == "alalc" and tuple(one.key for one in found[:index]) == _STATE:
            wanted, why, sure = True, "organ", 0.9
        else:
            wanted, why, sure = _sentence(unit, form, capitals_tell=capitals_tell)
        old = unit.printed[spot]
        if wanted is not None and wanted != old.isupper():
            new, start = old.upper() if wanted else old.lower(), unit.start + spot
            yield Repair("PY010", start, start + 1, old, new, f"capital-{why}", _REASONS[why], "style", sure)


def _headline(unit: Unit, *, capitals_tell: bool) -> tuple[bool | None, str, float]:
    if unit.proper or (capitals_tell and unit.is_capital):
        return True, "name", 0.95
    if unit.printed[0].isdigit():
        return None, "", 0.0
    small = unit.is_function_word and not unit.begins
    return not small, "function" if small else "headline", 0.9


def _sentence(unit: Unit, form: str, *, capitals_tell: bool) -> tuple[bool | None, str, float]:
    if unit.begins == 2:
        return True, "first", 1.0
    if unit.proper and not (form == "alalc" and unit.proper == "body"):
        return True, "name", 0.95
    if unit.begins and form == "chicago":
        return True, "first", 1.0
    if unit.begins and form == "gb":
        return None, "", 0.0
    if form == "alalc" and (unit.begins or unit.proper):
        return False, "small", 0.7
    return (None, "", 0.0) if capitals_tell else (False, "small", 0.7)
