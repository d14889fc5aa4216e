"""What was asked and when, on disk: each try of an address a day, and the answers of registries.

One SQLite file in the user's cache folder, so that a run that was killed goes on where it was, and so that days can be
counted on which an address failed. A file that is damaged or cannot be written costs the memory of it and no more.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from citekit.data.cache import cache_folder

NAME = "online.sqlite3"
DAY = 86_400
_KEPT_DAYS = 400
_TABLES = """
CREATE TABLE IF NOT EXISTS tries (
  address TEXT NOT NULL, day INTEGER NOT NULL, at REAL NOT NULL, failed INTEGER NOT NULL, told TEXT NOT NULL,
  PRIMARY KEY (address, day)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answers (
  request TEXT PRIMARY KEY, at REAL NOT NULL, status INTEGER NOT NULL, url TEXT NOT NULL, body BLOB NOT NULL
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was kept: when it came (seconds since 1970), its status, its address, its body, compressed."""

    at: float
    status: int
    url: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Try:
    """The last time an address was tried: when, and what was told then, as text of the caller's own."""

    at: float
    told: str


class Store:
    """The tries and answers of all runs.

    ``path`` None keeps them for this run alone. Each try is written at once, so that a run that is killed loses none.
    """

    def __init__(self, path: Path | None) -> None:
        """Open the file, or say in ``trouble`` why that cannot be done."""
        self.trouble = ""
        self._base = self._opened(path)

    def _opened(self, path: Path | None) -> sqlite3.Connection:
        if path is not None:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                return _open(path)
            except (OSError, sqlite3.Error) as error:
                self.trouble = f"{path} cannot be used ({error}); nothing is kept of this run"
        return _open("")  # a file of the system's own, gone at the end

    def last(self, address: str) -> Try | None:
        """The last try of an address."""
        row = self._base.execute(
            "SELECT at, told FROM tries WHERE address = ? ORDER BY day DESC LIMIT 1", (address,)
        ).fetchone()
        return Try(*row) if row else None

    def failed_days(self, address: str) -> tuple[int, ...]:
        """The days (since 1970) on which an address failed, latest first, back to the last on which it did not."""
        rows = self._base.execute("SELECT day, failed FROM tries WHERE address = ? ORDER BY day DESC", (address,))
        return tuple(_while_failed(rows))

    def keep(self, address: str, at: float, told: str, *, failed: bool) -> None:
        """Keep a try; a later one of the same day takes the place of an earlier."""
        row = (address, int(at // DAY), at, failed, told)
        self._write("INSERT OR REPLACE INTO tries VALUES (?, ?, ?, ?, ?)", row)

    def answer(self, request: str) -> Kept | None:
        """The answer that was kept for a request."""
        query = "SELECT at, status, url, body FROM answers WHERE request = ?"
        row = self._base.execute(query, (request,)).fetchone()
        return Kept(*row) if row else None

    def keep_answer(self, request: str, kept: Kept) -> None:
        """Keep an answer in the place of an earlier one."""
        row = (request, kept.at, kept.status, kept.url, kept.body)
        self._write("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", row)

    def forget_answer(self, request: str) -> None:
        """Forget an answer that turned out to be none."""
        self._write("DELETE FROM answers WHERE request = ?", (request,))

    def _write(self, statement: str, row: tuple[object, ...]) -> None:
        try:
            self._base.execute(statement, row)
        except sqlite3.Error as error:  # the disk is full, or another run holds the file for long
            self.trouble = self.trouble or f"not all of this run could be kept ({error})"

    def close(self) -> None:
        """Forget what is older than a year, and let the file go."""
        with contextlib.suppress(sqlite3.Error):
            self._base.execute("DELETE FROM tries WHERE day < ?", (time.time() // DAY - _KEPT_DAYS,))
        self._base.close()


def default_path() -> Path:
    """Where the store of a user is."""
    return cache_folder() / NAME


def _open(path: Path | str) -> sqlite3.Connection:
    """Open the file; one that is damaged is moved aside and made anew."""
    try:
        return _with_tables(path)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) or isinstance(path, str):
            raise
        path.replace(path.with_suffix(".damaged"))
        return _with_tables(path)


def _with_tables(path: Path | str) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=10, isolation_level=None)
    try:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = NORMAL")
        base.executescript(_TABLES)
    except BaseException:
        base.close()
        raise
    return base


def _while_failed(rows: Iterator[tuple[int, int]]) -> Iterator[int]:
    for day, failed in rows:
        if not failed:
            return
        yield day
