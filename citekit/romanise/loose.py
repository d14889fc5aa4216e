"""Other readings of letters that are no strict pinyin: with apostrophes put in, or as Wade–Giles in part."""

from __future__ import annotations

from functools import lru_cache

from citekit.language.pinyin import divide, syllables
from citekit.language.wade_giles import is_foreign_to_pinyin, readings

_NEVER_INSIDE = frozenset({"o", "ei"})  # interjections: no word has them but as its first syllable
_LONGEST = 7
_LIMIT = 8
_FEW = 64  # divisions kept at each place, so that a long string of vowels stays cheap


@lru_cache(maxsize=16384)
def with_apostrophes(letters: str) -> tuple[tuple[str, ...], ...]:
    """The divisions that hold when apostrophes are put in: ``tianan`` → ``(tian, an)``, ``(ti, an, an)``.

    Fewest syllables first. A syllable that is an interjection stands first only.
    """
    ways: list[list[tuple[str, ...]]] = [[()], *([] for _ in letters)]
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - _LONGEST + 1), end):
            syllable = letters[start:end]
            if syllable in syllables() and not (start and syllable in _NEVER_INSIDE):
                ways[end] += [(*way, syllable) for way in ways[start]]
        ways[end] = sorted(ways[end], key=_unlikely)[:_FEW]
    return tuple(ways[-1][:_LIMIT])


def _unlikely(division: tuple[str, ...]) -> tuple[int, int]:
    """How unlikely a division is: many syllables, then ``a`` inside, which few words have."""
    return len(division), division.count("a")


@lru_cache(maxsize=16384)
def with_wade_giles(letters: str, start: int, end: int) -> tuple[tuple[str, ...], ...]:
    """The divisions that hold when the stretch is read as a Wade–Giles syllable: ``lienheguo`` → ``lian he guo``.

    Empty where the stretch is none, or may be pinyin.
    """
    if not is_foreign_to_pinyin(letters[start:end]):
        return ()
    before, after = letters[:start], letters[end:]
    found = []
    for reading in readings(letters[start:end]):
        division = divide(before + reading + after)
        if division and reading in division:
            found.append(division)
    return tuple(found[:_LIMIT])
