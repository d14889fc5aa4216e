"""A folder for what is on its way to a file, beside it, and gone afterwards, whatever happened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import IO

_LOCK = "lock"


@contextmanager
def scratch_beside(path: Path) -> Iterator[Path]:
    """Yield an empty folder beside a file that will be; those that killed runs have left for it are taken away."""
    prefix = f".{path.name}.merging-"
    for left in path.parent.glob(f"{escape(prefix)}*"):
        _sweep(left)
    with TemporaryDirectory(prefix=prefix, dir=path.parent) as folder, Path(folder, _LOCK).open("w") as lock:
        _is_ours(lock)
        yield Path(folder)


def _sweep(left: Path) -> None:
    """Take a folder away, if the run that made it is no more."""
    with suppress(OSError), (left / _LOCK).open("r+") as lock:
        if _is_ours(lock):
            rmtree(left, ignore_errors=True)


def _is_ours(lock: IO[str]) -> bool:
    """Lock a file until it is closed, as the system does for a run that is killed; False where another run has it."""
    try:
        import fcntl
    except ImportError:  # Windows: what a killed run has left stays
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
