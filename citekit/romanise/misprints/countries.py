"""Words made of the signs of two countries, as in *zhongsu guanxi*, which no word list has all of."""

from __future__ import annotations

from functools import cache

from citekit.data import rows
from citekit.romanise.lexicon.stems import stems


def are_countries(syllables: tuple[str, ...], said: frozenset[str]) -> bool:
    """Whether a word is two countries that the translation, given as stems, names: ``zhongsu``, “Sino-Soviet”."""
    first, *others = (_signs().get(one, frozenset()) & said for one in syllables)
    return len(others) == 1 and bool(first and others[0]) and len(first | others[0]) > 1


@cache
def _signs() -> dict[str, frozenset[str]]:
    """A syllable → the stems of the countries that it stands for."""
    found: dict[str, frozenset[str]] = {}
    for pinyin, _, english in rows("country-signs-zh.tsv"):
        found[pinyin] = found.get(pinyin, frozenset()) | stems(english)
    return found
