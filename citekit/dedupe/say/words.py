"""What two titles count, and which words stand in one of them only, slips and inflections apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from citekit.data import lines, rows
from citekit.data import words as word_list
from citekit.language.agree import is_misprint, squeeze

_DIGITS = re.compile(r"\d+")
_SLIPS = 2  # letters that may differ between two romanised titles that are one
_MANY = 6  # words of its own on both sides: what they are does not matter any more
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_PARTS = frozenset(
    "part parts volume vol book no number chapter phase section type series teil band tome partie".split()
)
_COUNTED = frozenset("〇一二三四五六七八九十百千万上中下甲乙丙丁")


@cache
def _number_words() -> dict[str, str]:
    return {word: row[0] for row in rows("number-words.tsv") for word in row[1].split()}


@lru_cache(maxsize=65536)
def numbers(words: tuple[str, ...]) -> tuple[str, ...]:
    """What a title counts: its digits, ordinals, and the numbers of parts, in order.

    ``numbers(("lectures", "part", "ii")) == ("2",)``; ``i`` and ``v`` in the middle of a title are no numbers.
    """
    found = []
    for place, word in enumerate(words):
        part = place > 0 and words[place - 1] in _PARTS
        if (part or (place == len(words) - 1 and place)) and word and _ROMAN.fullmatch(word):
            found.append(str(_roman(word)))
        elif word in _number_words() and (part or len(word) > 4):
            found.append(_number_words()[word])
        elif not word.isalpha():
            found += [digits.lstrip("0") or "0" for digits in _DIGITS.findall(word)]
    return tuple(found)


def counted(text: str) -> list[str]:
    """What a title in characters counts: digits, Chinese numbers, 上 and 下."""
    return [char for char in text if char in _COUNTED or char.isdigit()]


def begins_part(words: Sequence[str], head: str) -> bool:
    """Whether what follows the head of a title numbers a part: ``Quantisierung: Erste Mitteilung``."""
    letters = ""
    for place, word in enumerate(words):
        if letters == head:
            ordinal = word in _number_words() and place + 1 < len(words)
            return ordinal or word in _PARTS or bool(_ROMAN.fullmatch(word))
        letters += word
    return False


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
    if word in _places():
        others = [other for other in others if other not in _places()]
    near = (other for other in others if len(other) > 3 and abs(len(word) - len(other)) < 4)
    return len(word) > 3 and any(is_misprint(word, other, 4) or _inflected(word, other) for other in near)


def _inflected(word: str, other: str) -> bool:
    """One stem: ``system``/``systems``, ``approach``/``approaches``."""
    short, long = (word, other) if len(word) < len(other) else (other, word)
    return long.startswith(short) and long[len(short) :] in {"s", "es", "e", "n", "en", "al", "ed", "ing", "ly"}


def divided_otherwise(left: str, right: str) -> bool:
    """Whether two romanised titles, whose words are parted in different ways, differ by a slip or two alone."""
    distance: int = OSA.distance(left, right, score_cutoff=_SLIPS)
    return distance <= _SLIPS


@cache
def _places() -> frozenset[str]:
    chinese = {squeeze(cell) for row in rows("places-zh.tsv") for cell in row[1:2]}
    return frozenset({squeeze(line) for line in lines("places.txt")} | chinese)


def are_places(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether a place stands on either side, and not the same one: ``Mali`` and ``Haiti``, ``Hebei`` and ``Hubei``."""
    return any(word in _places() for word in left) and any(word in _places() for word in right)
