"""Names of Chinese persons in pinyin: surname first, the given name one word, by GB/T 28039-2011 and ALA-LC.

A hyphen in the given name is that of Wade–Giles: there it stays, and the second part is small (Mao Tse-tung).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from citekit.data import words as word_list
from citekit.language.wade_giles import readings
from citekit.model import Span
from citekit.romanise.keep import kept
from citekit.romanise.read import read_word
from citekit.romanise.repair import Repair
from citekit.romanise.spell import spell
from citekit.romanise.text import words

_GIVEN = 2  # syllables at most; a third is not unheard of, but then it is mostly no name
_NO_GIVEN = frozenset("bao ribao shibao wanbao xuebao zhoukan yuekan yuebao yanjiu pinglun she shi".split())


@dataclass(frozen=True, slots=True)
class Person:
    """The spans of surname and given name in a string that is a person's name, the surname first."""

    family: Span
    given: Span


def person(text: str) -> Person | None:
    """A string read as a person's name, or None: ``Zhao Lei``, ``Ouyang Xiu``, ``Lv Desheng``, ``Mao Tse-tung``.

    The surname must be a known one, the given name one or two syllables, in one word or in two; both have capitals.
    """
    found = words(text)
    if len(found) not in {2, 3} or kept(text) or text.strip() != text[found[0][0] : found[-1][1]].strip():
        return None
    family, given = found[0], (found[1][0], found[-1][1])
    surname, parts = text[slice(*family)], [text[start:end] for start, end in found[1:]]
    if not is_surname(surname) or not (surname[0].isupper() and parts[0][0].isupper()):
        return None
    if text[family[1] : given[0]].strip(", "):
        return None
    if spell(read_word("".join(parts)).syllables) in _NO_GIVEN:
        return None
    count = sum(_length(part) for part in parts)
    fits = 0 < count <= _GIVEN and all(_length(part) for part in parts) and (len(parts) == 1 or count == len(parts))
    return Person(family, given) if fits else None


def is_surname(word: str) -> bool:
    """Whether a word is a Chinese surname in pinyin, or a syllable of Wade–Giles, any of which may be one."""
    read = read_word(word)
    if not read.is_pinyin:
        return bool(readings(word))
    plain = spell(read.syllables)
    known = word_list("surnames-zh.txt") | word_list("surnames-zh-double.txt")
    return plain in known or plain.replace("ü", "u") in known or plain.replace("ü", "v") in known


def _length(word: str) -> int:
    """The syllables of a given name, in pinyin or, with hyphens, in Wade–Giles; 0 for what is neither."""
    pieces = word.replace("‐", "-").split("-")
    if len(pieces) > 1 and all(readings(piece) or read_word(piece).is_pinyin for piece in pieces):
        return len(pieces)
    return len(read_word(word).syllables)


def persons(text: str, found: Person, form: str | None) -> Iterator[Repair]:
    """The repairs of a person's name: the given name one word, its capitals, the comma of a heading in ALA-LC."""
    given = text[slice(*found.given)]
    pieces = given.replace("‐", "-").replace(" ", "-").split("-")
    pinyin = all(read_word(piece).is_pinyin for piece in pieces)
    if len(pieces) == _GIVEN and pinyin and spell(p.casefold() for p in pieces) != "".join(pieces).casefold():
        joint = "’"
    else:
        joint = ""
    spot = found.given[0] + len(pieces[0])
    if len(pieces) == _GIVEN and pinyin:
        reason = "A given name is one word in pinyin."
        yield Repair("PY015", spot, spot + 1, text[spot], joint, "given-name-joined", reason, "style", 0.9)
    if len(pieces) == _GIVEN and pieces[1][:1].isupper():
        reason, start, old = "The second part of a given name is small.", spot + 1, pieces[1][0]
        yield Repair("PY010", start, start + 1, old, old.lower(), "given-name-small", reason, "style", 0.9)
    if form == "alalc" and "," not in text:
        reason = "In a heading of ALA-LC a comma stands behind the surname."
        yield Repair("PY015", found.family[1], found.family[1], "", ",", "heading", reason, "style", 1.0)
