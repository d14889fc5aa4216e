"""The values of a registry's reply as the nouns of citekit, whatever is missing or malformed in it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any

from citekit.model import Face, Name, Title, Work

_TAG = re.compile(r"<[^<>]{1,60}>")
_PLAIN = re.compile(r"\s+")


def text(value: object) -> str:
    """A value as text on one line, without markup; of a list the first; empty for what is no text or number."""
    if isinstance(value, list):
        value = next((one for one in value if one), "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return _PLAIN.sub(" ", html.unescape(_TAG.sub("", str(value)))).strip()


def member(value: object, *names: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """What stands in nested objects under these names, or None."""
    for name in names:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def listed(value: object) -> list[Any]:
    """A list as it is, nothing for what is none."""
    return value if isinstance(value, list) else []


def person(family: str, given: str) -> Name:
    """A person, given name first as registries print them."""
    return Name(family=family, given=given, order="given-first")


def printed_person(display: str) -> Name:
    """A person of whom a registry has one string: ``Family, Given`` or ``Given Family``."""
    family, comma, given = display.partition(",")
    if comma:
        return person(family.strip(), given.strip())
    *first, last = display.split() or [""]
    return person(last, " ".join(first))


def date_of(parts: object) -> str:
    """The EDTF date of ``date-parts`` (``[[2001, 5, 1]]``), or the empty string."""
    first = next(iter(listed(parts)), None)
    numbers = [int(one) for one in listed(first) if isinstance(one, int) or (isinstance(one, str) and one.isdigit())]
    if not numbers or not 1000 <= numbers[0] <= 9999:
        return ""
    return "-".join(f"{number:04d}" if at == 0 else f"{number:02d}" for at, number in enumerate(numbers[:3]))


def work(kind: str, title: str, authors: Iterable[Name], container: str = "", **fields: str) -> Work:
    """A work of what a registry says; empty fields are left out."""
    return Work(
        key="",
        type=kind,
        title=Title(Face(title)) if title else Title(),
        container=Title(Face(container)) if container else Title(),
        publisher=Title(Face(fields["publisher"])) if fields.get("publisher") else Title(),
        author=tuple(name for name in authors if name.display),
        fields={name: value for name, value in fields.items() if value and name != "publisher"},
    )
