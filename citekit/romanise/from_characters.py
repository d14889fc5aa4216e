"""The way back: Chinese characters → pinyin, for sorting, for keys, and for records that hold characters alone.

Text is cut into words first, so that a character of several readings is read as its word says (行 in 银行 and in 行为):
by rjieba where it is installed (``citekit[zh]``), else by pypinyin's phrases, which join few words, tell no names, and
cut some amiss (外交行为). Words are joined as GB/T 16159 joins them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from citekit.data import rows
from citekit.romanise.authority import shipped
from citekit.romanise.authority_row import BODIES, TYPES
from citekit.romanise.face_key import face_key
from citekit.romanise.gazetteer import Place, places
from citekit.romanise.spell import APOSTROPHE, spell

_HAN = re.compile("[㐀-鿿豈-﫿〇]+")
_OTHER_SCRIPT = re.compile("[぀-ヿ가-힣]")
_ORDINAL = re.compile("第[〇零一二三四五六七八九十百千万]+")
_NAMES = {"nr", "ns", "nt"}  # persons, places, bodies
_DISTRICTS = frozenset("省市县州区镇乡村")
_SIGNS = str.maketrans("：，。、；？！（）《》〈〉「」『』—·", ":,.,;?!()“”“”“”“”–·")
_CLOSE_UP = re.compile(r"\s+(?=[:,.;?!)”])|(?<=[(“])\s+")


def pinyin(text: str) -> str | None:
    """The text in pinyin, words joined, its first word and names of places and bodies with capitals.

    >>> pinyin("建构和平：中国的外交行为")
    'Jiangou heping: Zhongguo de waijiao xingwei'

    Letters and digits stay. None for a text without characters, and for Japanese and Korean, which has kana or hangul;
    Japanese in characters alone cannot be told apart and is read as Chinese.
    """
    if _OTHER_SCRIPT.search(text) or not _HAN.search(text):
        return None
    listed = _listed(text)
    if listed:
        return listed
    spelt = " ".join(_spelt(word, kind) for word, kind in _joined(_cut(text)))
    tidy = _CLOSE_UP.sub("", re.sub(r"\s+", " ", spelt)).strip()
    first = next((spot for spot, char in enumerate(tidy) if char.isalnum()), 0)
    return tidy[:first] + tidy[first : first + 1].upper() + tidy[first + 1 :]


def names_person(text: str) -> bool:
    """Whether a text is one word that is a person's name, by what cuts words; without rjieba nothing says so."""
    cut = _cut(text)
    return len(cut) == 1 and cut[0][1] == "nr"


def name_pinyin(name: str) -> tuple[str, str] | None:
    """Surname and given name of a Chinese person: ``"曾国藩"`` → ``("Zeng", "Guofan")``; None for what is no such name.

    A name has one to three characters behind its surname's first; which of several readings a given name has is
    pypinyin's guess.
    """
    family, given = _divided(re.sub(r"\s", "", name))
    if not family:
        return None
    return _capital(spell(_surnames().get(family) or _read(family))), _capital(spell(_read(given)))


def _divided(name: str) -> tuple[str, str]:
    """Surname and given name in characters; empty for what is no name of two to four characters."""
    if not _HAN.fullmatch(name):
        return "", ""
    length = 2 if len(name) > 2 and name[:2] in _surnames() else 1
    return (name[:length], name[length:]) if 1 <= len(name) - length <= 2 else ("", "")


def sort_key(text: str, *, name: bool = False) -> str:
    """What a text in characters is sorted by: its syllables in small letters, apart (``"ren min ri bao"``).

    ``name``: the text is a person's, so that 曾国藩 is sorted under z. A text without characters is its own key, in
    small letters.
    """
    if name:
        family, given = _divided(re.sub(r"\s", "", text))
        if family:
            return " ".join([*(_surnames().get(family) or _read(family)), *_read(given)])
    pieces = [" ".join(_read(word)) if _HAN.fullmatch(word) else word for word, _ in _cut(text)]
    return re.sub(r"[\W_]+", " ", " ".join(pieces).casefold()).strip()


def _read(word: str) -> list[str]:
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


def _cut(text: str) -> list[tuple[str, str]]:
    """The words in order, with what stands between them; nothing of the text is lost."""
    return list(_cutter()(text))


def _joined(words: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Words put together that GB/T 16159 writes as one: 第 and its number."""
    found: list[tuple[str, str]] = []
    for word, kind in words:
        if found and found[-1][0] == "第" and (word.isdigit() or _ORDINAL.fullmatch("第" + word)):
            found[-1] = ("第" + word, "m")
        else:
            found.append((word, kind))
    return found


def _spelt(word: str, kind: str) -> str:
    """One word in pinyin, with its capital and its inner division."""
    if word.startswith("第") and (word[1:].isdigit() or _ORDINAL.fullmatch(word)):
        return f"di-{word[1:] if word[1:].isdigit() else spell(_read(word[1:]))}"
    if not _HAN.search(word):
        return word.translate(_SIGNS)
    if not _HAN.fullmatch(word):
        return " ".join(_spelt(piece, "") for piece in re.split(f"({_HAN.pattern})", word) if piece)
    return _proper(word, kind) or spell(_read(word))


def _proper(word: str, kind: str) -> str:
    """A word that is the name of a place, a body or a person; empty for any other."""
    place = _places().get(word)
    if place:
        return _curly(place.pinyin)
    district = _places().get(word[:-1]) if word[-1] in _DISTRICTS else None
    if district:
        return f"{_curly(district.pinyin)} {_capital(spell(_read(word[-1])))}"
    if len(word) > 1 and (body := _listed(word, BODIES)):
        return body
    name = name_pinyin(word) if kind == "nr" and len(word) > 2 else None
    if name:
        return " ".join(name)
    return _capital(spell(_read(word))) if kind in _NAMES else ""


def _listed(text: str, types: frozenset[str] = TYPES) -> str:
    """A name of the authority list as the list divides it into words; empty where it is none, or two that differ."""
    key = face_key(spell(_read(text)))
    found = set()
    for match in shipped().exact(text):
        row = match.authority
        if row.type in types and row.language == "zh":
            forms = (row.romanised, *row.variants)
            own = match.face in {"characters", "traditional"}
            found.add(row.romanised if own else next((form for form in forms if face_key(form) == key), ""))
    return _curly(found.pop()) if len(found) == 1 else ""


def _curly(name: str) -> str:
    return name.replace("'", APOSTROPHE)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    return {surname: tuple(reading.split()) for surname, reading in rows("surname-readings.tsv")}


@cache
def _places() -> dict[str, Place]:
    return {place.characters: place for place in places()}
