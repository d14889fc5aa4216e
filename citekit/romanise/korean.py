"""Romanised Korean: the syllables of McCune–Reischauer and of the Revised Romanisation, and words of titles."""

from __future__ import annotations

import re
from functools import lru_cache

from citekit.data import rows

_SYLLABLE = (
    r"(?:kk|tt|pp|ss|jj|tch|ch'?|[ktp]'|[gkndtrlmbpsjh])?"
    r"(?:yae|yeo|wae|eo|eu|ae|oe|wi|ui|wa|wo|wŏ|we|ya|yo|yŏ|yu|ye|[aeiouŏŭ])(?:ng|[kntlmp](?![aeiouyŏŭ]))?"
)
_WORD = re.compile(rf"(?:{_SYLLABLE}'?)+")
_BREVE = re.compile(r"[ŏŭ]")
_DIGRAPH = re.compile(r"[bcdghjklmnprst](?:eo|eu)(?:[^aeiou]|$)")


@lru_cache(maxsize=16384)
def korean_vote(word: str) -> float:
    """How much a word speaks for romanised Korean: ``Chosŏn`` 4, ``jeongchi`` 3, ``ilbo`` 3, ``Zhongguo`` 0."""
    plain = word.casefold().replace("’", "'").replace("ʼ", "'")
    stem = plain.removesuffix("-ui").removesuffix("-ŭi")
    known = next((set(entry.split()) for tag, entry in rows("romanisation-words.tsv") if tag == "ko-Latn"), set())
    if _BREVE.search(plain):
        return 4.0
    if stem in known:
        return 3.0
    if not all(_WORD.fullmatch(piece) for piece in stem.split("-")):
        return 0.0
    return 3.0 if _DIGRAPH.search(plain) else 1.2 if stem != plain else 0.6
