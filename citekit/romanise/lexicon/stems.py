"""English words cut to stems, so that a gloss and a printed translation meet: ``cooperating``, ``cooperation``."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from citekit.data import rows, words

_WORD = re.compile(r"[A-Za-z]+")
_SHORTEST = 4
_ENDINGS = (
    *("izations", "ization", "isation", "ations", "ation", "ating", "ative", "ators", "ator", "ated", "ates", "ate"),
    *("itions", "ition", "ements", "ement", "ments", "ment", "ities", "ity", "ings", "ing", "ions", "ion", "ness"),
    *("ers", "er", "ors", "or", "ies", "ied", "ive", "ical", "ics", "ic", "ally", "al", "ty", "ed", "es", "ly"),
    *("y", "s", "e"),
)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its ending, in lower case; four letters at least are left."""
    plain = word.casefold()
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            return plain.removesuffix(ending)
    return plain.removesuffix("s") if len(plain) == _SHORTEST and not plain.endswith("ss") else plain


@cache
def _spelt_out() -> dict[str, str]:
    return {short: spelt for short, spelt in rows("translation-words.tsv")}  # noqa: C416 - rows have any length


@lru_cache(maxsize=16384)
def stems(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning; known abbreviations are spelt out: UN → united nations."""
    found = set()
    for word in _WORD.findall(text):
        spelt = _spelt_out().get(word) or _spelt_out().get(word.casefold(), "")
        found |= {stem(one) for one in (word, *spelt.split()) if one.casefold() not in words("stop-words-en.txt")}
    return frozenset(one for one in found if len(one) > 1)
