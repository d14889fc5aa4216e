"""What a printed word may have been meant to be: words of the lexicon, and compounds of two, some slips away."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from citekit.data import rows
from citekit.language.pinyin import divide
from citekit.romanise.lexicon.words import Entry, Lexicon, join
from citekit.romanise.misprints.slips import MOST, slips

UNKNOWN = math.log(1e-9)
"""The weight of a word of valid syllables that is in no list: a name, a rare word, a compound."""

APOSTROPHE = 1.0
"""What an apostrophe costs that is missing."""

MISREAD = 2.4
"""What a character costs that has two readings, taken by the wrong one."""

_PARTED = (math.log(1e-2), math.log(5e-4), math.log(1e-4))  # a compound, by how many sides are one syllable
_TWO_SLIPS = 5  # letters from which on two slips are looked for
_COMMON = -13.0  # a word at least this common needs no compound beside it


@dataclass(frozen=True, slots=True)
class Guess:
    """A word that may be meant: its key, its weight, what the slips cost, and the words of the lexicon for it."""

    key: str
    weight: float
    cost: float
    entries: tuple[Entry, ...] = ()


class Guesser:
    """Guesses for words, remembered: the same word is asked for in many titles."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the lexicon that the guesses come from."""
        self.lexicon = lexicon
        self._known: dict[tuple[str, bool], tuple[Guess, ...]] = {}
        self._bare = {key.replace("'", ""): key for key in lexicon if "'" in key}
        self._spellings = frozenset(lexicon).union(self._bare)
        self._nears: dict[str, dict[str, float]] = {}

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        """The keys of the lexicon by their letters' number."""
        found: dict[int, list[str]] = {}
        for key in self.lexicon:
            found.setdefault(len(key), []).append(key)
        return found

    def printed(self, key: str, syllables: tuple[str, ...]) -> Guess:
        """The word as it is printed, which is no slip: a word, a compound, or unknown."""
        entries = self.lexicon.entries(key)
        parted = max((one.weight for one in self._compounds(syllables)), default=UNKNOWN)
        weight = max(entries[0].weight if entries else UNKNOWN, parted, UNKNOWN)
        return Guess(key, weight, 0.0, entries)

    def guesses(self, key: str, *, is_pinyin: bool) -> tuple[Guess, ...]:
        """What is a word with an apostrophe, or one slip away; for what is no pinyin two slips."""
        if (key, is_pinyin) not in self._known:
            found: dict[str, Guess] = {}
            for guess in self._all(key, is_pinyin=is_pinyin):
                before = found.get(guess.key)
                if guess.key != key and (before is None or guess.weight - guess.cost > before.weight - before.cost):
                    found[guess.key] = guess
            self._known[key, is_pinyin] = tuple(found.values())
        return self._known[key, is_pinyin]

    def _all(self, key: str, *, is_pinyin: bool) -> Iterator[Guess]:
        yield from (guess for word, cost in self._near(key).items() for guess in self._words(word, cost))
        yield from self._misread(key)
        weight = self.lexicon.weight(key)
        if weight is None or weight < _COMMON:
            yield from self._parted(key)
        yield from self._words(key, APOSTROPHE)
        if not is_pinyin:
            yield from self._two_slips(key)

    def _near(self, key: str) -> dict[str, float]:
        """The words of the lexicon one slip away, some for want of an apostrophe only, with what the slip costs."""
        found = self._nears.get(key)
        if found is None:
            found = self._nears[key] = {}
            for word, cost in slips(key, self._spellings):
                if cost < found.get(word, math.inf):
                    found[word] = cost
        return found

    def _words(self, word: str, cost: float) -> Iterator[Guess]:
        for key in (word, self._bare.get(word, "")):
            entries = self.lexicon.entries(key)
            if entries:
                yield Guess(key, entries[0].weight, cost + APOSTROPHE * (key != word), entries)

    def _misread(self, key: str) -> Iterator[Guess]:
        """Words that have a character of two readings, of which the other one is printed."""
        syllables = divide(key) if "'" not in key else ()
        for index, syllable in enumerate(syllables):
            for character, other in _second_readings().get(syllable, ()):
                meant = join((*syllables[:index], other, *syllables[index + 1 :]))
                entries = tuple(one for one in self.lexicon.entries(meant) if one.word[index] == character)
                if entries:
                    yield Guess(meant, entries[0].weight, MISREAD, entries)

    def _parted(self, key: str) -> Iterator[Guess]:
        """Compounds of two words, one of them a slip away."""
        for at in range(2, len(key) - 1):
            left, right = key[:at], key[at:]
            if right in self.lexicon:
                yield from (g for word, cost in self._near(left).items() for g in self._pair(word, right, cost))
            if left in self.lexicon:
                yield from (g for word, cost in self._near(right).items() for g in self._pair(left, word, cost))

    def _pair(self, left: str, right: str, cost: float) -> Iterator[Guess]:
        first, second = divide(left), divide(right)
        if left not in self.lexicon or right not in self.lexicon:
            return
        if first and second and divide(left + right) == (*first, *second):
            ones, others = self.lexicon.entries(left), self.lexicon.entries(right)
            weight = min(ones[0].weight, others[0].weight) + _PARTED[(len(first) == 1) + (len(second) == 1)]
            yield Guess(left + right, weight, cost, (*ones[:3], *others[:3]) if len(first) > 1 else others)

    def _compounds(self, syllables: tuple[str, ...]) -> Iterator[Guess]:
        """The ways to part a word of valid syllables into two words of the lexicon."""
        for at in range(1, len(syllables)):
            left, right = join(syllables[:at]), join(syllables[at:])
            if left in self.lexicon and right in self.lexicon:
                yield from self._pair(left, right, 0.0)

    def _two_slips(self, key: str) -> Iterator[Guess]:
        """Words two cheap slips away."""
        if len(key) < _TWO_SLIPS:
            return
        once: dict[str, float] = {}
        for one, cost in slips(key):
            if cost <= MOST:
                once[one] = min(cost, once.get(one, math.inf))
        keys = [word for length in range(len(key) - 2, len(key) + 3) for word in self._by_length.get(length, ())]
        for word, distance, _ in process.extract(key, keys, scorer=OSA.distance, score_cutoff=2, limit=60):
            between = process.extract(word, once.keys(), scorer=OSA.distance, score_cutoff=1, limit=None)
            costs = [once[one] + cost for one, near, _ in between if near == 1 for _, cost in slips(one, {word})]
            if distance == 2 and costs and min(costs) <= 2 * MOST:
                yield Guess(word, self.lexicon.entries(word)[0].weight, min(costs), self.lexicon.entries(word))


@cache
def _second_readings() -> dict[str, list[tuple[str, str]]]:
    """A syllable → the characters that are read so and otherwise, each with the other reading."""
    found: dict[str, list[tuple[str, str]]] = {}
    for character, readings in rows("second-readings-zh.tsv"):
        one, other = readings.split()
        found.setdefault(one, []).append((character, other))
        found.setdefault(other, []).append((character, one))
    return found
