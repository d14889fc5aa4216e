"""Files that a file names beside it: read where they are in its folder or below, each no deeper than a person nests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from citekit.errors import CitekitError
from citekit.model import Document, Finding
from citekit.read.bytes import decode

_DEEPEST = 20
_MOST = 1000
_MOST_BESIDE = 10


class Includes:
    """The files beside a source; ``absent`` are those not there, outside its folder, or in a circle."""

    def __init__(self, folder: Path | None, suffixes: tuple[str, ...]) -> None:
        """``folder`` is that of the file itself, None where it has none; ``suffixes`` may be left off a name."""
        self._folder = folder
        self._suffixes = suffixes
        self._open: list[Path] = []
        self._read = 0
        self.absent: list[str] = []

    def within(self, name: str, read: Callable[[str], object], suffixes: tuple[str, ...] = ()) -> None:
        """Give the text of a file of this name to ``read``, which may include others."""
        path = self._find(name, suffixes or self._suffixes)
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

    def beside(self, names: Sequence[str], suffix: str) -> dict[str, str]:
        """The texts of the files of these names; where none is named, of those in the folder that end in ``suffix``."""
        if self._folder is None:
            return {}
        wanted = names or sorted(path.name for path in self._folder.glob(f"*{suffix}"))[:_MOST_BESIDE]
        found: dict[str, str] = {}
        for name in wanted:
            self.within(name, partial(found.setdefault, name), (suffix,))
        return found

    def _find(self, name: str, suffixes: tuple[str, ...]) -> Path | None:
        """The file of a name, in the folder or below it, and nowhere else."""
        if self._folder is None:
            return None
        top = self._folder.resolve()
        for suffix in ("", *suffixes):
            try:
                path = (top / f"{name.strip()}{suffix}").resolve()
                if path.is_relative_to(top) and path.is_file():
                    return path
            except (OSError, ValueError):
                return None
        return None


def with_absent(document: Document, includes: Includes) -> Document:
    """The document with a finding for each file that was not taken in."""
    help_ = "Put it where the name says, or run citekit on that file itself."
    found = tuple(
        Finding("RD151", f"The file {name} is not there, so what it holds is not read.", text=name, help=help_)
        for name in dict.fromkeys(includes.absent)
    )
    return replace(document, findings=(*document.findings, *found)) if found else document
