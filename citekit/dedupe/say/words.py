"""What two titles count, and which words stand in one of them only, slips and inflections apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from citekit.data import words as word_list
from citekit.language.agree import is_misprint

_MANY = 6  # words of its own on both sides: what they are does not matter any more
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_PARTS = frozenset(
    "part parts volume vol book no number chapter phase section type series teil band tome partie".split()
)
_WORDS = {word: str(value) for value, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}


def numbers(words: Sequence[str]) -> tuple[str, ...]:
    """What a title counts: its digits, and Roman or written numbers of parts, in order.

    ``numbers(("lectures", "part", "ii")) == ("2",)``; ``i`` and ``v`` in the middle of a title are no numbers.
    """
    found = []
    for place, word in enumerate(words):
        counted = place and words[place - 1] in _PARTS
        if (counted or (place == len(words) - 1 and place)) and _ROMAN.fullmatch(word):
            found.append(str(_roman(word)))
        elif counted and word in _WORDS:
            found.append(_WORDS[word])
        elif not word.isalpha():
            found += [digits.lstrip("0") or "0" for digits in re.findall(r"\d+", word)]
    return tuple(found)


def _roman(word: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in word]
    return sum(-one if one < after else one for one, after in pairwise([*values, 0]))


@lru_cache(maxsize=65536)
def strangers(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of each title that are neither in the other nor a slip, a part or a joining of words there."""
    ours, theirs = Counter(left), Counter(right)
    mine, other = list((ours - theirs).elements()), list((theirs - ours).elements())
    together, across = "".join(mine), "".join(other)
    if together == across or (min(len(together), len(across)) > 5 and fuzz.ratio(together, across) > 90):
        return (), ()
    if min(len(mine), len(other)) > _MANY:
        return tuple(mine[:_MANY]), tuple(other[:_MANY])
    return _unmet(mine, other, across), _unmet(other, mine, together)


def _unmet(words: Sequence[str], others: Sequence[str], letters: str) -> tuple[str, ...]:
    stop = word_list("stop-words-en.txt")
    telling = (word for word in words if not word.isdigit() and word not in stop)
    return tuple(word for word in telling if not _slipped(word, others, letters))


def _slipped(word: str, others: Sequence[str], letters: str) -> bool:
    if len(word) > 3 and word in letters:
        return True
    near = (other for other in others if len(other) > 3 and abs(len(word) - len(other)) < 4)
    return len(word) > 3 and any(is_misprint(word, other, 4) or _inflected(word, other) for other in near)


def _inflected(word: str, other: str) -> bool:
    """One stem: ``system``/``systems``, ``approach``/``approaches``."""
    short, long = (word, other) if len(word) < len(other) else (other, word)
    return long.startswith(short) and long[len(short) :] in {"s", "es", "e", "n", "en", "al", "ed", "ing", "ly"}
