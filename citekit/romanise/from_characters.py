"""The way back: Chinese characters → pinyin, for sorting, for keys, and for records that hold characters alone.

Text is cut into words first, so that a character of several readings is read as its word says (行 in 银行 and in 行为):
by rjieba where it is installed (``citekit[zh]``), else by pypinyin's phrases, which join few words, tell no names, and
cut some amiss (外交行为). Words are written as GB/T 16159 divides them.
"""

from __future__ import annotations

import re
from functools import cache

from citekit.language.characters import HAN, OTHER_SCRIPT, divided_name, read_word, surnames
from citekit.language.face_key import face_key
from citekit.romanise.authority import shipped
from citekit.romanise.authority_row import BODIES, TYPES
from citekit.romanise.cut import NAMES, Piece, cut, divided
from citekit.romanise.gazetteer import Place, places
from citekit.romanise.spell import APOSTROPHE, spell

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
    if OTHER_SCRIPT.search(text) or not HAN.search(text):
        return None
    listed = _listed(text)
    if listed:
        return listed
    spelt = " ".join(map(_spelt, cut(text)))
    tidy = _CLOSE_UP.sub("", re.sub(r"\s+", " ", spelt)).strip()
    first = next((spot for spot, char in enumerate(tidy) if char.isalnum()), 0)
    return tidy[:first] + tidy[first : first + 1].upper() + tidy[first + 1 :]


def names_person(text: str) -> bool:
    """Whether a text is one word that is a person's name, by what cuts words; without rjieba nothing says so."""
    words = cut(text)
    return len(words) == 1 and words[0].kind == "nr"


def name_pinyin(name: str) -> tuple[str, str] | None:
    """Surname and given name of a Chinese person: ``"曾国藩"`` → ``("Zeng", "Guofan")``; None for what is no such name.

    A name has one to three characters behind its surname's first; which of several readings a given name has is
    pypinyin's guess.
    """
    family, given = divided_name(re.sub(r"\s", "", name))
    if not family:
        return None
    return _capital(spell(surnames().get(family) or read_word(family))), _capital(spell(read_word(given)))


def sort_key(text: str, *, name: bool = False) -> str:
    """What a text in characters is sorted by: its syllables in small letters, apart (``"ren min ri bao"``).

    ``name``: the text is a person's, so that 曾国藩 is sorted under z. A text without characters is its own key, in
    small letters.
    """
    if name:
        family, given = divided_name(re.sub(r"\s", "", text))
        if family:
            return " ".join([*(surnames().get(family) or read_word(family)), *read_word(given)])
    pieces = [" ".join(read_word(word)) if HAN.fullmatch(word) else word for word, _ in cut(text)]
    return re.sub(r"[\W_]+", " ", " ".join(pieces).casefold()).strip()


def _spelt(word: Piece) -> str:
    """One word in pinyin, with its capital and its inner division."""
    if word.text.startswith("第") and word.kind == "m":
        return f"di-{word.text[1:] if word.text[1:].isdigit() else spell(read_word(word.text[1:]))}"
    if not HAN.search(word.text):
        return word.text.translate(_SIGNS)
    if not HAN.fullmatch(word.text):
        return " ".join(_spelt(Piece(piece)) for piece in re.split(f"({HAN.pattern})", word.text) if piece)
    return _listed_name(word.text) or " ".join(map(_part, divided(word)))


def _part(word: Piece) -> str:
    """A word that has no words in it: of a name with a capital, a person's in two."""
    listed = _listed_name(word.text)
    name = name_pinyin(word.text) if word.kind == "nr" and len(word.text) > 2 else None
    if listed or name:
        return listed or " ".join(name or ())
    spelt = spell(read_word(word.text))
    is_name = word.kind in NAMES and len(word.text) > 1  # 史 is a surname and more often none
    return _capital(spelt) if is_name else spelt


def _listed_name(word: str) -> str:
    """A word that is a place or a body of the lists; empty for any other."""
    place = _places().get(word)
    if place:
        return _curly(place.pinyin)
    district = _places().get(word[:-1]) if word[-1] in _DISTRICTS else None
    if district:
        return f"{_curly(district.pinyin)} {_capital(spell(read_word(word[-1])))}"
    return _listed(word, BODIES) if len(word) > 1 else ""


def _listed(text: str, types: frozenset[str] = TYPES) -> str:
    """A name of the authority list as the list divides it into words; empty where it is none, or two that differ."""
    key = face_key(spell(read_word(text)))
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
def _places() -> dict[str, Place]:
    return {place.characters: place for place in places()}
