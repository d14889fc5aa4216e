"""Pieces on one baseline → printed lines with their text."""

from __future__ import annotations

import re

from citekit.model import Span
from citekit.read.pdf.glyphs import Glyphs
from citekit.read.pdf.pieces import Piece, pieces
from citekit.read.pdf.sheets import Line
from citekit.read.pdf.styles import SUPERSCRIPT, merged, style_of

_LEVEL = 0.7
_OVERLAP = 1.0
_NEAR, _WRITTEN_ON, _BEHIND_LABEL = 0.6, 3.0, 5.0
_BLANK = 0.12
_LIFTED, _SMALL = 0.15, 0.9
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\u00ad": "-"})
"""PDFium's signs for a hyphen at the end of a line; a soft hyphen that is printed is a hyphen too."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff\uffff]")


def printed_lines(glyphs: Glyphs) -> list[Line]:
    """The lines of a page from top to bottom, those on one height from left to right."""
    found = pieces(glyphs)
    order = {id(piece): at for at, piece in enumerate(found)}
    rows: list[list[Piece]] = []
    for piece in sorted(found, key=lambda piece: (-piece.base, piece.left)):
        row = _row_of(rows[-12:], piece, order)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
            row.sort(key=lambda piece: piece.left)
    lines = [_line(glyphs, row) for row in rows]
    return sorted((line for line in lines if line.text), key=lambda line: (-line.base, line.left))


def _row_of(rows: list[list[Piece]], piece: Piece, order: dict[int, int]) -> list[Piece] | None:
    """The row that a piece belongs to: it stands beside one of its pieces at the same height."""
    for row in reversed(rows):
        if any(_is_beside(*sorted((other, piece), key=lambda one: one.left), order) for other in row):
            return row
    return None


def _is_beside(left: Piece, right: Piece, order: dict[int, int]) -> bool:
    size = max(left.size, right.size)
    if abs(left.base - right.base) >= _LEVEL * size:
        return False
    gap = right.left - left.right
    if left.is_label:
        near = _BEHIND_LABEL
    else:
        near = _WRITTEN_ON if order[id(right)] == order[id(left)] + 1 else _NEAR
    return -_OVERLAP * size <= gap <= near * size


def _line(glyphs: Glyphs, row: list[Piece]) -> Line:
    """One line out of its pieces."""
    main = max(row, key=lambda piece: (sum(token.stop - token.start for token in piece.tokens), piece.size))
    parts: list[str] = []
    words: list[tuple[int, int, str]] = []
    raised: list[Span] = []
    length, end, reached = 0, -1, main.left
    for piece in row:
        lifted = piece.base > main.base + _LIFTED * main.size and piece.size < _SMALL * main.size
        for at, token in enumerate(piece.tokens):
            apart = token.start != end if at else token.x - reached > _BLANK * main.size
            if parts and apart:
                parts.append(" ")
                length += 1
            word = _CONTROL.sub("", glyphs.text[token.start : token.stop].translate(_HYPHENS))
            is_raised = token.is_number and (lifted or at in piece.raised)
            if is_raised:
                raised.append((length, length + len(word)))
            words.append((length, length + len(word), SUPERSCRIPT if is_raised else style_of(*glyphs.font(token.start))))
            parts.append(word)
            length += len(word)
            end = token.stop
        reached = piece.right
    runs = tuple(merged(words))
    return Line("".join(parts), row[0].left, row[-1].right, main.base, main.size, tuple(raised), runs)
