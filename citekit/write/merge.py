"""The works of several papers in one library, for formats that hold one list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from citekit.fields import LINKS
from citekit.model import Document, Library, Place, Work

_KEY = re.compile(r"[^\s,{}\"]+")


def merge(libraries: Sequence[Library]) -> Library:
    """One library with the works of all papers in their order; a key that is taken gets ``-2``, ``-3`` ….

    A work that two papers cite stands there twice: whether it is the same is not decided here. The notes that cite a
    work are told with their paper: ``paper:8``.
    """
    if len(libraries) == 1:
        return libraries[0]
    works = with_free_keys(work for library in libraries for work in with_paper(library).works)
    source = ", ".join(library.document.source for library in libraries)
    return Library(document=Document(source=source, text=""), works=works)


def with_paper(library: Library) -> Library:
    """The library with the notes that cite its works told with their paper."""
    works = tuple(replace(work, cited=_of_paper(work, library.document.source)) for work in library.works)
    return replace(library, works=works)


def _of_paper(work: Work, source: str) -> tuple[Place, ...]:
    paper = "_".join(PurePath(source).stem.split())
    return tuple(replace(place, note=f"{paper}:{place.note}") for place in work.cited)


def with_links(works: Iterable[Work], keys: Mapping[str, str]) -> tuple[Work, ...]:
    """The works with the keys that they name in :data:`citekit.fields.LINKS` as ``keys`` has them now."""
    return tuple(_linked(work, keys) if keys and not work.extra.keys().isdisjoint(LINKS) else work for work in works)


def _linked(work: Work, keys: Mapping[str, str]) -> Work:
    named = {
        name: _KEY.sub(lambda key: keys.get(key[0], key[0]), work.extra[name]) for name in LINKS if name in work.extra
    }
    return replace(work, extra={**work.extra, **named})


def with_free_keys(works: Iterable[Work], taken: Iterable[str] = ()) -> tuple[Work, ...]:
    """The works in their order, each with a key that no other has and that is not taken."""
    last = dict.fromkeys(taken, 1)
    named = []
    for work in works:
        key, number = work.key, last.get(work.key, 1)
        while key in last:
            number += 1
            key = f"{work.key}-{number}"
        last[work.key] = number
        last.setdefault(key, 1)
        named.append(work if key == work.key else replace(work, key=key))
    return tuple(named)
