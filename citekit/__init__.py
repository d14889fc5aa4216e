"""Turn the footnotes of a scholarly paper into a bibliography that can be trusted.

>>> import citekit
>>> library = citekit.extract("paper.txt")
>>> library.works[0].title.display

Three functions and the nouns they speak in are the public API; everything is loaded when it is first used.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from citekit.errors import CitekitError
    from citekit.model import (
        Citation,
        Document,
        Emendation,
        Evidence,
        Face,
        Field,
        Finding,
        Library,
        Name,
        Note,
        Piece,
        Place,
        Reading,
        Reference,
        Title,
        Variant,
        Work,
    )

    __version__: str

__all__ = [
    "Citation",
    "CitekitError",
    "Document",
    "Emendation",
    "Evidence",
    "Face",
    "Field",
    "Finding",
    "Library",
    "Name",
    "Note",
    "Piece",
    "Place",
    "Reading",
    "Reference",
    "Title",
    "Variant",
    "Work",
    "__version__",
    "extract",
    "load",
    "parse",
]


def extract(path: str | PathLike[str]) -> Library:
    """Read the paper at a path (``"-"`` is stdin): its notes, their citations, the works they cite, the findings.

    Misprints of romanised strings are among the findings; what would put them right is in the library's emendations.
    The word list for them is used where it has been built (``citekit extract`` builds it). Raises
    :class:`CitekitError` when the file cannot be read.
    """
    from citekit.pipeline import STEPS, run
    from citekit.read import read_file

    return run(read_file(path), STEPS)


def parse(text: str) -> tuple[Citation, ...]:
    """Read one note or reference a line; the citations in their order, each with its fields and their evidence."""
    from citekit.pipeline import run
    from citekit.read import read_lines

    return run(read_lines(text, "text")).citations


def load(path: str | PathLike[str]) -> Library:
    """Load a library of works in any format that is read (BibTeX, CSL-JSON, RIS …): by its suffix, else by its text.

    Raises :class:`CitekitError` when the file cannot be read or is in no such format.
    """
    from citekit.errors import CitekitError
    from citekit.read import decode_file
    from citekit.write import READERS
    from citekit.write.form import form_of

    text = decode_file(path)
    form = form_of(str(path), text)
    if not form:
        raise CitekitError(f"{path} is in no format of libraries that is known; a paper is for citekit.extract().")
    return READERS[form](text, str(path))


if not TYPE_CHECKING:  # a checker that saw it would take every misspelt name for a known one

    def __getattr__(name: str) -> object:
        if name == "__version__":
            from importlib.metadata import version

            return version("citekit")
        if name == "CitekitError":
            from citekit import errors

            return errors.CitekitError
        if name in __all__:
            from citekit import model

            return getattr(model, name)
        raise AttributeError(f"module 'citekit' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _FrontDoor(ModuleType):
    """Keeps ``citekit.parse`` the function: importing the room of that name would set the name to the room."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name == "parse" and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _FrontDoor
