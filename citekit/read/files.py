"""The edge of the room: files and bytes in, errors in a sentence out."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from citekit.errors import CitekitError
from citekit.model import Document
from citekit.read.bytes import Decoded, decode

STANDARD = "-"


def read_file(path: str | os.PathLike[str]) -> Document:
    """Read the notes out of a file; ``"-"`` is stdin.

    Raises :class:`CitekitError` where there is no file, it cannot be read, or it holds no text.
    """
    return read_bytes(_load(path), os.fspath(path))


def read_bytes(data: bytes, source: str) -> Document:
    """Read the notes out of the bytes of a file.

    Raises :class:`CitekitError` where they hold no text.
    """
    from citekit.read.text import read_decoded  # noqa: PLC0415 - who reads a library needs no patterns of notes

    return read_decoded(_decode(data, source), source)


def decode_file(path: str | os.PathLike[str]) -> str:
    """The text of a file, without a byte-order mark; ``"-"`` is stdin.

    Raises :class:`CitekitError` as :func:`read_file` does.
    """
    return _decode(_load(path), os.fspath(path)).text.removeprefix("\ufeff")


def decode_kept(path: str | os.PathLike[str]) -> Decoded:
    """The same text, with its encoding; bytes of UTF-8 that mean nothing are kept in it as surrogates (PEP 383).

    Encoding it with ``surrogateescape`` gives them back. Raises :class:`CitekitError` as :func:`read_file` does.
    """
    data = _load(path)
    decoded = _decode(data, os.fspath(path))
    kept = bool(decoded.lost) and decoded.encoding == "utf-8"
    text = data.decode("utf-8", "surrogateescape") if kept else decoded.text
    return replace(decoded, text=text.removeprefix("\ufeff"))


def _load(path: str | os.PathLike[str]) -> bytes:
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
    name = "The input" if source == STANDARD else source
    if not data:
        raise CitekitError(f"{name} is empty; give a file that holds the text of a paper.")
    decoded = decode(data, name)
    if not decoded.text.strip("\ufeff \t\n\r\f\v\x85\xa0\u2028\u2029\u3000"):
        raise CitekitError(f"{name} holds nothing but blanks; give a file that holds the text of a paper.")
    return decoded
