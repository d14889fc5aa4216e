"""The edge of the room: files and bytes in, errors in a sentence out."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from citekit.errors import CitekitError
from citekit.model import Document
from citekit.read.bytes import Decoded, decode
from citekit.read.options import NONE, Options

STANDARD = "-"


def read_file(path: str | os.PathLike[str], *, password: str | None = None) -> Document:
    """Read the notes out of a file in any format that is read; ``"-"`` is stdin. ``password`` opens a locked PDF.

    Raises :class:`CitekitError` where there is no file, it cannot be read, or it holds no text.
    """
    return read_bytes(load_file(path), os.fspath(path), options_for(path, password))


def read_bytes(data: bytes, source: str, options: Options = NONE) -> Document:
    """Read the notes out of the bytes of a file; its format is told by what they are.

    Raises :class:`CitekitError` where they are damaged or hold no text.
    """
    from citekit.read.formats import read_format  # noqa: PLC0415 - who reads a library needs no reader of notes

    name = _name(source)
    if not data:
        raise CitekitError(f"{name} is empty; give a file that holds the text of a paper.")
    return replace(read_format(data, name, options), source=source)


def options_for(path: str | os.PathLike[str], password: str | None = None) -> Options:
    """What a reader is told of a file: the folder it lies in, and its password."""
    return Options(password, None if os.fspath(path) == STANDARD else Path(path).parent)


def read_plain(data: bytes, source: str, options: Options = NONE) -> Document:  # noqa: ARG001 - every reader takes them
    """Read the notes out of the bytes of a text.

    Raises :class:`CitekitError` where they are none.
    """
    from citekit.read.text import read_decoded  # noqa: PLC0415 - the same

    return read_decoded(_decode(data, source), source)


def decode_file(path: str | os.PathLike[str]) -> str:
    """The text of a file, without a byte-order mark; ``"-"`` is stdin.

    Raises :class:`CitekitError` as :func:`read_file` does.
    """
    return decode_bytes(load_file(path), os.fspath(path))


def decode_kept(path: str | os.PathLike[str], *, blank: bool = False) -> Decoded:
    """The same text, with its encoding; bytes of UTF-8 that mean nothing are kept in it as surrogates (PEP 383).

    Encoding it with ``surrogateescape`` gives them back. With ``blank`` a file may hold nothing, as a library does that
    is begun. Raises :class:`CitekitError` as :func:`read_file` does.
    """
    data = load_file(path)
    decoded = decode(data, os.fspath(path)) if blank else _decode(data, os.fspath(path))
    kept = bool(decoded.lost) and decoded.encoding == "utf-8"
    text = data.decode("utf-8", "surrogateescape") if kept else decoded.text
    return replace(decoded, text=text.removeprefix("\ufeff"))


def decode_bytes(data: bytes, source: str) -> str:
    """The text in the bytes of a file, without a byte-order mark.

    Raises :class:`CitekitError` where they hold none.
    """
    return _decode(data, source).text.removeprefix("\ufeff")


def load_file(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file; ``"-"`` is stdin.

    Raises :class:`CitekitError` where there is no file or it cannot be read.
    """
    if os.fspath(path) == STANDARD:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise CitekitError(f"There is no file {os.fspath(path)}; check the name and the folder.") from None
    except IsADirectoryError:
        raise CitekitError(f"{os.fspath(path)} is a folder; name a file in it.") from None
    except PermissionError:
        raise CitekitError(f"{os.fspath(path)} may not be read; check its permissions.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise CitekitError(f"{os.fspath(path)} cannot be read ({reason}); check the name.") from None


def _decode(data: bytes, source: str) -> Decoded:
    name = _name(source)
    if not data:
        raise CitekitError(f"{name} is empty; give a file that holds the text of a paper.")
    decoded = decode(data, name)
    if not decoded.text.strip("\ufeff \t\n\r\f\v\x85\xa0\u2028\u2029\u3000"):
        raise CitekitError(f"{name} holds nothing but blanks; give a file that holds the text of a paper.")
    return decoded


def _name(source: str) -> str:
    return "The input" if source == STANDARD else source
