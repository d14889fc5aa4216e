"""Bytes become text: UTF-8, UTF-16, or what the bytes look like, and never a crash."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from citekit.errors import CitekitError
from citekit.read.magic import kind_of

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOST = "\ufffd"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 1 << 16
_FEW = 0.02


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, whether that is a guess, and the offsets at which bytes could not be read."""

    text: str
    encoding: str
    guessed: bool = False
    lost: tuple[int, ...] = ()


def decode(data: bytes, source: str) -> Decoded:
    """The text in the bytes of a file; a byte-order mark stays in it.

    Raises :class:`CitekitError` where the bytes are no text: a PDF or another known kind of file, or binary data.
    """
    if kind := kind_of(data):
        raise CitekitError(f"{source} is {kind[0]}, which is not read yet; {kind[1]}.")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data, encoding, guessed=False)
    decoded = _with_nuls(data) if b"\0" in data[:_SAMPLE] or b"\0" in data else _without_nuls(data)
    if decoded is None or _is_binary(decoded.text):
        raise CitekitError(f"{source} holds binary data and no text; give a plain text file, in UTF-8 for instance.")
    return decoded


def _lenient(data: bytes, encoding: str, *, guessed: bool) -> Decoded:
    """Decode, and note where bytes could not be read."""
    try:
        return Decoded(data.decode(encoding), encoding, guessed)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, guessed, tuple(found.start() for found in re.finditer(_LOST, text)))


def _with_nuls(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: its NULs stand at even offsets only, or at odd ones only."""
    head = data[:_SAMPLE]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < 10 * min(even, odd) + 1 or max(even, odd) < _FEW * len(head):
        return None
    return _lenient(data, "utf-16-le" if odd > even else "utf-16-be", guessed=True)


def _without_nuls(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        damaged = _lenient(data, "utf-8", guessed=False)
    multibyte = sum(char > "\x7f" for char in damaged.text) - len(damaged.lost)
    if multibyte >= 3 * len(damaged.lost):
        return damaged
    from citekit.read.guess import guess  # noqa: PLC0415 - few files need it

    return _lenient(data, guess(data), guessed=True)


def _is_binary(text: str) -> bool:
    head = text[:_SAMPLE]
    return len(_CONTROL.findall(head)) > _FEW * len(head)
