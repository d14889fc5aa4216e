"""The words that point back (ibid., a.a.O., supra note 12, 同上), found in the words of a citation."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from citekit.data import rows

_BETWEEN = re.compile(r"[\s,.;:()\[\]（）〔〕【】]*(?:(?:at|in|cited in)\s+)?")
_RANGE = re.compile(r"\s*(?:,|and|und|et|e|y|&|-|–|、|和)\s*(\d{1,4})(?![\w.])")
_OPENING = ("(", "（", "[", "〔")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that points back: where it stands, its kind (see ``ibid-words.tsv``)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Number:
    """Note numbers as printed: whether a word for "note" opens them, whether a bracket of their own holds them."""

    start: int
    end: int
    numbers: tuple[int, ...]
    opened: bool
    bracketed: bool


def _pattern(word: str) -> str:
    """A row as a pattern: inner full stops and blanks may lack, the last full stop only where the row has none."""
    body, stop = (word[:-1], r"\.") if word.endswith(".") else (word, r"\.?")
    loose = re.escape(body).replace(r"\.\ ", r"\.?\s*").replace(r"\.", r"\.?\s*").replace(r"\ ", r"\s*") + stop
    return loose if word > "⺀" else rf"(?<!\w){loose}(?!\w)"


@cache
def _back() -> tuple[re.Pattern[str], dict[str, str]]:
    table = sorted((row for row in rows("ibid-words.tsv") if row[2] != "note"), key=lambda row: -len(row[0]))
    union = "|".join(f"(?P<w{n}>{_pattern(row[0])})" for n, row in enumerate(table))
    return re.compile(union, re.IGNORECASE), {f"w{n}": row[2] for n, row in enumerate(table)}


@cache
def _numbers() -> re.Pattern[str]:
    words = sorted((row[0] for row in rows("ibid-words.tsv") if row[2] == "note"), key=len, reverse=True)
    openers = "|".join(_pattern(word) for word in words)
    digits = r"(\d{1,4}|[①-⑳])(?!\w*[页頁\d]|\.\d)"
    return re.compile(rf"(?:{openers})?\s*[\[(（〔]?\s*{digits}[\])）〕]?", re.IGNORECASE)


def _value(digits: str) -> int:
    return int(digits) if digits.isdecimal() else int(unicodedata.numeric(digits))


def back_words(text: str) -> tuple[Word, ...]:
    """The words that point back, in order; a longer word hides the shorter one in it."""
    pattern, kinds = _back()
    return tuple(Word(m.start(), m.end(), kinds[m.lastgroup]) for m in pattern.finditer(text) if m.lastgroup)


def is_back_word(text: str) -> bool:
    """Whether a whole string is nothing but words that point back: ``ibid.``, ``ders., a.a.O.``."""
    pattern, _ = _back()
    return bool(pattern.search(text)) and not any(char.isalnum() for char in pattern.sub("", text))


def note_numbers(text: str) -> tuple[Number, ...]:
    """Every number that a word for "note" opens, and every bare one, which may follow ``前引``."""
    found: list[Number] = []
    for match in _numbers().finditer(text):
        if found and match.start(1) < found[-1].end:
            continue  # the second number of "notes 13 and 50"
        numbers, end = [_value(match[1])], match.end()
        while (more := _RANGE.match(text, end)) is not None:
            numbers.append(int(more[1]))
            end = more.end()
        opened = any(char.isalpha() for char in text[match.start() : match.start(1)])
        bracketed = opened and text[: match.start()].rstrip().endswith(_OPENING)
        found.append(Number(match.start(), end, tuple(numbers), opened, bracketed))
    return tuple(found)


def belongs(text: str, word: Word, number: Number) -> bool:
    """Whether a number is the word's note number: beside it, with nothing but punctuation between.

    A bare number belongs to a Chinese or Japanese word only, and without a comma: ``前引12``, not ``op. cit., 12``.
    """
    if not number.opened:
        between = text[word.end : max(number.start, word.end)]
        return text[word.start] > "⺀" and number.start >= word.end and not between.strip("[(（〔 ")
    if number.start < word.start:
        return _BETWEEN.fullmatch(text, min(number.end, word.start), word.start) is not None
    return _BETWEEN.fullmatch(text, word.end, max(number.start, word.end)) is not None
