"""Which record of a cluster leads: the one that keeps its key and whose values stand where records differ."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TypeAlias

from citekit.dedupe.entries import Entry
from citekit.dedupe.values import values_of
from citekit.model import Work

Policy: TypeAlias = Callable[[Sequence[Entry], Sequence[int]], list[int]]
"""Entries and the members of a cluster → the members as they lead, the first before all others."""

_STAMPS = (
    *("date-modified", "datemodified", "modificationdate", "modified", "timestamp"),
    *("date-added", "dateadded", "creationdate", "zotero.dateModified", "zotero.dateAdded"),
    *("zotero.dateSubmitted", "csl.timestamp"),
)
"""Fields in which programs note when a record was last changed or made, those that tell of a change first."""

_DAY = re.compile(r"(\d{4})[-./](\d{2})[-./](\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?")


def richness(work: Work) -> int:
    """How much a record tells: its values, the given names of its people, the places that cite it."""
    values = values_of(work)
    given = sum(bool(name.given) for value in values.values() if isinstance(value, tuple) for name in value)
    return len(values) + given + len(work.cited)


def _complete(entries: Sequence[Entry], members: Sequence[int]) -> list[int]:
    return sorted(members, key=lambda member: (-richness(entries[member].work), member))


def _first(entries: Sequence[Entry], members: Sequence[int]) -> list[int]:
    del entries
    return sorted(members)


def _newest(entries: Sequence[Entry], members: Sequence[int]) -> list[int]:
    """Those with the latest stamp; a record without one is older than any, and of two the later in the files leads."""
    return sorted(members, key=lambda member: (stamp(entries[member].work), member), reverse=True)


def _oldest(entries: Sequence[Entry], members: Sequence[int]) -> list[int]:
    """Those with the earliest stamp; a record without one comes after all that have one."""
    return sorted(members, key=lambda member: (stamp(entries[member].work) or _NEVER, member))


_NEVER = "9"

POLICIES: dict[str, Policy] = {"complete": _complete, "first": _first, "newest": _newest, "oldest": _oldest}
"""Name → policy: the fullest record, the first of the files, the one last changed, the one longest there."""


def from_file(file: str) -> Policy:
    """The policy by which a record of a file leads; among several, and where there is none, the fullest."""

    def ranked(entries: Sequence[Entry], members: Sequence[int]) -> list[int]:
        return sorted(_complete(entries, members), key=lambda member: entries[member].file != file)

    return ranked


def stamp(work: Work) -> str:
    """When a record was last changed or made, as a text that sorts; empty where nothing says so.

    ISO dates, with a time or without, and the milliseconds since 1970 of JabRef and Zotero are read.
    """
    return next((told for name in _STAMPS if (told := _moment(work.extra.get(name, "")))), "")


def _moment(value: str) -> str:
    if found := _DAY.search(value):
        return "".join(part or "00" for part in found.groups())
    if value.isascii() and value.isdigit() and 9 < len(value) < 14:
        seconds = int(value) / (1000 if len(value) > 11 else 1)
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y%m%d%H%M%S")
    return ""
