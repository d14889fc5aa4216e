"""Syllables spelt as one word by ISO 7098: ü, and an apostrophe before a, e, o; capitals as in the printed word."""

from __future__ import annotations

from collections.abc import Iterable

APOSTROPHE = "’"


def regular_syllable(syllable: str) -> str:
    """A syllable with v or the spellings lue, nue → with ü: ``"lv"`` → ``"lü"``, ``"lue"`` → ``"lüe"``."""
    if syllable.removesuffix("r") in {"lue", "nue"}:
        return f"{syllable[0]}ü{syllable[2:]}"
    return syllable.replace("v", "ü")


def spell(syllables: Iterable[str]) -> str:
    """Syllables joined to one word in lower case: ``("tian", "an", "men")`` → ``"tian’anmen"``."""
    word = ""
    for syllable in syllables:
        plain = regular_syllable(syllable)
        word += APOSTROPHE + plain if word and plain[0] in "aeo" else plain
    return word


def recase(word: str, printed: str) -> str:
    """A word with the capitals of the printed one: none, the first letter, or all of two and more."""
    letters = [char for char in printed if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return word.upper()
    if letters and letters[0].isupper():
        first = next((index for index, char in enumerate(word) if char.isalpha()), 0)
        return word[:first] + word[first : first + 1].upper() + word[first + 1 :]
    return word
