"""Records as bytes and back: a third of a kilobyte each, where a Record in memory takes three."""

from __future__ import annotations

import marshal
from dataclasses import fields
from operator import attrgetter
from typing import Any

from citekit.dedupe.record import NOTHING, Container, Pages, Person, Record, Titles, Wording

_NESTED = ("title", "people", "container", "pages")
_PLAIN = tuple(field.name for field in fields(Record) if field.name not in _NESTED)
_plain = attrgetter(*_PLAIN)


def packed(one: Record) -> bytes:
    """A record as bytes that :func:`unpacked` reads, in this version of Python."""
    title = one.title
    nested: Any = (
        (tuple(title.main), tuple(title.translation), *title[2:]),
        tuple(map(tuple, one.people)),
        tuple(one.container),
        tuple(one.pages),
    )
    return marshal.dumps((_plain(one), nested))


def unpacked(data: bytes) -> Record:
    """The record of :func:`packed`."""
    plain, (title, people, container, pages) = marshal.loads(data)  # noqa: S302 - bytes of our own scratch folder
    main, translation, *rest = title
    return Record(
        title=Titles(_wording(main), _wording(translation), *rest),
        people=tuple(Person(*one) for one in people),
        container=Container(*container),
        pages=Pages(*pages),
        **dict(zip(_PLAIN, plain, strict=True)),
    )


def _wording(parts: tuple[Any, ...]) -> Wording:
    return Wording(*parts) if parts[1] else NOTHING
