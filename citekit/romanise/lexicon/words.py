"""The lexicon as a value: pinyin → the words that are read so, each with its probability and English stems."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

_EVERYWHERE, _RARE = 2000, 150  # words with a stem in their glosses


@dataclass(frozen=True, slots=True)
class Entry:
    """One word: its characters, the natural logarithm of its frequency, and the stems of its English glosses."""

    word: str
    weight: float
    stems: frozenset[str] = frozenset()


def join(syllables: Iterable[str]) -> str:
    """Syllables with ü as v → the key they are looked up by: ``("lian", "he") → "lianhe"``, ``("xi", "an") → "xi'an"``.

    The apostrophe rule of ISO 7098 makes the key as unique as the syllables.
    """
    key = ""
    for syllable in syllables:
        key += f"'{syllable}" if key and syllable[0] in "aeo" else syllable
    return key


class Lexicon:
    """Words by their pinyin. Entries are read from their line when they are first asked for: loading stays quick.

    A line is the key, a tab, and words parted by tabs: ``联合国 -923 unite,nation`` (weight in hundredths of a nat).
    """

    def __init__(
        self, lines: Iterable[str], *, has_frequencies: bool = False, rarity: Mapping[str, float] | None = None
    ) -> None:
        """Take the lines as they stand in the cache; ``has_frequencies`` tells a word list from bare phrases.

        ``rarity`` is what the lines say by themselves, where it is known already.
        """
        self._lines = dict(line.split("\t", 1) for line in lines)
        self._read: dict[str, tuple[Entry, ...]] = {}
        self._rarity = rarity
        self.has_frequencies = has_frequencies

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, key: object) -> bool:
        return key in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def entries(self, key: str) -> tuple[Entry, ...]:
        """The words that are read so, the commonest first; empty where there is none."""
        found = self._read.get(key)
        if found is None:
            line = self._lines.get(key)
            found = self._read[key] = tuple(map(_entry, line.split("\t"))) if line else ()
        return found

    def weight(self, key: str) -> float | None:
        """The logarithm of the frequency of the commonest word that is read so."""
        found = self.entries(key)
        return found[0].weight if found else None

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """The stems that the glosses of many words have, as ``china`` and ``city``, with what a meeting with one tells.

        That is a share: none for a stem of two thousand words, the whole for one of less than 150, which is left out.
        """
        if self._rarity is not None:
            return self._rarity
        counts: Counter[str] = Counter()
        for line in self._lines.values():
            for word in line.split("\t"):
                counts.update(word.split(" ", 2)[-1].split(","))
        whole = math.log(_EVERYWHERE / _RARE)
        return {
            stem: max(0.0, math.log(_EVERYWHERE / count) / whole) for stem, count in counts.items() if count > _RARE
        }

    @cached_property
    def longest(self) -> int:
        """The letters of the longest key."""
        return max(map(len, self._lines), default=0)


def _entry(text: str) -> Entry:
    word, weight, *stems = text.split(" ")
    return Entry(word, int(weight) / 100, frozenset(stems[0].split(",")) if stems else frozenset())


def line_of(key: str, entries: Iterable[Entry]) -> str:
    """The line that a key and its words are kept as."""
    words = (
        f"{one.word} {round(one.weight * 100)}" + (f" {','.join(sorted(one.stems))}" if one.stems else "")
        for one in entries
    )
    return "\t".join((key, *words))
