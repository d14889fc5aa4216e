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
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 1 << 16
_FEW = 0.02
_MOSTLY = 0.9
_BLANKS = re.compile(r"[ \n。、]")
_ORDINARY = frozenset(" \n\r\t\f.,;:!?()[]\"'-/&“”‘’–—…、。，；：？！（）《》「」『』\u3000\xa0")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, its encoding, whether that is a guess, and the offsets at which runs of bytes were unreadable."""

    text: str
    encoding: str
    guessed: bool = False
    lost: tuple[int, ...] = ()


def decode(data: bytes, source: str) -> Decoded:
    """The text in the bytes of a file; a byte-order mark stays in it.

    Raises :class:`CitekitError` where the bytes are no text: a PDF or another known kind of file, or binary data.
    """
    if kind := kind_of(data):
        raise CitekitError(f"{source} is {kind[0]}; {kind[1]}.")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data, encoding, guessed=False)
    decoded = _with_nuls(data) if b"\0" in data else _without_nuls(data)
    if decoded is None or _is_binary(decoded.text):
        raise CitekitError(f"{source} holds binary data and no text; give a plain text file, in UTF-8 for instance.")
    return decoded


def _lenient(data: bytes, encoding: str, *, guessed: bool) -> Decoded:
    """Decode, and note where bytes could not be read."""
    try:
        return Decoded(data.decode(encoding), encoding, guessed)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, guessed, tuple(found.start() for found in re.finditer(f"{_LOST}+", text)))


def _with_nuls(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: read in the right order its pairs are letters and blanks, nearly all of them."""
    shares = {encoding: _share_of_words(data[:_SAMPLE], encoding) for encoding in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda encoding: shares[encoding])
    return _lenient(data, best, guessed=True) if shares[best] >= _MOSTLY else None


def _share_of_words(head: bytes, encoding: str) -> float:
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return 0.0
    return sum(char.isalnum() or char in _ORDINARY for char in text) / len(text) if _BLANKS.search(text) else 0.0


def _without_nuls(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        damaged = _lenient(data, "utf-8", guessed=False)
    bad = damaged.text.count(_LOST)
    if len(_FOREIGN.findall(damaged.text)) >= 4 * bad:  # one in four is bad, or fewer
        return damaged
    from citekit.read.guess import guess  # noqa: PLC0415 - few files need it

    return _lenient(data, guess(data), guessed=True)


def _is_binary(text: str) -> bool:
    head = text[:_SAMPLE]
    return len(_CONTROL.findall(head)) > _FEW * len(head)
