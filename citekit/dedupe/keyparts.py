"""What a citation key is made of: author, year, title word and their like, in lower-case ASCII."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TypeAlias

from citekit.data import lines, rows
from citekit.language.characters import HAN, OTHER_SCRIPT, read_name, read_word
from citekit.language.fold import fold, fold_ascii
from citekit.model import Name, Title, Work

Part: TypeAlias = Callable[[Work, int], str]

_APOSTROPHES = re.compile(r"[’'‘ʼ`]")
_POSSESSIVE = re.compile(r"[’']s\b")
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|dell|nell|sull|all|un)[’']", re.IGNORECASE)
_TYPE_TELLS = frozenset({"interview", "speech", "archival", "manuscript", "film"})


@cache
def _letters() -> dict[int, str]:
    return {ord(row[0]): row[1] if len(row) > 1 else "" for row in rows("ascii-letters.tsv")}


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(plain(word) for line in lines("key-stop-words.txt") for word in line.split())


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The ASCII letters and digits of a text, folded: ``plain("Stähle") == "stahle"``, ``plain("Łódź") == "lodz"``."""
    latin = fold_ascii(fold(text).translate(_letters()))
    return "".join(char for char in latin if char.isascii() and char.isalnum())


@lru_cache(maxsize=65536)
def telling_words(text: str, count: int) -> str:
    """The first words that tell something, joined; articles, pronouns, numbers and years are passed over."""
    whole = _APOSTROPHES.sub("", _ELISION.sub("", _POSSESSIVE.sub("", text)))
    words = [plain(word) for word in fold(whole).replace("-", " ").split()]
    telling = [word for word in words if len(word) > 1 and word not in _stop_words() and not word[0].isdigit()]
    return "".join((telling or [word for word in words if word])[:count])


def read(text: str) -> str:
    """The reading of the first two characters of a text: ``read("建构和平") == "jiangou"``; empty where there are none.

    Two, because where the next word begins depends on the dictionary that is there, and keys shall not.
    """
    found = HAN.search(text)
    return plain("".join(read_word(found[0][:2]))) if found else ""


def _is_read(work: Work) -> bool:
    """Whether the characters of a work are Chinese ones: nothing of it is Japanese or Korean."""
    faces = [face for title in (work.title, work.container, work.publisher) for face in (title.main, title.original)]
    names = "".join(name.family + name.given + name.literal for name in _signed(work))
    japanese = any(face.language[:2] in {"ja", "ko"} or OTHER_SCRIPT.search(face.text) for face in faces if face)
    return not japanese and not OTHER_SCRIPT.search(names)


def _family(work: Work, name: Name) -> str:
    if name.family and (family := plain(name.family)):
        return family
    surname = read_name(name.family + name.given)[0] if name.family and _is_read(work) else ""
    faces = (name.literal, name.translated, name.given, name.original)
    found = plain(surname) or next((found for face in faces if (found := telling_words(face, 2))), "")
    return found or (read(name.family or name.literal or name.original) if _is_read(work) else "")


def _faces(title: Title) -> tuple[str, ...]:
    return tuple(face.text for face in (title.main, title.translation, title.original) if face)


def _words_of(work: Work, title: Title, count: int) -> str:
    found = next((found for face in _faces(title) if (found := telling_words(face, count))), "")
    return found or (read(title.display) if title and _is_read(work) else "")


def _signed(work: Work) -> tuple[Name, ...]:
    return work.author or work.editor


def _symbol(work: Work, _: int) -> str:
    return plain(work.fields.get("document_symbol", ""))


def _container(work: Work, count: int) -> str:
    return _words_of(work, work.container, count or 2)


def _author(work: Work, _: int) -> str:
    """The first author's family name or a body's first words; unsigned, the container's; else the title's."""
    return _called(work) or _words_of(work, work.title, 2) or _words_of(work, work.publisher, 2)


def _called(work: Work) -> str:
    """What a work goes by before its title: its first author, else its container."""
    signed = next((found for name in _signed(work)[:1] if (found := _family(work, name))), "")
    return signed or _container(work, 0)


def _authors(work: Work, count: int) -> str:
    """Up to three (or as many as wished) family names, ``etal`` for the rest."""
    names, most = _signed(work), count or 3
    found = "".join(_family(work, name) for name in names[:most]) + "etal" * (len(names) > most)
    return found if names else _author(work, 0)


def _title(work: Work, count: int) -> str:
    """The first telling word of the title, unless the title has stood in for the author already."""
    if not _called(work):
        return "" if count < 3 else _words_of(work, work.title, count)
    return _words_of(work, work.title, count or 1) or (plain(work.type) if work.type in _TYPE_TELLS else "")


def _year(work: Work, _: int) -> str:
    return work.year


def _type(work: Work, _: int) -> str:
    return plain(work.type)


PARTS: dict[str, Part] = {
    "author": _author,
    "authors": _authors,
    "year": _year,
    "title": _title,
    "container": _container,
    "type": _type,
    "symbol": _symbol,
}
"""The parts of a pattern that come from the work; ``{n}``, its number in the list, comes from outside."""

COUNTED = frozenset({"authors", "title", "container"})
"""Parts that take a number: how many names or words."""
