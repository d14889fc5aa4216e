"""Pieces on one baseline → printed lines with their text."""

from __future__ import annotations

from collections import Counter

from citekit.model import Span
from citekit.read.pdf.glyphs import Glyphs
from citekit.read.pdf.pieces import Piece, pieces
from citekit.read.pdf.sheets import Line
from citekit.read.pdf.sizes import SMALLER, body_of
from citekit.read.pdf.styles import SUPERSCRIPT, Styled, merged, styles

_LEVEL = 0.7
_OVERLAP = 1.0
_NEAR, _WRITTEN_ON, _BEHIND_LABEL = 0.6, 1.3, 5.0
_BLANK = 0.12
_PUSHED = 0.3
_FARTHEST = 40.0
_ALL = 1000.0
_LIFTED, _SMALL = 0.15, 0.9


def printed_lines(glyphs: Glyphs) -> list[Line]:
    """The lines of a page from top to bottom, those on one height from left to right."""
    found = pieces(glyphs)
    rows = sorted(_rows(found), key=lambda row: (-_main(row).base, row[0].left))
    styled = _styled(rows)
    return [_line(glyphs, row, styled=_main(row).size < styled) for row in rows]


def _rows(found: list[Piece]) -> list[list[Piece]]:
    """The pieces that stand beside each other."""
    order = {id(piece): at for at, piece in enumerate(found)}
    rows: list[list[Piece]] = []
    for piece in sorted(found, key=lambda piece: (-piece.base, piece.left)):
        row = _row_of(rows, piece, order)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
            row.sort(key=lambda piece: piece.left)
    return rows


def _row_of(rows: list[list[Piece]], piece: Piece, order: dict[int, int]) -> list[Piece] | None:
    """The row that a piece belongs to: it stands beside one of its pieces at the same height."""
    for row in reversed(rows):
        if row[0].base - piece.base > _FARTHEST:
            break
        for other in row:
            if abs(other.base - piece.base) < _LEVEL * max(other.size, piece.size):
                left, right = (other, piece) if other.left <= piece.left else (piece, other)
                if _is_beside(left, right, order):
                    return row
    return None


def _main(row: list[Piece]) -> Piece:
    """The piece of a row that most of it stands in."""
    if len(row) == 1:
        return row[0]
    return max(row, key=lambda piece: (sum(token.stop - token.start for token in piece.tokens), piece.size))


def _styled(rows: list[list[Piece]]) -> float:
    """The size below which the lines of a page may be notes, whose styles are asked for.

    Where a number opens a small line, notes are small; a raised one that opens a large line shows that they may be
    large.
    """
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row[0].size, 1)] += len(row[0].tokens)
    body = body_of(sizes)
    large = any(0 in row[0].raised and row[0].size > body - SMALLER for row in rows)
    small = any(row[0].tokens[0].is_number and row[-1].size <= body - SMALLER and not row[-1].is_label for row in rows)
    return body - SMALLER / 2 if small and not large else _ALL


def _is_beside(left: Piece, right: Piece, order: dict[int, int]) -> bool:
    """Whether two pieces at about one height are of one line; a number alone is raised above its line, never below."""
    size = max(left.size, right.size)
    gap = right.left - left.right
    if any(one.is_label and one.base < other.base - _LIFTED * size for one, other in ((left, right), (right, left))):
        return False
    near = _WRITTEN_ON if order[id(right)] == order[id(left)] + 1 else _NEAR
    return -_OVERLAP * size <= gap <= (_BEHIND_LABEL if left.is_label else near) * size


def _line(glyphs: Glyphs, row: list[Piece], *, styled: bool) -> Line:
    """One line out of its pieces."""
    main = _main(row)
    parts: list[str] = []
    words: list[Styled] = []
    raised: list[Span] = []
    length, end, reached = 0, -1, main.left
    for piece in row:
        lifted = piece.base > main.base + _LIFTED * main.size and piece.size < _SMALL * main.size
        for at, token in enumerate(piece.tokens):
            apart = token.start != end if at else token.x - reached > _BLANK * main.size
            if parts and apart and not _is_hyphen(glyphs, piece, at, end):
                parts.append(" ")
                length += 1
            word = glyphs.text[token.start : token.stop]
            if token.is_number and (lifted or at in piece.raised):
                raised.append((length, length + len(word)))
                words.append((length, length + len(word), SUPERSCRIPT))
            else:
                words += styles(glyphs, token.start, word, length) if styled else [(length, length + len(word), "")]
            parts.append(word)
            length += len(word)
            end = token.stop
        reached = piece.right
    runs = tuple(merged(words))
    return Line("".join(parts), row[0].left, row[-1].right, main.base, main.size, tuple(raised), runs)


def _is_hyphen(glyphs: Glyphs, piece: Piece, at: int, end: int) -> bool:
    """Whether a token is the hyphen at the end of a line, pushed a little away from its word."""
    token = piece.tokens[at]
    if (
        at != len(piece.tokens) - 1
        or glyphs.text[token.start : token.stop] != "-"
        or not glyphs.text[end - 1].isalpha()
    ):
        return False
    return token.x - glyphs.end(end - 1) < _PUSHED * piece.size
