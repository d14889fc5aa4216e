"""Numbers in pinyin by GB/T 16159-2012, 6.1.5: apart from their measure word, ``di-`` with a hyphen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from citekit.romanise.read import read_word
from citekit.romanise.repair import Repair
from citekit.romanise.word import Word

_DIGITS = frozenset("yi er liang san si wu liu qi ba jiu shi bai qian wan".split())
_MEASURES = frozenset(
    "ban bao bu ce ci dai dao duan ge guo hao jia jian jie jun ji juan kuai lun lü ming nian pi pian qi ren ri shi "
    "sui tian tiao wei xiang yue zhang zhi zhong zhou zu".split()
)
_JOINED = frozenset({"syllable", "apostrophe"})
_ORDINALS = frozenset("san si wu liu".split())  # diyi, diqi, diba are words of their own too often


def numerals(printed: str) -> tuple[Repair, ...]:
    """The repairs of a word that joins a number to its measure word, offsets in the word.

    ``2008nian`` → ``2008 nian``, ``wu-ming`` → ``wu ming``, ``Di’erpi`` → ``Di-er pi``; ``di-60`` and
    ``Zhongguo-dongmeng`` have nothing.
    """
    word = read_word(printed)
    return (*_digits(word), *_spelt_out(word), *_ordinal(word)) if word.is_pinyin else ()


def _digits(word: Word) -> Iterator[Repair]:
    for left, right in pairwise(word.parts):
        if (left.kind, right.kind) == ("number", "syllable"):
            reason = f"A number stands apart from the word it counts: “{left.text} {right.text}”."
            yield _apart(left.end, left.end, "", reason, 1.0)


def _spelt_out(word: Word) -> Iterator[Repair]:
    kinds = [part.kind for part in word.parts]
    if kinds == ["syllable", "hyphen", "syllable"]:
        number, hyphen, measure = word.parts
        if number.text in _DIGITS and measure.text in _MEASURES:
            reason = f"A number stands apart from the word it counts: “{number.text} {measure.text}”."
            yield _apart(hyphen.start, hyphen.end, word.printed[hyphen.start : hyphen.end], reason, 0.8)


def _ordinal(word: Word) -> Iterator[Repair]:
    """``Di’erpi``: di, a numeral, a measure word and nothing else."""
    parts = word.parts
    syllables = [part for part in parts if part.kind == "syllable"]
    if len(syllables) not in {2, 3} or syllables[0].text != "di" or any(part.kind not in _JOINED for part in parts):
        return
    number, measure = syllables[1], syllables[2] if len(syllables) > 2 else None
    if number.text != "er" and not (number.text in _ORDINALS and measure):
        return
    if measure and measure.text not in _MEASURES:
        return
    start, end = syllables[0].end, number.start
    reason = "An ordinal is written with di- and a hyphen, apart from the word it counts."
    yield Repair("PY009", start, end, word.printed[start:end], "-", "ordinal", reason, "style", 0.8)
    if measure:
        yield _apart(number.end, number.end, "", reason, 0.8)


def _apart(start: int, end: int, old: str, reason: str, confidence: float) -> Repair:
    return Repair("PY009", start, end, old, " ", "numeral-apart", reason, "style", confidence)
