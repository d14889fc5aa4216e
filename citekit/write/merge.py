"""The works of several papers in one library, for formats that hold one list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from citekit.model import Document, Library, Place, Work


def merge(libraries: Sequence[Library]) -> Library:
    """One library with the works of all papers in their order; a key that is taken gets ``-2``, ``-3`` ….

    A work that two papers cite stands there twice: whether it is the same is not decided here. The notes that cite a
    work are told with their paper: ``paper:8``.
    """
    if len(libraries) == 1:
        return libraries[0]
    works: dict[str, Work] = {}
    for library in libraries:
        for work in library.works:
            key = _free(work.key, works)
            works[key] = replace(work, key=key, cited=_of_paper(work, library.document.source))
    source = ", ".join(library.document.source for library in libraries)
    return Library(document=Document(source=source, text=""), works=tuple(works.values()))


def _of_paper(work: Work, source: str) -> tuple[Place, ...]:
    paper = "_".join(PurePath(source).stem.split())
    return tuple(replace(place, note=f"{paper}:{place.note}") for place in work.cited)


def _free(key: str, taken: dict[str, Work]) -> str:
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    return free
