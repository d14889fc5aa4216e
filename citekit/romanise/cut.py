"""Chinese text cut into the words that GB/T 16159-2012 writes: what pinyin puts together, and what it sets apart.

Dictionaries hold whole names and terms as one word (中国银行, 环境保护). GB/T 16159 writes these by the words they are
made of, and joins what cannot be divided; 第 goes with its number, and both stand apart from what they count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from citekit.language.characters import cut_words

_NUMERALS = "〇零一二三四五六七八九十百千万亿"
_ORDINALS = re.compile(f"(第(?:[{_NUMERALS}]+|[0-9]+))")
_COUNTED = re.compile(f"([两几{_NUMERALS}]+)(世纪|年代|周年|年|次|届|期|卷|册|个|项|种)")
NAMES = frozenset({"nr", "ns", "nt"})
"""The letters for persons, places, bodies."""

_LONG = 4
_WHOLE = {"i", "j", "l", "nrt"}  # idioms, abbreviations, set phrases, foreign names


class Piece(NamedTuple):
    """A word, or what stands between words, with jieba's letters for its part of speech where they are known."""

    text: str
    kind: str = ""


def cut(text: str) -> list[Piece]:
    """The words as the dictionary has them, and what stands between them; 第 and its number are one.

    Nothing of the text is lost. By rjieba where it is installed (``citekit[zh]``), else by pypinyin's phrases.
    """
    found: list[Piece] = []
    for at, stretch in enumerate(_ORDINALS.split(text)):
        found += [Piece(stretch, "m")] if at % 2 else (Piece(word, kind) for word, kind in cut_words(stretch))
    return found


def divided(word: Piece) -> Iterator[Piece]:
    """A word by the words that it is made of; the parts of a name are names.

    >>> [part.text for part in divided(Piece("中国银行", "nt"))]
    ['中国', '银行']
    """
    counted = _COUNTED.fullmatch(word.text)
    if counted:
        yield from (Piece(part, "m") for part in counted.groups())
        return
    parts = _parts(word.text) if _may_part(word) else ()
    if len(parts) < 2:
        yield word
        return
    for part in parts:
        _, kind = cut_words(part)[0]
        yield Piece(part, kind if kind in NAMES or word.kind not in {"nt", "ns"} else word.kind)


def _may_part(word: Piece) -> bool:
    is_state = word.kind != "ns" or word.text.endswith("国")  # 中华民国; of other places the list of places knows more
    return len(word.text) >= _LONG and word.kind not in _WHOLE and is_state


@cache
def _parts(word: str) -> tuple[str, ...]:
    """The fewest words of two characters and more that make up a word, each as far as it divides itself.

    Empty where there are none: 研究生院, of which 院 would be left.
    """
    best: list[tuple[str, ...]] = [(), *[()] * len(word)]
    for end in range(2, len(word) + 1):
        for start in range(end - 1):
            part = word[start:end]
            if part == word or (start and not best[start]) or not _has_word()(part):
                continue
            if not best[end] or len(best[start]) + 1 < len(best[end]):
                best[end] = (*best[start], part)
    return tuple(piece for part in best[-1] for piece in (_parts(part) if len(part) >= _LONG else ()) or (part,))


@cache
def _has_word() -> Callable[[str], bool]:
    try:
        from rjieba import has_word  # noqa: PLC0415
    except ImportError:
        return lambda _: False
    return has_word
