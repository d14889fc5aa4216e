"""The noun of this folder: a copy of a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a page in an archive: its address, when it was made (``YYYY-MM-DD``), and who keeps it.

    ``gap`` are the days between the copy and the date that was wanted.
    """

    url: str
    date: str
    archive: str
    gap: int | None = None
