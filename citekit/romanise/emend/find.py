"""The step that finds what may be wrong with the romanised strings of a library; it changes none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from citekit.model import Emendation, Library
from citekit.romanise.authority import Authorities
from citekit.romanise.emend.faults import faults
from citekit.romanise.emend.strings import RomanisedString, strings_of
from citekit.romanise.language import PINYIN
from citekit.romanise.lexicon import Lexicon, kept_lexicon
from citekit.romanise.repair import Repair, Sort

_CORRECTIONS = frozenset({"error", "orthography"})
_MISPRINTS = frozenset({"PY021", "PY022", "PY024"})
"""Suspects that are told of beside what is plainly an error; style, and long vowels of Japanese, are not."""

_SORTS: dict[str, Sort] = {"error": "error", "orthography": "orthography", "style": "style", "suspect": "suspect"}


def find_emendations(
    library: Library,
    word_list: Callable[[], Lexicon | None] = kept_lexicon,
    authorities: Authorities | None = None,
) -> Library:
    """The library with an emendation for each misprint and each fault of spelling of its romanised strings.

    ``word_list`` is called only where there are strings in pinyin; where it gives None, the spelling alone speaks.
    ``authorities`` stand in for the list that comes with citekit.
    """
    strings = strings_of(library, authorities)
    chinese = any(one.language == PINYIN for one in strings)
    found = faults(strings, word_list() if chinese else None, authorities)
    return replace(library, emendations=emendations_of(strings, found))


def emendations_of(strings: Sequence[RomanisedString], found: Sequence[Sequence[Repair]]) -> tuple[Emendation, ...]:
    """The repairs that correct something as emendations, at the places of their strings."""
    return tuple(
        emendation_of(one, repair)
        for one, repairs in zip(strings, found, strict=True)
        for repair in _corrections(repairs)
    )


def _corrections(repairs: Sequence[Repair]) -> Iterator[Repair]:
    yield from (one for one in repairs if corrects(one))


def corrects(one: Repair | Emendation) -> bool:
    """Whether it corrects something, or suspects that something is to be corrected; style is a choice."""
    return one.sort in _CORRECTIONS or one.code in _MISPRINTS


def repair_of(one: Emendation) -> Repair:
    """An emendation as a repair of its string."""
    start, end = one.span
    sort: Sort = _SORTS.get(one.sort, "error")
    told = (one.rule, one.reason, sort, one.confidence, one.evidence, one.candidates)
    return Repair(one.code, start, end, one.old, one.new, *told)


def emendation_of(string: RomanisedString, repair: Repair) -> Emendation:
    """A repair at the place of its string."""
    return Emendation(
        code=repair.code,
        where=string.place,
        field=string.field,
        printed=string.text,
        span=(repair.start, repair.end),
        old=repair.old,
        new=repair.new,
        rule=repair.rule,
        reason=repair.reason,
        evidence=repair.evidence,
        candidates=repair.candidates,
        confidence=repair.confidence,
        sort=repair.sort,
        citation=string.citation,
    )
