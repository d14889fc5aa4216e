"""What two titles count, and which words stand in one of them only, slips and inflections apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from citekit.data import lines, rows
from citekit.data import words as word_list
from citekit.language.agree import is_misprint, squeeze
from citekit.language.pinyin import divide

_DIGITS = re.compile(r"\d+")
_SLIPS = 2  # letters that may be wrong in the words that differ
_MANY = 6  # words of its own on both sides: what they are does not matter any more
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_PARTS = frozenset(
    "part parts volume vol book no number chapter phase section type series teil band tome partie".split()
)
_LAST = {"shang": "1", "zhong": "2", "xia": "3"}  # first, middle and last part, at the end of a title
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
        if place and place == len(words) - 1 and word in _LAST:
            found.append(_LAST[word])
        elif (part or (place == len(words) - 1 and place)) and word and _ROMAN.fullmatch(word):
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
    ours, theirs = _middles(left, right)
    if _is_slip("".join(ours), "".join(theirs)):
        return (), ()
    mine, other = (
        list((Counter(one) - Counter(another)).elements()) for one, another in ((ours, theirs), (theirs, ours))
    )
    together, across = "".join(mine), "".join(other)
    if _is_slip(together, across):
        return (), ()
    if min(len(mine), len(other)) > _MANY:
        return tuple(mine[:_MANY]), tuple(other[:_MANY])
    return _unmet(mine, other, across), _unmet(other, mine, together)


def _middles(left: Sequence[str], right: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """What is left of two titles without the words that begin and end both."""
    start, shorter = 0, min(len(left), len(right))
    while start < shorter and left[start] == right[start]:
        start += 1
    end = 0
    while end < shorter - start and left[-1 - end] == right[-1 - end]:
        end += 1
    return left[start : len(left) - end], right[start : len(right) - end]


def _is_slip(left: str, right: str) -> bool:
    """Whether words, whichever way they are parted, are one but for a letter, or two in a long string."""
    if left == right:
        return True
    limit = min(_SLIPS, max(len(left), len(right)) // 5)
    return bool(limit) and OSA.distance(left, right, score_cutoff=limit) <= limit


def _unmet(words: Sequence[str], others: Sequence[str], letters: str) -> tuple[str, ...]:
    telling = (word for word in words if not word.isdigit() and word not in word_list("stop-words-en.txt"))
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


@lru_cache(maxsize=65536)
def syllables(words: tuple[str, ...]) -> tuple[str, ...]:
    """The syllables of a romanised title, so that it does not matter how its words are parted.

    A word that is no pinyin, being misprinted, stays whole.
    """
    return tuple(syllable for word in words for syllable in (divide(word) or (word,)))


@cache
def _places() -> frozenset[str]:
    chinese = {squeeze(cell) for row in rows("places-zh.tsv") for cell in row[1:3]}
    return frozenset({squeeze(line) for line in lines("places.txt")} | chinese)


@lru_cache(maxsize=65536)
def places(words: tuple[str, ...]) -> frozenset[str]:
    """The places that a title names, in one word or (``Hu bei``) in two."""
    joined = {one + other for one, other in pairwise(words)}
    return frozenset((joined | {*words}) & _places())
