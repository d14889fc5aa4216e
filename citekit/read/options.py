"""What a reader may be told beside the bytes of a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """The password that opens the file, and the folder it lies in, for files that name others beside them."""

    password: str | None = None
    folder: Path | None = None


NONE = Options()
