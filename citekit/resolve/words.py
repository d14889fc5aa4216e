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
_BRACKETED = re.compile(r"[(（\[〔]\s*[^\W\d_]{1,10}\.?\s*[\d①-⑳]")


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
    return re.escape(body).replace(r"\.\ ", r"\.?\s*").replace(r"\.", r"\.?\s*").replace(r"\ ", r"\s*") + stop


@cache
def _back() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    """One pattern of all words, plain alternatives in lower case so that searching is fast, and each word's own."""
    table = sorted((row for row in rows("ibid-words.tsv") if row[2] != "note"), key=lambda row: -len(row[0]))
    patterns = [(_pattern(row[0].lower()), row[2]) for row in table]
    union = re.compile("|".join(pattern for pattern, _ in patterns))
    return union, tuple((re.compile(pattern), kind) for pattern, kind in patterns)


@cache
def _numbers() -> re.Pattern[str]:
    words = sorted((row[0] for row in rows("ibid-words.tsv") if row[2] == "note"), key=len, reverse=True)
    openers = "|".join(rf"(?<!\w){_pattern(word)}(?!\w)" if word < "⺀" else _pattern(word) for word in words)
    digits = r"(\d{1,4}|[①-⑳])(?!\w*[页頁\d]|\.\d)"
    return re.compile(rf"(?:{openers})?\s*[\[(（〔]?\s*{digits}[\])）〕]?", re.IGNORECASE)


def _value(digits: str) -> int:
    return int(digits) if digits.isdecimal() else int(unicodedata.numeric(digits))


def _lower(text: str) -> str:
    """Lower case, letter for letter, so that offsets hold."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(char.lower()[0] for char in text)


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether a stretch is no part of a longer word; Chinese and Japanese words have no bounds."""
    inside = (start and (text[start - 1].isalnum() or text[start - 1] == "_")) or text[end : end + 1].isalnum()
    return text[start] > "⺀" or not inside


def _word_at(text: str, start: int) -> Word | None:
    """The longest word of the table that stands whole at an offset."""
    _, each = _back()
    for pattern, kind in each:
        match = pattern.match(text, start)
        if match and _bounded(text, start, match.end()):
            return Word(start, match.end(), kind)
    return None


def back_words(text: str) -> tuple[Word, ...]:
    """The words that point back, in order; a longer word hides the shorter one in it."""
    pattern, _ = _back()
    low, at, found = _lower(text), 0, []
    while (match := pattern.search(low, at)) is not None:
        word = _word_at(low, match.start())
        if word:
            found.append(word)
        at = word.end if word else match.start() + 1
    return tuple(found)


def is_back_word(text: str) -> bool:
    """Whether a whole string is nothing but words that point back: ``ibid.``, ``ders., a.a.O.``."""
    words = back_words(text)
    covered = {place for word in words for place in range(word.start, word.end)}
    return bool(words) and not any(char.isalnum() for place, char in enumerate(text) if place not in covered)


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


def may_bracket(text: str) -> bool:
    """Whether a bracket opens with a word and a number, as in ``(n 8)``: a quick look before a thorough one."""
    return _BRACKETED.search(text) is not None


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
