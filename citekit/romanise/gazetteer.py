"""Places in Chinese: by their pinyin, which gets a capital, and by their characters."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple, TypeAlias, cast

from citekit.data import rows
from citekit.language.face_key import face_key

PlaceKind: TypeAlias = Literal["province", "city", "region", "country", "foreign-city"]


class Place(NamedTuple):
    """A place: its characters, its pinyin (GB/T 16159), its usual English name, and what it is."""

    characters: str
    pinyin: str
    english: str
    kind: PlaceKind


@cache
def places() -> tuple[Place, ...]:
    """All places of the list, in its order."""
    return tuple(
        Place(characters, pinyin, english, cast("PlaceKind", kind))
        for characters, pinyin, english, kind in rows("places-zh.tsv")
    )


def places_named(text: str) -> tuple[Place, ...]:
    """The places that a text names in characters, in pinyin however written, or in English.

    >>> [place.english for place in places_named("shanxi")]
    ['Shanxi', 'Shaanxi']

    Empty where there are none; pinyin alone does not tell a place from a word that sounds like one (Helan, 荷兰).
    """
    return _index().get(face_key(text), ())


@cache
def _index() -> dict[str, tuple[Place, ...]]:
    found: dict[str, dict[Place, None]] = {}
    for place in places():
        for face in place[:3]:
            found.setdefault(face_key(face), {})[place] = None
    return {key: tuple(same) for key, same in found.items()}
