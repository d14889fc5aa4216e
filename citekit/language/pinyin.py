"""Hanyu Pinyin read strictly: a closed table of syllables and the apostrophe rule of ISO 7098."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from citekit.data import lines

_APOSTROPHES = re.compile(r"[’‘ʼ`´]")
_PIECES = re.compile(r"['-]")
_DIGITS = re.compile(r"^\d+")


@lru_cache(maxsize=65536)
def is_pinyin(word: str) -> bool:
    """Whether a word is well-formed pinyin: ``Lianheguo``, ``Di’erpi``, ``wu-ming``, ``2008nian``; not ``lienheguo``.

    A syllable that begins with a, e or o must stand first or after an apostrophe. ü may be written ü, v, u: or,
    after l and n, u; a hyphen or apostrophe before a consonant is let pass.
    """
    plain = _APOSTROPHES.sub("'", word.casefold()).replace("u:", "v").replace("ü", "v")
    pieces = [_DIGITS.sub("", piece) for piece in _PIECES.split(plain)]
    return any(pieces) and all(_count(piece) for piece in pieces if piece)


@lru_cache(maxsize=65536)
def syllable_count(word: str) -> int:
    """How many syllables a word has, 0 when it is no pinyin: ``syllable_count("Zhongying") == 2``."""
    if not is_pinyin(word):
        return 0
    plain = _APOSTROPHES.sub("'", word.casefold()).replace("u:", "v").replace("ü", "v")
    return sum(_count(_DIGITS.sub("", piece)) for piece in _PIECES.split(plain))


@cache
def _table() -> frozenset[str]:
    return frozenset((*lines("pinyin-syllables.txt"), "lue", "nue"))


def _count(piece: str) -> int:
    """Syllables of one piece; the apostrophe rule makes the division unique."""
    best: list[int | None] = [0] + [None] * len(piece)
    for end in range(1, len(piece) + 1):
        for start in range(max(0, end - 6), end):
            before, syllable = best[start], piece[start:end]
            if before is not None and syllable in _table() and (start == 0 or syllable[0] not in "aeo"):
                best[end] = before + 1
                break
    erhua = best[-2] if piece.endswith("r") else 0
    return best[-1] or erhua or 0
