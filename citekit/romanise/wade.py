"""Strings in Wade–Giles: what they may be in pinyin, word by word, as candidates and never as one silent answer."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product

from citekit.language.wade_giles import readings
from citekit.romanise.keep import kept
from citekit.romanise.repair import Repair
from citekit.romanise.spell import recase, spell
from citekit.romanise.text import words

_BREATHING = re.compile(r"(?:ch|ts|tz|[ktp])['’‘ʼ`ʻ](?=[^\W\d_])", re.IGNORECASE)
_LIMIT = 16


@lru_cache(maxsize=4096)
def pinyin_of(word: str, *, marked: bool = False) -> tuple[str, ...]:
    """What a word of Wade–Giles, its syllables parted by hyphens, may be in pinyin; at most sixteen.

    ``pinyin_of("hsin-hua") == ("xinhua",)``; ``pinyin_of("Chung-kuo")`` has ``Chonggou`` … and ``Zhongguo``. Empty for
    what has a syllable that is none. ``marked`` where the text around it prints apostrophes.
    """
    found = [readings(piece, marked=marked) for piece in re.split("[-‐]", word) if piece]
    spelt = (spell(choice) for choice in islice(product(*found), _LIMIT)) if found else ()
    return tuple(recase(one, word) for one in spelt)


def wade_giles_findings(text: str) -> tuple[Repair, ...]:
    """A finding for each word of a string in Wade–Giles that differs in pinyin, conventional names left alone."""
    names = kept(text)
    marked = bool(_BREATHING.search(text))
    found = []
    for start, end in words(text):
        word = text[start:end]
        if any(left <= start < right for left, right in names):
            continue
        choices = pinyin_of(word, marked=marked)
        if not choices or choices == (word,):
            continue
        several = len(choices) > 1
        reason = f"“{word}” is Wade–Giles" + (
            "; its marks are not all printed, so that it has several readings in pinyin."
            if several
            else f", “{choices[0]}” in pinyin."
        )
        sure = 1 / len(choices)
        found.append(Repair("PY012", start, end, word, None, "wade-giles", reason, "style", sure, (), choices))
    return tuple(found)
