"""Romanised Japanese against modified Hepburn: long vowels and other systems as findings with candidates.

Nothing is put in place of the printed form: a vowel that is long cannot be told from spelling alone (``omou``,
``inoue``). Source of the rules: ALA-LC romanisation table for Japanese (2022), which is modified Hepburn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from citekit.data import rows
from citekit.language.japanese import is_romaji
from citekit.romanise.authority import shipped
from citekit.romanise.repair import Repair, Sort
from citekit.romanise.spell import recase
from citekit.romanise.text import words

_WAPURO = re.compile(r"(?<=[kstnhmyrwgzdbpfjc])(ou|oo|uu)|^(ou|oo|uu)|(?<=sh)(ou|uu)", re.IGNORECASE)
_BARE = str.maketrans("āīūēō", "aiueo")
_LONG = {"ou": "ō", "oo": "ō", "uu": "ū"}
# omou, inoue, kouri: the two vowels belong to two parts of the word
_TWO_VOWELS = re.compile(r"(?:ou|uu)$|oue|^inou|^kou(?:ri|shi)$|[kmt]ouri", re.IGNORECASE)
_OTHER_SYSTEM = {
    "sya": "sha",
    "syu": "shu",
    "syo": "sho",
    "tya": "cha",
    "tyu": "chu",
    "tyo": "cho",
    "zya": "ja",
    "zyu": "ju",
    "zyo": "jo",
    "si": "shi",
    "ti": "chi",
    "tu": "tsu",
    "zi": "ji",
    "hu": "fu",
}
_SIGNS = re.compile("|".join(sorted((rf"(?<![cst]){sign}" for sign in _OTHER_SYSTEM), key=len, reverse=True)))


@cache
def _known() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("long-vowels-ja.tsv")}


def japanese(text: str) -> tuple[Repair, ...]:
    """The findings in a string of romanised Japanese, offsets in the string; none of them is ever applied.

    ``kouchiku`` → candidate ``kōchiku``; ``Kenkyusho`` → ``Kenkyūsho``; ``seizi`` → ``seiji``.
    """
    listed = _listed(text)
    return tuple(repair.moved(start) for start, end in words(text) for repair in _of(text[start:end], listed))


def _listed(text: str) -> dict[str, str]:
    """The words of a name that the list of authorities has with long marks: ``{"koron": "kōron", …}``."""
    names = (match.authority.romanised for match in shipped().exact(text) if match.authority.language == "ja")
    marked = (word for name in names for word in name.casefold().split())
    return {word.translate(_BARE): word for word in marked if not word.isascii()}


def _of(word: str, listed: Mapping[str, str]) -> Iterator[Repair]:
    plain = word.casefold()
    known = listed.get(plain) or _known().get(plain)
    if known:
        reason = f"“{word}” has a long vowel, which modified Hepburn marks: “{recase(known, word)}”."
        found = (recase(known, word),)
        yield Repair("PY013", 0, len(word), word, None, "long-vowel-bare", reason, "style", 0.8, (), found)
        return
    yield from _wapuro(word)
    yield from _system(word)


def _wapuro(word: str) -> Iterator[Repair]:
    spots = list(_WAPURO.finditer(word))
    if not spots or not is_romaji(word) or not word.isascii():
        return
    spelt = _WAPURO.sub(lambda spot: _LONG[spot.group().casefold()], word)
    reason = f"“{spots[0].group()}” is how keyboards write a long vowel; modified Hepburn has “{recase(spelt, word)}”."
    sort: Sort = "suspect" if _TWO_VOWELS.search(word) else "style"
    if sort == "suspect":
        reason = f"“{spots[0].group()}” may be a long vowel, “{recase(spelt, word)}”, or two vowels; see the original."
    start, end = spots[0].span()
    found = (recase(spelt, word),)
    sure = 0.5 if sort == "suspect" else 0.8
    yield Repair("PY013", start, end, word[start:end], None, "long-vowel-typed", reason, sort, sure, (), found)


def _system(word: str) -> Iterator[Repair]:
    plain = word.casefold()
    spot = _SIGNS.search(plain)
    if not spot:
        return
    spelt = _SIGNS.sub(lambda found: _OTHER_SYSTEM[found.group()], plain)
    if not is_romaji(spelt):
        return
    old = word[spot.start() : spot.end()]
    reason = f"“{old}” is Kunrei or Nihon spelling; Hepburn has “{_OTHER_SYSTEM[spot.group()]}”."
    found = (recase(spelt, word),)
    yield Repair("PY014", *spot.span(), old, None, "other-system", reason, "style", 0.7, (), found)
