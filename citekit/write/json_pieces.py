"""JSON to its records: an array, an object that wraps one, a single object, or one object a line.

A record that is broken does not take its neighbours with it: the next object that looks like a record is looked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from citekit.write.pieces import Piece

_OPENING = re.compile(r'[\s\ufeff]*(?:\{[^\[\]{}]*?"(?:items|references)"\s*:\s*)?\[')
_BETWEEN = re.compile(r"[\s,\ufeff]*")
_CLOSING = re.compile(r"\s*\][\s}]*")
_NEXT = re.compile(r"[}\]\w\"]\s*,?\s*(?=\{)")
_TRIES = 10_000
"""Objects that are looked at behind a broken record before the rest of the text is given up."""


def json_pieces(text: str) -> list[Piece]:
    """The records of a JSON text in their order; what is none of it is a broken piece."""
    opening = _OPENING.match(text)
    return list(_records(_Reader(text), opening.end() if opening else 0, listed=bool(opening)))


class _Reader:
    """Reads one value at a place, and tells which members it has twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.twice: list[str] = []
        self._decoder = json.JSONDecoder(object_pairs_hook=self._object, parse_constant=str)

    def _object(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            found = {}
            for name, value in pairs:
                if name in found:
                    self.twice.append(name)
                found.setdefault(name, value)
        return found

    def read(self, start: int) -> Piece | None:
        """The value that stands at a place, None where it is broken."""
        self.twice.clear()
        try:
            value, end = self._decoder.raw_decode(self.text, start)
        except (ValueError, RecursionError):
            return None
        return Piece(start, end, value, twice=tuple(dict.fromkeys(self.twice)))


def _records(reader: _Reader, at: int, *, listed: bool) -> Iterator[Piece]:
    text = reader.text
    while True:
        at = _end(_BETWEEN.match(text, at), at)
        closing = _CLOSING.match(text, at) if listed else None
        if closing:
            if closing.end() < len(text):
                yield Piece(closing.end(), len(text), broken=True)
            return
        if at >= len(text):
            return
        piece = reader.read(at) or _broken(reader, at)
        yield piece
        at = piece.end


def _end(found: re.Match[str] | None, default: int) -> int:
    return found.end() if found else default


def _broken(reader: _Reader, start: int) -> Piece:
    """The stretch up to the next object that looks like a record, or to the end."""
    text = reader.text
    at = start
    for _ in range(_TRIES):
        found = _NEXT.search(text, at)
        if not found:
            break
        at = found.end()
        piece = reader.read(at)
        if piece and isinstance(piece.value, dict) and piece.value.keys() & {"id", "type", "title"}:
            return Piece(start, start + len(text[start:at].rstrip(", \t\r\n")), broken=True)
    return Piece(start, max(start + 1, len(text.rstrip())), broken=True)
