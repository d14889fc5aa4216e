"""What ``citekit romanise`` works on: strings, or the strings of a library, each at its place in a source."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from citekit.cli.libraries import read_with_form
from citekit.cli.output import STANDARD
from citekit.errors import CitekitError
from citekit.model import Document, Library
from citekit.romanise import Authorities, faces_of, language_of, person, shipped
from citekit.romanise.emend import RomanisedString, strings_of
from citekit.romanise.language import PINYIN
from citekit.romanise.misprints.printed import Role

LINES = "lines"
"""The format of a text that has a string a line."""


@dataclass(frozen=True, slots=True)
class Page:
    """A source with its romanised strings and the format it was in; ``frames`` are what stands round those of lines."""

    library: Library
    strings: tuple[RomanisedString, ...]
    form: str
    frames: tuple[tuple[str, str], ...] = ()

    @property
    def is_lines(self) -> bool:
        """Whether each line of the source is a string."""
        return self.form == LINES

    def __bool__(self) -> bool:
        return bool(self.strings)


def read_inputs(inputs: Sequence[str], form: str | None, authorities: Authorities | None = None) -> tuple[Page, ...]:
    """The pages of the inputs: a name of a file that is there is a file, ``-`` is stdin, all else are strings."""
    from citekit.read import decode_file

    pages: list[Page] = []
    strings = [given for given in inputs if given != STANDARD and not _is_file(given, form)]
    if strings:
        pages.append(_lines("\n".join(" ".join(one.split()) for one in strings), "string", authorities))
    for given in inputs:
        if given == STANDARD and form is None:
            pages.append(_lines(decode_file(STANDARD), "stdin", authorities))
        elif given not in strings:
            library, name = read_with_form(given, form)
            pages.append(Page(library, strings_of(library, authorities), name))
    return tuple(pages)


def _is_file(given: str, form: str | None) -> bool:
    from citekit.write import SUFFIXES

    try:
        if Path(given).is_file():
            return True
        is_folder = any(sign in given for sign in ("/", os.sep)) and Path(given).is_dir()
    except OSError:  # longer than a name may be: a string
        return False
    if is_folder:
        raise CitekitError(f"{given} is a folder; give the name of a file, or a string.")
    looks = given.casefold().endswith((*SUFFIXES, ".txt", ".pdf", ".docx")) and " " not in given
    if looks or form is not None:
        raise CitekitError(f"There is no file {given}; give the name of one that is there, or a string.")
    return False


def _lines(text: str, source: str, authorities: Authorities | None) -> Page:
    strings, frames, start = [], [], 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        plain = line.rstrip("\r\n")
        faces = faces_of(plain)
        begin, end = faces.main or (0, len(plain))
        said, own = (plain[slice(*span)] if span else "" for span in (faces.translation, faces.original))
        face = plain[begin:end]
        tag = language_of(face)
        place = f"line {number}"
        role: Role = _role(face, authorities or shipped()) if tag == PINYIN else "title"
        strings.append(RomanisedString(face, place, "string", tag, start + begin, role, translation=said, original=own))
        frames.append((plain[:begin], plain[end:]))
        start += len(line)
    return Page(Library(Document(source, text)), tuple(strings), LINES, tuple(frames))


def _role(text: str, authorities: Authorities) -> Role:
    """What a string names: a person, a periodical or body that is on the list or lies near one, else a title."""
    if person(text):
        return "name"
    return "periodical" if authorities.find(text) else "title"
