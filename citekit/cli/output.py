"""Where data go: stdout, or a file that is replaced in one step and is never an input."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from citekit.errors import CitekitError

STANDARD = "-"


def check_target(target: str, inputs: Iterable[str]) -> None:
    """Refuse, before any work is done, a target that cannot be written or that is one of the inputs."""
    if target == STANDARD:
        return
    path = Path(target)
    if path.is_dir():
        raise CitekitError(f"{target} is a folder; give -o the name of a file in it.")
    if not path.parent.is_dir():
        raise CitekitError(f"The folder {path.parent} of the output {target} is not there; make it first.")
    for source in inputs:
        if source != STANDARD and _same(path, Path(source)):
            raise CitekitError(f"{target} is an input and is not written over; give -o another name.")


def _same(left: Path, right: Path) -> bool:
    try:
        return left.samefile(right)
    except OSError:  # one of them is not there, so they are not the same
        return False


def write(text: str, target: str) -> None:
    """Write text as UTF-8 to a file, or to stdout for ``-``."""
    write_bytes(text.encode("utf-8", "surrogateescape"), target)


def say(text: str) -> None:
    """Write text that has colours to stdout: without them where no terminal wants them (no-color.org)."""
    from click import unstyle

    plain = not sys.stdout.isatty() or bool(os.environ.get("NO_COLOR"))
    write(unstyle(text) if plain else text, STANDARD)


def write_bytes(data: bytes, target: str) -> None:
    """Write bytes to a file, or to stdout for ``-``."""
    if target == STANDARD:
        _to_stdout(data)
        return
    with _said(target):
        _replace(Path(target), data)


@contextmanager
def stream(target: str) -> Iterator[Callable[[str], bool]]:
    """Yield a function that writes piece by piece; a file takes its place when all is written, and only then.

    The function returns whether somebody still reads what is written.
    """
    if target == STANDARD:
        yield lambda text: _to_stdout(text.encode("utf-8", "replace"))
        return
    with ExitStack() as stack:
        with _said(target):
            file = stack.enter_context(_opened(Path(target)))

        def write(text: str) -> bool:
            with _said(target):
                file.write(text.encode("utf-8", "replace"))
            return True

        yield write
        with _said(target):
            stack.close()


@contextmanager
def opened(target: str) -> Iterator[BinaryIO]:
    """Open a file to be written bit by bit; it takes its place when all is written, and only then."""
    with _said(target), _opened(Path(target)) as file:
        yield file


@contextmanager
def _said(target: str) -> Iterator[None]:
    """Say in a sentence why a file could not be written."""
    try:
        yield
    except OSError as error:
        raise CitekitError(f"{target} could not be written ({reason_of(error)}); give -o another place.") from error


def reason_of(error: OSError) -> str:
    """Why the system refused something, in its words; Arrow puts its own before them."""
    return (error.strerror or str(error)).partition("\n")[0].rpartition("] ")[2]


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes the place of the one at a path when it is written; a device or a pipe as it is."""
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            yield file
        return
    path = path.resolve()  # the file a link points to, not the link
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())  # or a machine that goes down now would leave an empty file
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o7777)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _to_stdout(data: bytes) -> bool:
    """Write to stdout; whether somebody still reads it.

    A reader that has had enough (``| head``) is no fault, and the talk on stderr goes on.
    """
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        # what is still buffered would fail again, noisily, when the interpreter closes stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            reason = error.strerror or error
            raise CitekitError(f"stdout could not be written ({reason}); name a file with -o.") from error
        return False
    return True


def _replace(path: Path, data: bytes) -> None:
    """Write beside the file and move over it, so that whoever looks sees the old file or the new, never half of one."""
    with _opened(path) as file:
        file.write(data)
