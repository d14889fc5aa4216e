"""A word as the strict reader reads it: its parts with their spans, and what is unusual in its spelling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from citekit.model import Span

PartKind: TypeAlias = Literal["syllable", "apostrophe", "hyphen", "number", "loan"]
Spelling: TypeAlias = Literal[
    "apostrophe-missing",  # tianan: a, e or o inside a word
    "apostrophe-wrong",  # an'nan: before a consonant
    "apostrophe-glyph",  # Xi’an, Xi`an: another sign than the plain one
    "umlaut",  # Lv, Zhanlue, nu:, xüe
    "tone-marks",  # Zhōngguó
    "tone-digits",  # Zhong1guo2
    "wade-giles",  # lienheguo: a syllable of Wade–Giles inside pinyin
]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a word. ``text`` is its regular form: a syllable in lower case, with ü, without a tone.

    ``kind``: ``syllable``, ``apostrophe``, ``hyphen``, ``number`` (the digits of 2008nian), ``loan`` (PKO).
    ``tone`` is 1 to 4, 5 for the light tone, None where none is printed.
    """

    kind: PartKind
    start: int
    end: int
    text: str
    tone: int | None = None


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something unusual in a word's spelling: its kind and the span in the word."""

    kind: Spelling
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word read as pinyin.

    ``parts`` cover the word without gaps where it is pinyin, and are empty where it is not; ``fails`` is then the span
    that is no syllable. ``candidates`` are readings of a word that is no pinyin as printed, likeliest first, each a
    regular spelling (``tian'an`` for ``tianan``, ``lianheguo`` for ``lienheguo``); they come from the spelling alone.
    """

    printed: str
    parts: tuple[Part, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    fails: Span | None = None
    candidates: tuple[str, ...] = ()

    @property
    def is_pinyin(self) -> bool:
        """Whether the word is pinyin, well spelt or with an oddity that leaves no doubt (``Lv``, ``Zhanlue``)."""
        return bool(self.syllables)

    @property
    def is_regular(self) -> bool:
        """Whether the word is pinyin and its spelling has nothing unusual but tones or another sign as apostrophe."""
        fine = {"tone-marks", "tone-digits", "apostrophe-glyph"}
        return self.is_pinyin and all(oddity.kind in fine for oddity in self.oddities)

    @property
    def syllables(self) -> tuple[str, ...]:
        """The syllables in lower case, with ü, without tones: ``("zhan", "lüe")``."""
        return tuple(part.text for part in self.parts if part.kind == "syllable")
