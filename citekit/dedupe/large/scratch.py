"""A folder for what a run puts on disk meanwhile: gone when the run ends, and when it was killed, at the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from glob import escape
from pathlib import Path
from platform import node
from shutil import rmtree
from tempfile import TemporaryDirectory

_LOCK, _FILES = "alive", "files"


@contextmanager
def scratch(folder: Path, purpose: str = "searching") -> Iterator[Path]:
    """A new folder in a folder, from which those of runs for one purpose that are dead are taken out.

    A run holds a lock on a file beside its own, SQLite's, which every system lets go of when a process ends however
    it ends. Only folders of this machine are looked at: not every network disk knows of the locks of another one.
    """
    prefix = f".{purpose}-{node()}-"
    for files in folder.glob(f"{escape(prefix)}*/{_FILES}"):
        if _is_dead(files.with_name(_LOCK)):
            rmtree(files.parent, ignore_errors=True)
    with TemporaryDirectory(prefix=prefix, dir=folder) as own, closing(_opened(Path(own, _LOCK))) as owner:
        with suppress(sqlite3.OperationalError):  # a disk without locks; no one will take the folder for a dead one
            owner.execute("begin exclusive")
        files = Path(own, _FILES)  # made under the lock: where it is there and the lock is free, the owner is dead
        files.mkdir()
        yield files


def _is_dead(lock: Path) -> bool:
    try:
        with closing(_opened(lock)) as other:
            other.execute("begin exclusive")
    except sqlite3.OperationalError:
        return False
    return True


def _opened(lock: Path) -> sqlite3.Connection:
    return sqlite3.connect(lock, timeout=0, isolation_level=None)
