"""What is searched for misprints: the romanised strings of one paper, and what the paper says by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, TypeAlias

from citekit.model import Span
from citekit.romanise.letters import letters
from citekit.romanise.lexicon.words import join
from citekit.romanise.read import read_word
from citekit.romanise.text import words

_PIECE = re.compile(r"[^-‐‑]+")
_LONG = 4

Role: TypeAlias = Literal["title", "periodical", "publisher", "body", "name"]


@dataclass(frozen=True, slots=True)
class Printed:
    """A romanised string as printed, its translation if there is one, and what it names."""

    text: str
    translation: str = ""
    role: Role = "title"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a printed string: its span, its key in the lexicon, and whether it is pinyin.

    The key of a word that is no pinyin is its letters alone.
    """

    start: int
    end: int
    key: str
    syllables: tuple[str, ...] = ()
    capital: bool = False


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a string that can be misprints: numbers fall off (2008nian), loans (PKO) are left out.

    Long words with a hyphen between them are two (Zhongguo-dongmeng).
    """
    found = []
    for start, end in (part for span in words(text) for part in _parted(text, *span)):
        read = read_word(text[start:end])
        capital = text[start].isupper()
        if read.syllables:
            syllables = tuple(one.replace("ü", "v") for one in read.syllables)
            found.append(Token(start, end, join(syllables), syllables, capital))
        elif read.fails:
            signs = "".join(letter.sign for letter in letters(text[start:end]))
            found.append(Token(start, end, signs.replace("'", "").replace("-", ""), (), capital))
    return tuple(found)


def _parted(text: str, start: int, end: int) -> list[Span]:
    """The span of a word cut at its hyphens, where each part is long enough to be a word itself."""
    pieces = [(start + one.start(), start + one.end()) for one in _PIECE.finditer(text[start:end])]
    return pieces if all(stop - begin >= _LONG for begin, stop in pieces) else [(start, end)]


@dataclass(frozen=True, slots=True)
class Paper:
    """How often each word stands in the titles of a paper, and between which neighbours."""

    counts: Counter[str] = field(default_factory=Counter)
    neighbours: Counter[tuple[str, str, int]] = field(default_factory=Counter)

    def places(self, key: str) -> int:
        """How often the paper has a word."""
        return self.counts[key]

    def company(self, key: str, before: str, after: str) -> int:
        """How often the paper has a word behind or before the same neighbour."""
        return self.neighbours[key, before, -1] + self.neighbours[key, after, 1]


def paper_of(strings: Iterable[Sequence[Token]]) -> Paper:
    """The words of a paper counted, each title once however often it is printed."""
    paper = Paper()
    for line in dict.fromkeys(tuple(token.key for token in one) for one in strings):
        paper.counts.update(line)
        for before, after in pairwise(line):
            paper.neighbours[after, before, -1] += 1
            paper.neighbours[before, after, 1] += 1
    return paper
