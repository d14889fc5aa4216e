"""A printed string checked: what is no pinyin, against the spelling rules, or of another system, each as a repair."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from citekit.data import words as word_list
from citekit.language import is_english_word
from citekit.romanise.japanese import japanese
from citekit.romanise.keep import kept
from citekit.romanise.language import JAPANESE, PINYIN, WADE_GILES, language_of
from citekit.romanise.numerals import numerals
from citekit.romanise.repair import Repair, apply
from citekit.romanise.spelling import spelling
from citekit.romanise.text import words
from citekit.romanise.wade import wade_giles_findings


def check(text: str, language: str = "") -> tuple[Repair, ...]:
    """The repairs of one face of a title or name, in order; its language is told where it is not given.

    ``text`` is a romanised form alone; :func:`~citekit.romanise.take_apart` cuts it out of a longer string. Strings in
    other languages have none. Conventional names, loans (PKO) and English words inside are left alone.
    """
    told = language or language_of(text)
    if told == WADE_GILES:
        return wade_giles_findings(text)
    if told == JAPANESE:
        return japanese(text)
    return tuple(_pinyin(text)) if told == PINYIN else ()


def _pinyin(text: str) -> Iterator[Repair]:
    names = kept(text)
    capitals = (
        text.isupper() and text.lower().upper() == text and len(words(text)) > 1
    )  # nothing in it can be told from an abbreviation
    for start, end in words(text):
        word = text[start:end].lower() if capitals else text[start:end]
        if any(left <= start < right for left, right in names):
            continue
        found = _word(word)
        if any(repair.code == "PY001" for repair in found) and _is_english(word):
            continue
        for repair in found:
            yield _shouted(repair.moved(start)) if capitals else repair.moved(start)


def _is_english(word: str) -> bool:
    return is_english_word(word) or word.casefold() in word_list("month-words.txt")


def _word(word: str) -> tuple[Repair, ...]:
    """The repairs of a word; where one makes it pinyin (an apostrophe put in), those that it has then too."""
    found = spelling(word)
    first = found[0] if found and found[0].code in {"PY003", "PY004"} and found[0].new is not None else None
    if first is None:
        return (*found, *numerals(word))
    longer = len(first.new or "") - len(first.old)
    later = _word(apply(word, found))
    return (first, *(repair if repair.end <= first.start else repair.moved(-longer) for repair in later))


def _shouted(repair: Repair) -> Repair:
    """A repair of a small word for the same word in capitals."""
    new = None if repair.new is None else repair.new.upper()
    candidates = tuple(one.upper() for one in repair.candidates)
    return replace(repair, old=repair.old.upper(), new=new, candidates=candidates)
