"""Records as bytes and back: a third of a kilobyte each, where a Record in memory takes three."""

from __future__ import annotations

import marshal
from typing import Any

from citekit.dedupe.record import NOTHING, Container, Pages, Person, Record, Titles, Wording

_TITLE, _PEOPLE, _CONTAINER, _PAGES = map(Record._fields.index, ("title", "people", "container", "pages"))


def packed(one: Record) -> bytes:
    """A record as bytes that :func:`unpacked` reads, in this version of Python."""
    parts: list[Any] = [*one]
    title = one.title
    parts[_TITLE] = (title.main.words, title.translation.words, *title[2:])
    parts[_PEOPLE] = tuple(map(tuple, one.people))
    parts[_CONTAINER] = tuple(one.container)
    parts[_PAGES] = tuple(one.pages)
    return marshal.dumps(parts)


def unpacked(data: bytes) -> Record:
    """The record of :func:`packed`."""
    parts = marshal.loads(data)  # noqa: S302 - bytes of our own scratch folder
    main, translation, *rest = parts[_TITLE]
    parts[_TITLE] = Titles._make((_wording(main), _wording(translation), *rest))
    parts[_PEOPLE] = tuple(map(Person._make, parts[_PEOPLE]))
    parts[_CONTAINER] = Container._make(parts[_CONTAINER])
    parts[_PAGES] = Pages._make(parts[_PAGES])
    return Record._make(parts)


def _wording(words: tuple[str, ...]) -> Wording:
    return Wording(words, "".join(words)) if words else NOTHING
