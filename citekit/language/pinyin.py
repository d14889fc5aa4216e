"""Hanyu Pinyin divided strictly: a closed table of syllables and the apostrophe rule of ISO 7098."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from citekit.data import lines

_APOSTROPHES = re.compile(r"[’‘ʼ`´]")
_PIECES = re.compile(r"['-]")
_DIGITS = re.compile(r"^\d+")
_LONGEST = 6  # zhuang


@cache
def syllables() -> frozenset[str]:
    """The 412 syllables of the standard language, without tones, ü written v."""
    return frozenset(lines("pinyin-syllables.txt"))


@cache
def _spellings() -> frozenset[str]:
    """The syllables, and lüe and nüe as most print them, where u can mean nothing else."""
    return syllables() | {"lue", "nue"}


@cache
def _endings() -> frozenset[str]:
    """The letters that syllables end in: half the words of other languages end in others."""
    return frozenset(syllable[-1] for syllable in _spellings())


@lru_cache(maxsize=16384)
def divide(letters: str) -> tuple[str, ...]:
    """The syllables of lower-case letters with ü written v, empty where there is no division.

    ``divide("lianheguo") == ("lian", "he", "guo")``, ``divide("lienheguo") == ()``. A syllable that begins with a, e
    or o stands first only, which makes the division unique (proved in the tests). A final r may stand at the end
    (``("nar",)``), as ISO 7098 writes the retroflex.
    """
    found = _divide(letters)
    if not found and letters.endswith("r"):
        stem = _divide(letters[:-1])
        return (*stem[:-1], f"{stem[-1]}r") if stem else ()
    return found


def _divide(letters: str) -> tuple[str, ...]:
    known, length = _spellings(), len(letters)
    if letters[-1:] not in _endings():
        return ()
    starts = {0: 0}  # where the syllable that ends here begins, of those that are reached
    for start in range(length):
        if start not in starts or (start and letters[start] in "aeo"):
            continue
        for end in range(start + 1, min(start + _LONGEST, length) + 1):
            if letters[start:end] in known:
                starts.setdefault(end, start)
        if max(starts) <= start:
            return ()  # most words of other languages, after a syllable or two
    parts: list[str] = []
    end = length if length in starts else 0
    while end:
        parts.append(letters[starts[end] : end])
        end = starts[end]
    return tuple(reversed(parts))


@lru_cache(maxsize=65536)
def is_pinyin(word: str) -> bool:
    """Whether a word is well-formed pinyin: ``Lianheguo``, ``Di’erpi``, ``wu-ming``, ``2008nian``; not ``lienheguo``.

    A syllable that begins with a, e or o must stand first or after an apostrophe. ü may be written ü, v, u: or,
    after l and n, u; a hyphen or apostrophe before a consonant is let pass. Tones are not read.
    """
    if word.isascii() and word.isalpha():
        return bool(divide(word.lower()))
    pieces = _pieces(word)
    return any(pieces) and all(divide(piece) for piece in pieces if piece)


@lru_cache(maxsize=16384)
def syllable_count(word: str) -> int:
    """How many syllables a word has, 0 when it is no pinyin: ``syllable_count("Zhongying") == 2``."""
    return sum(len(divide(piece)) for piece in _pieces(word)) if is_pinyin(word) else 0


def _pieces(word: str) -> list[str]:
    plain = _APOSTROPHES.sub("'", word.casefold()).replace("u:", "v").replace("ü", "v")
    return [_DIGITS.sub("", piece) for piece in _PIECES.split(plain)]
