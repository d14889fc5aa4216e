"""A string of pinyin as the units that forms are made of: words, parted at hyphens, with what is known of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from citekit.data import rows
from citekit.data import words as word_list
from citekit.romanise.gazetteer import places
from citekit.romanise.keep import kept
from citekit.romanise.read import read_word
from citekit.romanise.spell import APOSTROPHE, spell
from citekit.romanise.text import words
from citekit.romanise.word import Part

_TITLE_ENDS = re.compile(r"[:：.?!–—]\s*[“‘\"'(\[《]?\s*$")
_FUNCTION = frozenset("bei bing cong dao de dui er he huo ji le yi yiji yu zai zhi".split())

_MADE = frozenset({"apostrophe-missing", "umlaut"})  # slips with one candidate, which every form but ALA-LC applies
_MOSTLY = 0.75
_AFTER_PLACE = frozenset({"shi", "ren", "xue", "hua", "tong"})
Name = tuple[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, or one side of a hyphen, at its place in the string; ``parts`` count in the string too.

    ``proper`` is ``place``, ``body`` or ``person`` for a known name, else empty; ``fixed`` where it is no pinyin or a
    conventional name; ``spelt`` is the regular spelling of a word that the forms put right; ``begins`` is 2 at the
    head of the string, 1 behind a colon or another end, else 0.
    """

    start: int
    end: int
    printed: str
    parts: tuple[Part, ...]
    begins: int = 0
    proper: str = ""
    fixed: bool = False
    spelt: str = ""

    @property
    def key(self) -> str:
        """The regular spelling, in lower case."""
        return self.spelt or spell(part.text for part in self.parts if part.kind == "syllable")

    @property
    def is_capital(self) -> bool:
        """Whether its first letter is a capital."""
        return next((char.isupper() for char in self.printed if char.isalpha()), False)

    @property
    def is_function_word(self) -> bool:
        """Whether it is a small word, which headlines leave small: ``de``, ``yu``."""
        return self.key in _FUNCTION


def units(text: str) -> tuple[Unit, ...]:
    """The units of a string in order, the known names among them marked."""
    names = kept(text)
    found: list[Unit] = []
    for start, end in words(text):
        fixed = any(left <= start < right for left, right in names)
        begins = _begins(text, start)
        found += _split(text, start, end, begins, fixed=fixed)
    return _named(found)


def _begins(text: str, start: int) -> int:
    """Whether a word opens the string (2) or a part of it (1); behind a number nothing opens (``2008 nian``)."""
    if text[start].isdigit():
        return 0
    if not any(char.isalnum() for char in text[:start]):
        return 2
    return 1 if _TITLE_ENDS.search(text[:start]) else 0


def _split(text: str, start: int, end: int, begins: int, *, fixed: bool) -> list[Unit]:
    read = read_word(text[start:end])
    if not fixed and read.fails and len(read.candidates) == 1 and read.oddities[0].kind in _MADE:
        return [Unit(start, end, text[start:end], (), begins, spelt=read.candidates[0].casefold())]
    if fixed or not read.is_pinyin:
        return [Unit(start, end, text[start:end], (), begins, fixed=True)]
    made: list[Unit] = []
    for is_hyphen, group in groupby(read.parts, key=lambda part: part.kind == "hyphen"):
        parts = tuple(Part(part.kind, start + part.start, start + part.end, part.text, part.tone) for part in group)
        if not is_hyphen:
            first, last = parts[0].start, parts[-1].end
            made.append(Unit(first, last, text[first:last], parts, 0 if made else begins))
    return made


@cache
def _names() -> dict[str, list[Name]]:
    listed = {row[0]: row[1] for row in rows("pinyin-proper.tsv")}
    towns = (place.pinyin.casefold().replace("'", APOSTROPHE).replace("-", " ") for place in places())
    every = dict.fromkeys(towns, "place") | listed
    found: dict[str, list[Name]] = {}
    for name, kind in every.items():
        if kind != "word":
            parts = tuple(name.split())
            found.setdefault(parts[0], []).append((parts, kind))
    return {first: sorted(names, key=lambda name: -len(name[0])) for first, names in found.items()}


def _named(found: list[Unit]) -> tuple[Unit, ...]:
    made: list[Unit] = []
    while len(made) < len(found):
        index = len(made)
        keys = tuple(unit.key for unit in found[index : index + 4])
        fits = next((name for name in _names().get(keys[0], ()) if keys[: len(name[0])] == name[0]), None)
        if _is_double_name(found[index : index + 2]):
            made += [_marked(unit, "person") for unit in found[index : index + 2]]
        elif fits:
            made += [_marked(unit, fits[1]) for unit in found[index : index + len(fits[0])]]
        else:
            made.append(_marked(found[index], "place" if place_length(found[index]) else ""))
    return tuple(made)


def _is_double_name(found: list[Unit]) -> bool:
    """Whether two words are a surname of two syllables, which few other words are, and a given name: Ouyang Xiu."""
    surname, given = found[0], found[-1]
    known = surname.key in word_list("surnames-zh-double.txt") and surname.is_capital
    return known and given is not surname and given.is_capital and not given.begins and len(given.parts) <= 2


def _marked(unit: Unit, kind: str) -> Unit:
    return Unit(unit.start, unit.end, unit.printed, unit.parts, unit.begins, kind, unit.fixed, unit.spelt)


def place_length(unit: Unit) -> int:
    """How many syllables of a word are a place before one more syllable: ``Zhongguoshi`` 2, else 0."""
    syllables = [part.text for part in unit.parts if part.kind == "syllable"]
    if len(syllables) < 3 or syllables[-1] not in _AFTER_PLACE:
        return 0
    place = spell(syllables[:-1])
    return len(syllables) - 1 if ((place,), "place") in _names().get(place, ()) else 0


def is_headline(found: tuple[Unit, ...]) -> bool:
    """Whether most words but the first and the small ones have capitals, so that capitals tell no names."""
    telling = [unit for unit in found if unit.begins < 2 and not unit.is_function_word and not unit.fixed]
    return bool(telling) and sum(unit.is_capital for unit in telling) >= _MOSTLY * len(telling)
