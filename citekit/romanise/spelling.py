"""What is wrong or unusual in the spelling of one word of pinyin, as repairs of that word.

Rules: ISO 7098:2015 and GB/T 16159-2012: the apostrophe, ü, no other signs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from citekit.language.wade_giles import readings
from citekit.romanise.read import read_word
from citekit.romanise.repair import Repair
from citekit.romanise.spell import APOSTROPHE, recase
from citekit.romanise.word import Oddity, Word

_UMLAUT = re.compile(r"v|u:|u(?=e)", re.IGNORECASE)
_TONED = {"\u0304", "\u0301", "\u030c", "\u0306", "\u0300"}


def spelling(printed: str) -> tuple[Repair, ...]:
    """The repairs of a word, offsets in the word; a word in capitals alone is read as if it were small.

    >>> [(repair.code, repair.old, repair.new) for repair in spelling("lienheguo")]
    [('PY002', 'lien', 'lian')]
    """
    word = read_word(printed)
    if word.fails is not None:
        return (_failure(word),)
    return tuple(repair for oddity in word.oddities for repair in _of(oddity, word))


def _failure(word: Word) -> Repair:
    start, end = word.fails or (0, 0)
    old = word.printed[start:end]
    kind = next((odd.kind for odd in word.oddities if (odd.start, odd.end) == word.fails), None)
    if kind == "wade-giles":
        found = readings(old)
        new = recase(found[0], old) if len(found) == 1 else None
        reason = f"“{old}” is no syllable of pinyin but one of Wade–Giles, {_or(found)} in pinyin."
        return Repair("PY002", start, end, old, new, kind, reason, "error", 0.95, (), word.candidates)
    if kind == "apostrophe-missing" and word.candidates:
        first = word.candidates[0]
        reason = f"A syllable that begins with a, e or o stands behind an apostrophe inside a word: “{first}”."
        new = APOSTROPHE if len(word.candidates) == 1 else None
        return Repair("PY003", start, start, "", new, kind, reason, "orthography", 0.6, (), word.candidates)
    if kind == "umlaut":
        spot = start + _dotted(old)
        was, new = word.printed[spot], "U" if word.printed[spot].isupper() else "u"
        reason = "Behind j, q, x and y, ü is written u: there is no other u there."
        return Repair("PY004", spot, spot + 1, was, new, kind, reason, "orthography", 0.9, (), word.candidates)
    reason = f"“{old}” is no syllable of pinyin."
    return Repair("PY001", start, end, old, None, "no-syllable", reason, "error", 0.95, (), word.candidates)


def _dotted(text: str) -> int:
    return next((index for index, char in enumerate(text) if char in "vüVÜ"), 0)


def _or(choices: tuple[str, ...]) -> str:
    plain = [f"“{choice.replace('v', 'ü')}”" for choice in choices]
    return plain[0] if len(plain) == 1 else f"{', '.join(plain[:-1])} or {plain[-1]}"


def _of(oddity: Oddity, word: Word) -> Iterator[Repair]:
    start, end, old = oddity.start, oddity.end, word.printed[oddity.start : oddity.end]
    if oddity.kind == "apostrophe-wrong":
        reason = "An apostrophe stands before a, e or o only; before a consonant nothing can be misread."
        yield Repair("PY007", start, end, old, "", oddity.kind, reason, "orthography", 0.9)
    elif oddity.kind == "apostrophe-glyph":
        reason = f"“{old}” is another sign than the apostrophe."
        yield Repair("PY005", start, end, old, APOSTROPHE, oddity.kind, reason, "orthography", 1.0)
    elif oddity.kind == "umlaut":
        yield from _umlaut(start, old)
    else:
        yield from _tones(oddity, old)


def _umlaut(start: int, old: str) -> Iterator[Repair]:
    """``v`` and ``u:`` behind l and n, and the u of ``lue`` and ``nue``, which can be nothing but ü."""
    spot = _UMLAUT.search(old)
    if spot:
        new = "Ü" if spot.group()[0].isupper() else "ü"
        reason = f"“{old}” is written with ü; “{spot.group()}” stands for it on keyboards that have none."
        where = (start + spot.start(), start + spot.end())
        yield Repair("PY006", *where, spot.group(), new, "umlaut", reason, "orthography", 1.0)


def _tones(oddity: Oddity, old: str) -> Iterator[Repair]:
    """The tones of a syllable off: titles and names are romanised without them (Chicago 11.89, ALA-LC)."""
    reason = "Titles and names are romanised without tones."
    if old[-1].isdigit():
        yield Repair("PY008", oddity.end - 1, oddity.end, old[-1], "", oddity.kind, reason, "style", 1.0)
        return
    for index, char in enumerate(old):
        plain = unicodedata.normalize("NFD", char)
        bare = unicodedata.normalize("NFC", "".join(sign for sign in plain if sign not in _TONED))
        if bare != char:
            spot = oddity.start + index
            yield Repair("PY008", spot, spot + 1, char, bare, oddity.kind, reason, "style", 1.0)
