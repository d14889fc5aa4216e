"""The records of several libraries in one row, each with the file it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from citekit.model import Library, Work


@dataclass(frozen=True, slots=True)
class Entry:
    """A record of a library, and the name of the file it stands in."""

    file: str
    work: Work

    @property
    def name(self) -> str:
        """What the record is called: ``library.bib:zhao2007``."""
        return f"{self.file}:{self.work.key}"


def entries_of(libraries: Sequence[Library]) -> tuple[Entry, ...]:
    """The records of libraries in their order; files are called by as much of their paths as tells them apart."""
    names = file_names([library.document.source for library in libraries])
    return tuple(Entry(name, work) for name, library in zip(names, libraries, strict=True) for work in library.works)


def file_names(paths: Iterable[str]) -> list[str]:
    """Paths as short as they can be told apart: the last part, or the whole where two end alike."""
    paths = list(paths)
    last = [PurePath(path).name or path for path in paths]
    return [name if last.count(name) == 1 else path for name, path in zip(last, paths, strict=True)]
