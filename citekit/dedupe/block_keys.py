"""The keys under which records meet: two that share none are never compared. A key is a number of 64 bits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from citekit.data import words as word_list
from citekit.dedupe.hashing import hashed
from citekit.dedupe.record import Person, Record, Wording
from citekit.dedupe.say.people import skeleton

_HEAD = 24  # letters of a title, its small words off, that make a key
_END = 16  # letters at the end of a romanised title that make a key beside those at its beginning
_GAP = "\x1f"
_LONGEST = 3  # words of a title of which pairs make keys, for long words are rare ones …
_TOGETHER = 9  # … where two have more letters than these
_FEW = 2  # telling words that a title needs to be found by them
_INITIALS = 3  # letters of a given name that may be no more than initials
_INSIDE = frozenset({"chapter", "conference-paper"})


def block_keys(one: Record) -> frozenset[int]:
    """The keys of a record: identifiers, faces of the title, its longest words, author and place, paper and day."""
    return frozenset(map(hashed, _keys(one)))


def _keys(one: Record) -> list[str]:
    """The keys as texts, their parts with :data:`_GAP` between them."""
    title, pages = one.title, one.pages
    told = _telling(title.main)
    first = str(pages.first[1]) if pages.first else ""
    found = [*_of_identifiers(one), *_of_people(one, told, first), *_of_place(one, first)]
    for face, telling in ((title.main, told), (title.translation, _telling(title.translation))):
        if face:
            found += _of_title(face, telling)
    if title.romanised and title.main:
        found.append(f"end{_GAP}{title.main.letters[-_END:]}")
    if title.original:
        found.append(f"original{_GAP}{title.original}")
    found += [f"title{_GAP}{other[:_HEAD]}" for other in (title.head, one.translates) if other]
    return found


def _telling(face: Wording) -> Sequence[str]:
    small = word_list("stop-words-en.txt")
    return [word for word in face.words if word not in small] or face.words


def _of_identifiers(one: Record) -> list[str]:
    known = (("doi", one.doi), ("pmid", one.pmid), ("symbol", one.symbol), ("url", one.url))
    found = [f"{kind}{_GAP}{value}" for kind, value in known if value]
    return found + [f"isbn{_GAP}{isbn}{_GAP}{one.pages.first}" for isbn in one.isbn]


def _of_title(face: Wording, telling: Sequence[str]) -> list[str]:
    head = "".join(telling)[:_HEAD]
    found = [f"title{_GAP}{head}"]
    if face.letters[:_HEAD] != head:
        found.append(f"title{_GAP}{face.letters[:_HEAD]}")
    longest = sorted(sorted({*face.words}), key=len, reverse=True)[:_LONGEST]
    for one, other in combinations(longest, 2):
        if len(one) + len(other) > _TOGETHER:
            found.append(f"words{_GAP}{one}{_GAP}{other}" if one < other else f"words{_GAP}{other}{_GAP}{one}")
    return found


def _of_people(one: Record, telling: Sequence[str], first: str) -> list[str]:
    """The first person with the place, the year, or words of the title."""
    found: list[str] = []
    if not one.people:
        return found
    title, year = one.title, one.year
    for name in _names(one.people[0], romanised=title.romanised):
        if first and one.volume:
            found.append(f"page{_GAP}{name}{_GAP}{first}{_GAP}{one.volume}")
        if first and year:
            found.append(f"paged{_GAP}{name}{_GAP}{first}{_GAP}{year}")
        if telling:
            found.append(f"ends{_GAP}{name}{_GAP}{telling[0][:5]}{_GAP}{telling[-1][:4]}")
            if year:
                found.append(f"first{_GAP}{name}{_GAP}{year}{_GAP}{telling[0][:5]}")
        if year and (title.translation or title.romanised or len(telling) < _FEW):
            found.append(f"year{_GAP}{name}{_GAP}{year}")
    return found


def _names(person: Person, *, romanised: bool) -> set[str]:
    """The names that a person may be looked for under: turned round where it is not sure which is the family name."""
    found = {skeleton(person.family)}
    if len(person.given) == 1 and (len(person.given[0]) > _INITIALS or romanised):
        found.add(skeleton(person.given[0]))
    return found - {""}


def _of_place(one: Record, first: str) -> list[str]:
    found: list[str] = []
    if one.day or (one.year and one.issue and not first):
        day = f"{one.year}{_GAP}{one.month}{_GAP}{one.day}{_GAP}{one.issue}"
        found += [f"paper{_GAP}{name}{_GAP}{day}" for name in one.container.keys]
    if first and one.volume and one.year:
        found.append(f"place{_GAP}{first}{_GAP}{one.volume}{_GAP}{one.year}")
    if one.type in _INSIDE and not one.volume:
        small = word_list("stop-words-en.txt")
        for words in one.container.names:
            found.append(f"title{_GAP}{''.join(word for word in words if word not in small)[:_HEAD]}")
    return found
