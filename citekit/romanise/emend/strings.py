"""The romanised strings of a library: of its citations at their places in the notes, or of its works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from citekit.data import words as word_list
from citekit.fields import NAME_FIELDS
from citekit.language import is_english_word, is_pinyin
from citekit.model import Citation, Library, Name, Note, Span, Title, Work
from citekit.romanise.apart import apart
from citekit.romanise.authority import Authorities, shipped
from citekit.romanise.language import JAPANESE, PINYIN, language_of
from citekit.romanise.misprints.printed import Role
from citekit.romanise.persons import is_surname
from citekit.romanise.read import read_word
from citekit.romanise.text import words

TITLES = ("title", "container", "publisher")
PERIODICAL_TYPES = frozenset({"article-journal", "article-magazine", "article-newspaper", "newswire"})
_ROMANISED = frozenset({"romanised", "alalc", "variant"})
_OPEN = re.compile(r"(?:(?:[bcdfghj-np-tw-z]{0,2}[aeiouü]{1,3}|[jlnqxy]ve?)(?:ng?|r(?=$))?[’'-]?)+")


@dataclass(frozen=True, slots=True)
class RomanisedString:
    """One printed string: its romanised face and where that stands.

    ``place`` is ``note 8``, an entry's key or a line. ``start`` counts in the note ``note``, or in the source where
    that is None; it is None where the string is not found as it stands, and its words are looked for behind ``after``.
    ``citation`` is the key of the citation that prints it. ``original`` is its face in characters.
    """

    text: str
    place: str
    field: str
    language: str
    start: int | None
    role: Role = "title"
    note: str | None = None
    citation: str | None = None
    after: int = 0
    translation: str = ""
    original: str = ""

    @property
    def is_name(self) -> bool:
        """Whether it names a person."""
        return self.role == "name"


def strings_of(library: Library, authorities: Authorities | None = None) -> tuple[RomanisedString, ...]:
    """The romanised strings in order, each once a place; of a library without notes those of its works.

    A name that lies near one of ``authorities``, else of the list that comes with citekit, is romanised, however it is
    misspelt: ``Wenhui Boa``.
    """
    notes = {note.id: note for note in library.document.passages}
    if library.readings:
        found = (one for citation in library.citations for one in _cited(citation, notes[citation.note]))
    else:
        found = (one for work in library.works for one in _listed(work, library.document.text))
    told = (_as_listed(one, authorities or shipped()) for one in found)
    return tuple(dict.fromkeys(one for one in told if "-Latn" in one.language))


def _as_listed(one: RomanisedString, authorities: Authorities) -> RomanisedString:
    """The string as pinyin, where its language was not told and a Chinese name of the list lies near it."""
    if "-Latn" in one.language or one.role in {"title", "name"} or not _has_pinyin(one.text):
        return one
    near = any(match.authority.language == "zh" and match.face in _ROMANISED for match in authorities.near(one.text))
    return replace(one, language=PINYIN) if near else one


@lru_cache(maxsize=4096)
def _has_pinyin(text: str) -> bool:
    """Whether a text has a word of pinyin that is no English one: only then may it be a name that is misspelt."""
    spelt = (text[start:end] for start, end in words(text))
    return any(len(read_word(word).syllables) > 1 and not is_english_word(word) for word in spelt)


def role_of(field: str, work_type: str) -> Role:
    """What a string names, by its field and the type of the work: a container is a periodical or a book's title."""
    if field == "container":
        return "periodical" if work_type in PERIODICAL_TYPES else "title"
    return "publisher" if field == "publisher" else "title"


def _cited(citation: Citation, note: Note) -> Iterator[RomanisedString]:
    """The strings of a citation at the spans that they were read from."""
    place = f"note {note.id}"
    for field in TITLES:
        value = citation.fields.get(field)
        if value and isinstance(value.value, str) and value.evidence.span and value.evidence.note == note.id:
            begin, end = value.evidence.span
            text, role = note.text[begin:end], role_of(field, citation.type)
            said, original = (citation.text(f"{field}_{face}") for face in ("translation", "original"))
            yield RomanisedString(
                text, place, field, language_of(text), begin, role, note.id, citation.key, 0, said, original
            )
    for field in NAME_FIELDS:
        value = citation.fields.get(field)
        span = value.evidence.span if value else None
        for name in citation.names(field):
            printed = name_text(name)
            at = note.text.find(printed, *(span or (0, 0))) if printed else -1
            if at >= 0:
                tag, role = _of_name(name, printed)
                yield RomanisedString(
                    printed, place, field, tag, at, role, note.id, citation.key, 0, name.translated, name.original
                )


def _listed(work: Work, source: str) -> Iterator[RomanisedString]:
    """The strings of a work of a library, found in its source behind the work's key where they stand as they are."""
    behind = max(source.find(work.key), 0)
    titles: dict[str, Title] = {field: apart(getattr(work, field)) for field in TITLES}
    for field, title in titles.items():
        if title.main and title.main.text:
            text, role = title.main.text, role_of(field, work.type)
            said, original = (face.text if face else "" for face in (title.translation, title.original))
            at = source.find(text, behind)
            start = at if at >= 0 else None
            yield RomanisedString(
                text, work.key, field, language_of(text), start, role, None, None, behind, said, original
            )
    for field in NAME_FIELDS:
        names: tuple[Name, ...] = getattr(work, field)
        for name in names:
            printed = name_text(name)
            if printed:
                tag, role = _of_name(name, printed)
                yield RomanisedString(
                    printed, work.key, field, tag, None, role, None, None, behind, name.translated, name.original
                )


def spot(string: RomanisedString, start: int, end: int, source: str) -> Span | None:
    """Where a stretch of a string stands in its note or source, or None.

    In a library a string may be broken by braces or turned round; then its word is looked for behind the work's key.
    """
    if string.start is not None:
        return string.start + start, string.start + end
    left, right = word_at(string.text, start)
    at = source.find(string.text[left:right], string.after)
    return (at + start - left, at + end - left) if at >= 0 else None


def word_at(text: str, place: int) -> Span:
    """The span of the word that a place lies in or behind; the whole text where it lies in none."""
    return max((span for span in words(text) if span[0] <= place <= span[1]), default=(0, len(text)))


def name_text(name: Name) -> str:
    """A body, or a Chinese person with the surname first, as libraries and papers print them; else the empty string."""
    if name.literal:
        return name.literal
    return f"{name.family} {name.given}" if name.family and name.given and _is_chinese(name) else ""


def _is_chinese(name: Name) -> bool:
    """Whether a person's name is Chinese, its misprints apart.

    ``Mao, Luipeng`` and ``Jinag Zemin`` are, ``Li, David`` is not.
    """
    given = name.given.casefold()
    if is_pinyin(given):
        return name.order == "family-first" or is_surname(name.family)
    return is_surname(name.family) and bool(_OPEN.fullmatch(given)) and given not in word_list("given-western.txt")


def _of_name(name: Name, printed: str) -> tuple[str, Role]:
    if name.literal:
        return language_of(printed), "body"
    is_japanese = name.family.casefold() in word_list("surnames-ja.txt") and not is_surname(name.family)
    return JAPANESE if is_japanese else PINYIN, "name"
