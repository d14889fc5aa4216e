"""How the memory that may be taken is shared out, and the sizes that people write: ``1GiB``, ``800 MB``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.errors import CitekitError

DEFAULT = 2 * 2**30
"""Bytes that a search may take where nothing is said."""
_PROCESS = 190 * 2**20
"""A process that makes and compares records: libraries, authorities, a part, what is remembered of the last ones."""
_OWN = 300 * 2**20
"""This process beside DuckDB: libraries, tasks on their way, a million pairs under the first look in each thread."""
_RECORD = 220
"""Bytes of this process for each record.

200 of them are columns and texts mapped from files, which are counted as if they had to stay, though the system takes
them back when others ask for memory; the rest are ranks, offsets and clusters.
"""
_LEAST = 64 * 2**20
"""DuckDB can sort nothing with less."""
_UNITS = {"": 1, "k": 1, "m": 2, "g": 3, "t": 4}
_SIZE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([kmgt]?)(i?)b?\s*", re.IGNORECASE)


def size_of(text: str) -> int:
    """A size in bytes: ``1GiB`` is 1,073,741,824, ``1GB`` a thousand million. CitekitError for what is none."""
    found = _SIZE.fullmatch(text)
    if not found:
        raise CitekitError(f"{text} is no size of memory; write 4GiB or 800MB.")
    unit = found[2].lower()
    return int(float(found[1]) * ((1024 if found[3] else 1000) ** _UNITS[unit] if unit else 1))


@dataclass(frozen=True, slots=True)
class Room:
    """Bytes that may be taken, and the processes of this machine that take some beside this one."""

    memory: int
    workers: int

    def beside(self, records: int) -> int:
        """The bytes that are left for DuckDB beside all else that a search of so many records needs.

        Raises CitekitError where nothing is left.
        """
        taken = _OWN + _RECORD * records + _PROCESS * self.workers
        if self.memory - taken < _LEAST:
            least = (taken + _LEAST) // 2**20 + 1
            raise CitekitError(
                f"{self.memory // 2**20} MiB of memory are too little for {records:,} records and {self.workers} "
                f"processes; {least} will do."
            )
        return self.memory - taken
