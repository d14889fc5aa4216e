"""Records as bytes and back: a third of a kilobyte each, where a Record in memory takes three."""

from __future__ import annotations

import marshal
from typing import Any

from citekit.dedupe.record import NOTHING, Container, Pages, Person, Record, Titles, Wording

_TITLE, _PEOPLE, _CONTAINER, _PAGES = map(Record._fields.index, ("title", "people", "container", "pages"))


def packed(one: Record) -> bytes:
    """A record as bytes that :func:`unpacked` reads, in this version of Python."""
    parts: list[Any] = list(one)
    title = one.title
    parts[_TITLE] = (tuple(title.main), tuple(title.translation), *title[2:])
    parts[_PEOPLE] = tuple(map(tuple, one.people))
    parts[_CONTAINER] = tuple(one.container)
    parts[_PAGES] = tuple(one.pages)
    return marshal.dumps(parts)


def unpacked(data: bytes) -> Record:
    """The record of :func:`packed`."""
    parts = marshal.loads(data)  # noqa: S302 - bytes of our own scratch folder
    main, translation, *rest = parts[_TITLE]
    parts[_TITLE] = Titles(_wording(main), _wording(translation), *rest)
    parts[_PEOPLE] = tuple(Person(*one) for one in parts[_PEOPLE])
    parts[_CONTAINER] = Container(*parts[_CONTAINER])
    parts[_PAGES] = Pages(*parts[_PAGES])
    return Record(*parts)


def _wording(parts: tuple[Any, ...]) -> Wording:
    return Wording(*parts) if parts[1] else NOTHING
