"""What ``citekit romanise`` works on: strings, or the strings of a library, each at its place in a source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from citekit.cli.libraries import read_library
from citekit.cli.output import STANDARD
from citekit.data import words as word_list
from citekit.errors import CitekitError
from citekit.language import is_pinyin
from citekit.model import Citation, Document, Library, Name, Note, Span, Work
from citekit.romanise import faces_of, language_of, words
from citekit.romanise.language import PINYIN
from citekit.romanise.persons import is_surname

_OPEN = re.compile(r"(?:[bcdfghj-np-tw-z]{0,2}[aeiouü]{1,3}(?:ng?|r(?=$))?[’'-]?)+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One printed string: its romanised face and where that stands.

    ``place`` is a note's id, an entry's key or a line; ``before`` and ``behind`` is what stands round the face on its
    line. ``start`` counts in the note ``note``, or in the source where that is None; it is None where the string is
    not found there as it stands.
    """

    text: str
    place: str
    field: str
    language: str
    start: int | None
    note: str | None = None
    before: str = ""
    behind: str = ""
    is_name: bool | None = None
    after: int = 0
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A source with its entries; ``is_lines`` where each of its lines is a string."""

    library: Library
    entries: tuple[Entry, ...]
    is_lines: bool


def read_inputs(inputs: Sequence[str], form: str | None) -> tuple[Page, ...]:
    """The pages of the inputs: a name of a file that is there is a file, ``-`` is stdin, all else are strings."""
    from citekit.read import decode_file

    pages: list[Page] = []
    strings = [given for given in inputs if not _is_file(given, form) and given != STANDARD]
    if strings:
        pages.append(_lines("\n".join(" ".join(one.split()) for one in strings), "string"))
    for given in inputs:
        if given == STANDARD and form is None:
            pages.append(_lines(decode_file(STANDARD), "stdin"))
        elif given not in strings:
            pages.append(_library(read_library(given, form)))
    return tuple(pages)


def _is_file(given: str, form: str | None) -> bool:
    from citekit.write import SUFFIXES

    try:
        if Path(given).is_file():
            return True
    except OSError:  # longer than a name may be: a string
        return False
    looks = given.casefold().endswith((*SUFFIXES, ".txt", ".pdf", ".docx")) and " " not in given
    if looks or form is not None:
        raise CitekitError(f"There is no file {given}; give the name of one that is there, or a string.")
    return False


def _lines(text: str, source: str) -> Page:
    entries, start = [], 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        plain = line.rstrip("\r\n")
        faces = faces_of(plain)
        begin, end = faces.main or (0, len(plain))
        said = plain[slice(*faces.translation)] if faces.translation else ""
        face = plain[begin:end]
        before, behind, tag = plain[:begin], plain[end:], language_of(face)
        place = f"line {number}"
        entries.append(Entry(face, place, "string", tag, start + begin, None, before, behind, translation=said))
        start += len(line)
    return Page(Library(Document(source, text)), tuple(entries), is_lines=True)


def _library(library: Library) -> Page:
    notes = {note.id: note for note in library.document.passages}
    if library.readings:
        found = (entry for citation in library.citations for entry in _cited(citation, notes[citation.note]))
    else:
        found = (entry for work in library.works for entry in _listed(work, library.document.text))
    romanised = (entry for entry in found if "-Latn" in entry.language)
    return Page(library, tuple(dict.fromkeys(romanised)), is_lines=False)


def _cited(citation: Citation, note: Note) -> Iterator[Entry]:
    """The strings of a citation at the spans that they were read from."""
    for field in ("title", "container", "publisher"):
        value = citation.fields.get(field)
        if value and isinstance(value.value, str) and value.evidence.span and value.evidence.note == note.id:
            begin, end = value.evidence.span
            text = note.text[begin:end]
            said = citation.text(f"{field}_translation")
            tag = language_of(text)
            yield Entry(text, f"note {note.id}", field, tag, begin, note.id, is_name=False, translation=said)
    for field in ("author", "editor", "translator"):
        value = citation.fields.get(field)
        span = value.evidence.span if value else None
        for name in citation.names(field):
            printed = _name(name)
            at = note.text.find(printed, *(span or (0, 0))) if printed else -1
            if at >= 0:
                yield Entry(printed, f"note {note.id}", field, _language(name, printed), at, note.id, is_name=True)


def _listed(work: Work, source: str) -> Iterator[Entry]:
    """The strings of a work of a library, found in its source behind the work's key where they stand as they are."""
    behind = max(source.find(work.key), 0)
    titles = {"title": work.title, "container": work.container, "publisher": work.publisher}
    for field, title in titles.items():
        if title.main and title.main.text:
            text, said = title.main.text, title.translation.text if title.translation else ""
            at = source.find(text, behind)
            start, tag = at if at >= 0 else None, language_of(text)
            yield Entry(text, work.key, field, tag, start, after=behind, is_name=False, translation=said)
    for field, names in (("author", work.author), ("editor", work.editor), ("translator", work.translator)):
        for name in names:
            printed = _name(name)
            if printed:
                yield Entry(printed, work.key, field, _language(name, printed), None, after=behind, is_name=True)


def spot(entry: Entry, start: int, end: int, source: str) -> Span | None:
    """Where a stretch of an entry stands in its note or source, or None.

    In a library a string may be broken by braces or turned round; then its word is looked for behind the work's key.
    """
    if entry.start is not None:
        return entry.start + start, entry.start + end
    left = max((begin for begin, stop in words(entry.text) if begin <= start <= stop), default=0)
    right = next((stop for begin, stop in words(entry.text) if begin == left), len(entry.text))
    at = source.find(entry.text[left:right], entry.after)
    return (at + start - left, at + end - left) if at >= 0 else None


def _name(name: Name) -> str:
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


def _language(name: Name, printed: str) -> str:
    return language_of(printed) if name.literal else PINYIN
