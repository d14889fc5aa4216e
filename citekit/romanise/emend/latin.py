"""The way back for records: pinyin for what stands in characters alone, as a face of its own or as a sort key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from citekit.fields import NAME_FIELDS
from citekit.language import script
from citekit.model import Face, Library, Name, Title, Work
from citekit.romanise.apart import apart
from citekit.romanise.authority import shipped
from citekit.romanise.emend.strings import TITLES
from citekit.romanise.from_characters import name_pinyin, pinyin, sort_key
from citekit.romanise.language import PINYIN

_HAN = re.compile("[㐀-鿿豈-﫿〇]+")
_LONGEST_NAME = 3


class Read(NamedTuple):
    """A string of a record in characters alone, and its pinyin."""

    work: str
    field: str
    characters: str
    pinyin: str


def read_characters(library: Library) -> tuple[Read, ...]:
    """The strings of the works that stand in Chinese characters alone, each with its pinyin."""
    return tuple(one for work in library.works for one in _read(work))


def _read(work: Work) -> Iterator[Read]:
    for field in TITLES:
        title: Title = getattr(work, field)
        spelt = _romanised(title)
        if spelt and spelt.main and title.main:
            yield Read(work.key, field, title.main.text, spelt.main.text)
    for field in NAME_FIELDS:
        names: tuple[Name, ...] = getattr(work, field)
        for name in names:
            read = _name(name)
            if read:
                yield Read(work.key, field, _characters(name), read.display)


def with_pinyin(library: Library) -> Library:
    """The library with pinyin as the main face of what stood in characters alone; these are its original face now."""
    return replace(library, works=tuple(map(_with_pinyin, library.works)))


def _with_pinyin(work: Work) -> Work:
    return replace(
        work,
        title=_romanised(work.title) or work.title,
        container=_romanised(work.container) or work.container,
        publisher=_romanised(work.publisher) or work.publisher,
        author=_names(work.author),
        editor=_names(work.editor),
        translator=_names(work.translator),
    )


def _names(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(_name(name) or name for name in names)


def _romanised(title: Title) -> Title | None:
    """A title with its pinyin; None where it has a romanised face, or is not in Chinese characters."""
    if not title.main or title.original or not script(title.main.text).startswith("zh") or apart(title) != title:
        return None
    spelt = pinyin(title.main.text)
    if not spelt:
        return None
    tag = title.main.language if title.main.language.startswith("zh") else script(title.main.text)
    return Title(Face(spelt, PINYIN), Face(title.main.text, tag), title.translation)


def _characters(name: Name) -> str:
    """A name that stands in characters alone; empty for any other."""
    text = re.sub(r"\s", "", name.literal or name.family + name.given)
    return text if _HAN.fullmatch(text) and not name.original else ""


def _name(name: Name) -> Name | None:
    """A name with its pinyin; None where it is not in characters alone, or cannot be read."""
    text = _characters(name)
    if not text:
        return None
    read = name_pinyin(text) if name.given or _is_person(name, text) else None
    if read:
        return Name(family=read[0], given=read[1], original=text, translated=name.translated, order="family-first")
    spelt = pinyin(text)
    return replace(name, family="", given="", literal=spelt, original=text, order="literal") if spelt else None


def _is_person(name: Name, text: str) -> bool:
    """Whether a name in one piece is a person's: so short, and of no body on the list."""
    return len(text) <= _LONGEST_NAME and not (name.literal and shipped().exact(text))


def with_sort_keys(library: Library) -> Library:
    """The library with sort keys for works in characters: ``sortname`` (BibLaTeX) and ``key`` (BibTeX, GB/T 7714).

    ``sortname`` has the authors in pinyin, ``key`` the syllables of the first author, else of the title, and the year
    behind them: BibLaTeX sorts by nothing else where it is there. A key that is there already stays.
    """
    return replace(library, works=tuple(map(_with_sort_keys, library.works)))


def _with_sort_keys(work: Work) -> Work:
    names = work.author or work.editor
    read = [_name(name) or name for name in names]
    told = {}
    if any(_characters(name) for name in names):
        told["sortname"] = " and ".join(map(_sorted, read))
        told["key"] = _dated(sort_key(_characters(names[0]) or names[0].display, name=not read[0].literal), work)
    elif not names and work.title.main and script(work.title.main.text).startswith("zh"):
        told["key"] = _dated(sort_key(work.title.main.text), work)
    return replace(work, extra={**told, **work.extra}) if told else work


def _dated(key: str, work: Work) -> str:
    return f"{key} {work.year}".strip()


def _sorted(name: Name) -> str:
    return f"{{{name.literal}}}" if name.literal else ", ".join(filter(None, (name.family, name.given)))
