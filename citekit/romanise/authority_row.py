"""A row of an authority list, and the types a row may have."""

from __future__ import annotations

from typing import NamedTuple

PERIODICALS = frozenset({"newspaper", "agency", "broadcaster", "journal", "magazine", "gazette", "website"})
BOOKS = frozenset({"yearbook", "series"})
PUBLISHERS = frozenset({"press"})
BODIES = frozenset(
    {
        "government",
        "party",
        "military",
        "university",
        "institute",
        "society",
        "archive",
        "library",
        "international",
        "body",
    }
)
PERSONS = frozenset({"person"})
"""A type for lists of one's own: the list that comes with citekit has no persons."""

TYPES = PERIODICALS | BOOKS | PUBLISHERS | BODIES | PERSONS
CONFIDENCES = ("high", "medium", "low")


class Authority(NamedTuple):
    """A periodical, press, body or person: who it is, in every face.

    ``characters`` are simplified for Chinese bodies, and ``traditional`` is the form that a body of Hong Kong or Taiwan
    writes itself. ``romanised`` follows GB/T 16159 (every word of a name with a capital) or modified Hepburn, ``alalc``
    the ALA-LC tables. ``variants`` are other names and spellings in any script. ``parent`` is the id of another row;
    ``confidence`` is ``high``, ``medium`` or ``low``. What is not known is empty.
    """

    id: str
    type: str
    language: str
    characters: str
    romanised: str
    traditional: str = ""
    alalc: str = ""
    variants: tuple[str, ...] = ()
    english: str = ""
    place: str = ""
    parent: str = ""
    issn: str = ""
    confidence: str = "high"
