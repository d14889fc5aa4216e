"""Chinese characters read: cut into words, each word in its syllables, a person's name in surname and given name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from citekit.data import rows

HAN = re.compile("[㐀-鿿豈-﫿〇]+")
"""A run of Chinese characters."""
OTHER_SCRIPT = re.compile("[぀-ヿ가-힣]")
"""Kana and hangul: what has them is no Chinese."""


def read_word(word: str) -> list[str]:
    """The syllables of a word, ü as such."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - a tenth of a second, and few runs need it

    return lazy_pinyin(word, v_to_u=True)


@cache
def _cutter() -> Callable[[str], Iterable[tuple[str, str]]]:
    """What cuts a text into words, each with jieba's letters for its part of speech where they are known."""
    try:
        from rjieba import tag  # noqa: PLC0415
    except ImportError:
        from pypinyin.seg.mmseg import seg  # noqa: PLC0415

        return lambda text: ((word, "") for word in seg.cut(text))
    return tag


def cut_words(text: str) -> list[tuple[str, str]]:
    """The words in order with their parts of speech, and what stands between them; nothing of the text is lost."""
    return list(_cutter()(text))


@cache
def surnames() -> dict[str, tuple[str, ...]]:
    """Surnames whose reading as a name is another than as a word, and those of two characters."""
    return {surname: tuple(reading.split()) for surname, reading in rows("surname-readings.tsv")}


def divided_name(name: str) -> tuple[str, str]:
    """Surname and given name in characters; empty for what is no name of two to four characters."""
    if not HAN.fullmatch(name):
        return "", ""
    length = 2 if len(name) > 2 and name[:2] in surnames() else 1
    return (name[:length], name[length:]) if 1 <= len(name) - length <= 2 else ("", "")


@lru_cache(maxsize=65536)
def read_name(name: str) -> tuple[str, str]:
    """The letters of surname and given name: ``read_name("曾国藩") == ("zeng", "guofan")``; empty for no such name."""
    family, given = divided_name(re.sub(r"\s", "", name))
    if not family:
        return "", ""
    return "".join(surnames().get(family) or read_word(family)), "".join(read_word(given))


@lru_cache(maxsize=65536)
def reading(text: str) -> str:
    """A text with its characters read, word by word, other letters as they are: ``"建构和平" → "jian gou he ping"``.

    Empty where there are no characters, and for Japanese and Korean with kana or hangul. Without rjieba, pypinyin's
    own phrases tell what a character of several readings is.
    """
    if OTHER_SCRIPT.search(text) or not HAN.search(text):
        return ""
    return " ".join(" ".join(read_word(word)) if HAN.fullmatch(word) else word for word, _ in cut_words(text))
