"""Files that a file names beside it: read where they are in its folder or below, each no deeper than a person nests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from citekit.errors import CitekitError
from citekit.read.bytes import decode

_DEEPEST = 20
_MOST = 1000


class Includes:
    """The files beside a source; ``absent`` are those not there, outside its folder, or in a circle."""

    def __init__(self, folder: Path | None, suffixes: tuple[str, ...]) -> None:
        """``folder`` is that of the file itself, None where it has none; ``suffixes`` may be left off a name."""
        self._folder = folder
        self._suffixes = suffixes
        self._open: list[Path] = []
        self._read = 0
        self.absent: list[str] = []

    def within(self, name: str, read: Callable[[str], None]) -> None:
        """Give the text of a file of this name to ``read``, which may include others."""
        path = self._find(name)
        if path is None or path in self._open or len(self._open) >= _DEEPEST or self._read >= _MOST:
            self.absent.append(name)
            return
        self._read += 1
        self._open.append(path)
        try:
            read(decode(path.read_bytes(), str(path)).text.removeprefix("\ufeff"))
        except (OSError, CitekitError):
            self.absent.append(name)
        finally:
            self._open.pop()

    def _find(self, name: str) -> Path | None:
        """The file of a name, in the folder or below it, and nowhere else."""
        if self._folder is None:
            return None
        top = self._folder.resolve()
        for suffix in ("", *self._suffixes):
            try:
                path = (top / f"{name.strip()}{suffix}").resolve()
                if path.is_relative_to(top) and path.is_file():
                    return path
            except (OSError, ValueError):
                return None
        return None
