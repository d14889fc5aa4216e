"""Files that are a zip: their parts in memory, none ever on disk, and a sentence for what would do harm."""

from __future__ import annotations

import io
import zipfile
import zlib
from posixpath import normpath

from citekit.errors import CitekitError

_RATIO = 200
_LARGEST = 256 * 1024 * 1024
_PART = 64 * 1024 * 1024
_MOST = 10_000
_SMALL = 1 << 20
"""A part that is no larger unpacked does no harm, however well it was packed."""
_ENCRYPTED = 0x1
_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, KeyError)


class Zip:
    """The parts of a zipped file by name.

    Raises :class:`CitekitError` where the zip is damaged, would unpack to more than 256 MB or 200 times its size, has
    more than 10,000 parts, or one with a name that leads out of it.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Look at the list of parts; nothing is unpacked yet."""
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            parts = self._zip.infolist()
        except _FAULTS:
            raise self.damaged() from None
        self._look(parts, len(data))
        self._parts = {part.filename: part for part in parts}

    def _look(self, parts: list[zipfile.ZipInfo], size: int) -> None:
        total = sum(part.file_size for part in parts)
        if len(parts) > _MOST:
            raise CitekitError(f"{self.name} holds {len(parts):,} parts, which no paper does; it is left unread.")
        if total > _LARGEST or (total > _SMALL and total > _RATIO * size) or any(map(_is_bomb, parts)):
            raise CitekitError(
                f"{self.name} would unpack to {total >> 20:,} MB, which no paper does; it is left unread."
            )
        if any(_climbs(part.filename) for part in parts):
            raise CitekitError(
                f"{self.name} has a part whose name leads out of it, which no paper has; it is left unread."
            )

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def read(self, part: str) -> bytes:
        """The bytes of a part."""
        info = self._parts.get(part)
        if info is None:
            raise CitekitError(
                f"{self.name} is damaged: it has no part {part}; save it anew in the program it is from."
            )
        if info.flag_bits & _ENCRYPTED:
            raise CitekitError(f"{self.name} is locked with a password; save it without one.")
        if info.file_size > _PART:
            raise CitekitError(
                f"{self.name} has a part of {info.file_size >> 20:,} MB, which no paper has; split the file."
            )
        try:
            return self._zip.read(info)
        except _FAULTS:
            raise self.damaged() from None

    def find(self, part: str) -> bytes:
        """The bytes of a part, or nothing where there is none."""
        return self.read(part) if part in self else b""

    def damaged(self) -> CitekitError:
        """What is said of a file that is broken."""
        return CitekitError(f"{self.name} is damaged and cannot be unpacked; get or save it anew.")


def beside(part: str, target: str) -> str:
    """The part that another one means by a relative name; empty where the name leads out of the file."""
    joined = target.lstrip("/") if target.startswith("/") else f"{part.rpartition('/')[0]}/{target}".lstrip("/")
    path = normpath(joined)
    return "" if _climbs(path) else path


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > _SMALL and part.file_size > _RATIO * max(part.compress_size, 1)


def _climbs(name: str) -> bool:
    slashed = name.replace("\\", "/")
    return slashed.startswith("/") or ".." in slashed.split("/") or slashed[1:3] == ":/"
