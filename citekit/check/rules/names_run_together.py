"""Persons parted by semicolons, ``&`` or commas; BibTeX parts them by "and" alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.people import Person, outside
from citekit.check.rule import NAMES, Fault, Rule, Setting
from citekit.data import words

_MARK = re.compile(r"\s*;\s*(?:and\s+)?|\s*,?\s+\\?&\s+|\s+\|\s+", re.IGNORECASE)
_ENTITY = re.compile(r"&#?\w+;")


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    bare = _ENTITY.sub(lambda found: "x" * len(found[0]), outside(value))
    marks = list(_MARK.finditer(bare.rstrip("; ")))
    if marks:
        joined = _joined(value.rstrip("; "), marks) if entry.is_latex else None
        yield Fault(_message(entry), name, (0, len(value)), joined, _help(entry))
        return
    for person in entry.people(name):
        if _is_list(person):
            message = f"{person.raw} looks like {person.commas + 1} persons."
            yield Fault(message, name, (person.start, person.end), help=_help(entry))


def _message(entry: Entry) -> str:
    return "Names are parted by “and” alone." if entry.is_latex else "Several persons stand in one name."


def _help(entry: Entry) -> str:
    return "Put “and” between them." if entry.is_latex else "Give each person a name of their own."


def _joined(value: str, marks: list[re.Match[str]]) -> str:
    pieces, at = [], 0
    for mark in marks:
        pieces.append(value[at : mark.start()])
        at = mark.end()
    return " and ".join([*pieces, value[at:]])


def _is_list(person: Person) -> bool:
    """Whether commas part whole names: each a given name written out and one word more (``John Smith, Jane Doe``)."""
    if person.braced or not person.commas or "{" in person.raw:
        return False
    parts = [part.split() for part in person.raw.split(",")]
    return all(len(part) == 2 and part[0].casefold() in words("given-western.txt") for part in parts)


RULE = Rule("CK084", "warning", on=NAMES, value=_check, sign=r"[;&|]|\w \w+, \w+ \w", fix="offered")
