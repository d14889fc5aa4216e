"""A file named on the command line → a library: in any format that is read, or a paper, which is extracted from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from citekit.errors import CitekitError
from citekit.model import Library

PAPER = "paper"
"""The name of the format that a paper's text is in."""


def read_library(source: str, form: str | None = None) -> Library:
    """The library of a file, ``-`` for stdin; its format is ``form``, else what its suffix or its text says.

    What is in no format of libraries is taken for a paper. Raises CitekitError for what cannot be read.
    """
    return read_with_form(source, form)[0]


def read_with_form(source: str, form: str | None = None) -> tuple[Library, str]:
    """The library of a file as :func:`read_library` reads it, and the format that it was in."""
    opened = open_file(source, form)
    return opened.load(), opened.form


class Opened(NamedTuple):
    """A file's text, that of its body and notes for a PDF or a Word file, its format, and what reads its library."""

    text: str
    form: str
    load: Callable[[], Library]


def open_file(source: str, form: str | None = None) -> Opened:
    """Open a file as what it is, ``-`` for stdin; what is in no format of libraries is taken for a paper.

    Raises CitekitError for what cannot be read.
    """
    from citekit.read import decode_bytes, is_paper, load_file
    from citekit.write.form import form_of

    data = load_file(source)
    if form in (None, PAPER) and is_paper(data):
        library = _paper(data, source)
        return Opened(library.document.text, PAPER, lambda: library)
    text = decode_bytes(data, source)
    name = form or form_of(source, text) or PAPER
    return Opened(text, name, partial(library_of, text, source, name))


def library_of(text: str, source: str, name: str) -> Library:
    """The library of a text in a format, or of a paper; CitekitError for a format that is not read."""
    from citekit.write import READERS

    if name in READERS:
        return READERS[name](text, source)
    if name != PAPER:
        known = ", ".join((*READERS, PAPER))
        raise CitekitError(f"{source} is in a format that is not read, {name}; give --from one of {known}.")
    return _paper(text.encode("utf-8", "surrogateescape"), source)


def _paper(data: bytes, source: str) -> Library:
    from citekit import pipeline
    from citekit.read import options_for, read_bytes

    return pipeline.run(read_bytes(data, source, options_for(source)))
