"""The keys under which records meet: two that share none are never compared. A key is a number of 64 bits."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.data import words as word_list
from citekit.dedupe.hashing import hashed
from citekit.dedupe.record import Person, Record, Wording
from citekit.dedupe.say.people import skeleton

_HEAD = 24  # letters of a title, its small words off, that make a key
_END = 16  # letters at the end of a romanised title that make a key beside those at its beginning
_LONGEST = 3  # words of a title of which pairs make keys: long words are rare ones


def block_keys(one: Record) -> frozenset[int]:
    """The keys of a record: identifiers, faces of the title, its longest words, author and place, paper and day."""
    return frozenset(hashed("\x1f".join(key)) for key in _keys(one))


def _keys(one: Record) -> Iterator[tuple[str, ...]]:
    for kind, value in (("doi", one.doi), ("pmid", one.pmid), ("symbol", one.symbol), ("url", one.url)):
        if value:
            yield kind, value
    for isbn in one.isbn:
        yield "isbn", isbn, str(one.pages.first)
    for face in (one.title.main, one.title.translation):
        if face:
            yield from _of_title(face)
    if one.title.romanised and one.title.main:
        yield "end", one.title.main.letters[-_END:]
    if one.title.original:
        yield "original", one.title.original
    for title in filter(None, (one.title.head, one.translates)):
        yield "title", title[:_HEAD]
    yield from _of_people(one)
    yield from _of_place(one)


def _telling(face: Wording) -> list[str]:
    small = word_list("stop-words-en.txt")
    return [word for word in face.words if word not in small] or list(face.words)


def _of_title(face: Wording) -> Iterator[tuple[str, ...]]:
    yield "title", "".join(_telling(face))[:_HEAD]
    if face.letters[:_HEAD] != "".join(_telling(face))[:_HEAD]:
        yield "title", face.letters[:_HEAD]
    longest = sorted(set(face.words), key=lambda word: (-len(word), word))[:_LONGEST]
    for place, word in enumerate(longest):
        for other in longest[place + 1 :]:
            if len(word) + len(other) > 9:
                yield "words", *sorted((word, other))


def _of_people(one: Record) -> Iterator[tuple[str, ...]]:
    words = _telling(one.title.main) if one.title.main else []
    first = str(one.pages.first[1]) if one.pages.first else ""
    year = str(one.year or "")
    for person in one.people[:1]:
        for name in _names(person, romanised=one.title.romanised):
            if first and one.volume:
                yield "page", name, first, one.volume
            if first and year:
                yield "paged", name, first, year
            if words:
                yield "ends", name, words[0][:5], words[-1][:4]
                if year:
                    yield "first", name, year, words[0][:5]
            if year and (one.title.translation or one.title.romanised or len(words) < 2):
                yield "year", name, year


def _names(person: Person, *, romanised: bool) -> set[str]:
    """The names that a person may be looked for under: turned round where it is not sure which is the family name."""
    whole = [word for word in person.given if len(word) > 3 or romanised]
    return {skeleton(person.family), *(skeleton(word) for word in whole[:1] if len(person.given) == 1)} - {""}


def _of_place(one: Record) -> Iterator[tuple[str, ...]]:
    first = str(one.pages.first[1]) if one.pages.first else ""
    for name in one.container.keys:
        if one.day or (one.year and one.issue and not first):
            yield "paper", name, str(one.year), str(one.month), str(one.day), one.issue
    if first and one.volume and one.year:
        yield "place", first, one.volume, str(one.year)
    if one.type in {"chapter", "conference-paper"} and not one.volume:
        small = word_list("stop-words-en.txt")
        for words in one.container.names:
            yield "title", "".join(word for word in words if word not in small)[:_HEAD]
