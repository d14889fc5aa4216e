"""What is told of the merges of a table."""

from __future__ import annotations

from dataclasses import dataclass

from citekit.dedupe.combine import Change
from citekit.model import Work


@dataclass(frozen=True, slots=True)
class Record:
    """What a row of the source is called: its place, counted from 0, and its key."""

    file: str
    row: int
    key: str

    @property
    def name(self) -> str:
        """As :attr:`citekit.dedupe.entries.Entry.name`, by the row, counted from 1, where there is no key."""
        return f"{self.file}:{self.key or f'row {self.row + 1}'}"


@dataclass(frozen=True, slots=True)
class Told:
    """One merge: the records, the leading one first; the values of the work they become; the changes."""

    records: tuple[Record, ...]
    work: Work
    changes: tuple[Change, ...]
