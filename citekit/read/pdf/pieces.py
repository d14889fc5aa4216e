"""Characters → stretches of one line each, by where they stand and not by the line breaks that PDFium puts in.

Those are wrong just where notes are: the raised number of the next note hangs on to the last short line of this one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from citekit.read.digits import RAISED
from citekit.read.pdf.glyphs import Glyphs
from citekit.read.pdf.raised import is_raised, split_digits

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_TOKEN = re.compile(rf"[0-9]+|[{RAISED}]+|[*†‡]+|[{_WIDE}]|[^\s0-9{RAISED}{_WIDE}*†‡-]{{1,14}}-?|-")
"""A stretch that no line break can part unseen: a number, a word up to its hyphen, one Chinese character."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_BACK = 0.5
_DOWN = 0.72
_FAR = 1.3
_SLIM = 0.25
"""Sizes that a letter takes at least, so that not every word is measured."""
_SIZES = 3
_OFF = 10.0


class Token(NamedTuple):
    """Characters ``start`` to ``stop`` of a page that stand together, and where the first of them stands.

    A tuple for speed: a page has five hundred.
    """

    start: int
    stop: int
    x: float
    y: float
    is_number: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line: its tokens, its ends, its baseline, its size, the tokens that are raised numbers."""

    tokens: tuple[Token, ...]
    left: float
    right: float
    base: float
    size: float
    raised: frozenset[int]

    @property
    def is_label(self) -> bool:
        """Whether it is nothing but a number, raised or not."""
        return len(self.tokens) == 1 and self.tokens[0].is_number


def pieces(glyphs: Glyphs) -> list[Piece]:
    """The pieces of a page in the order in which they were written.

    What is turned against the text is left out, and what stands off the page, where nobody sees it.
    """
    found = [piece for tokens in _runs(glyphs) if (piece := _piece(glyphs, tokens))]
    return [piece for piece in found if _is_seen(glyphs, piece)]


def _is_seen(glyphs: Glyphs, piece: Piece) -> bool:
    beside = glyphs.left - _OFF <= piece.left <= glyphs.right + _OFF
    return beside and glyphs.bottom - _OFF <= piece.base <= glyphs.top + _OFF


def _tokens(glyphs: Glyphs) -> Iterator[Token]:
    text, origin = glyphs.text, glyphs.origin
    for match in _TOKEN.finditer(text):
        start, stop = match.span()
        if not text[start].isdigit():
            yield Token(start, stop, *origin(start), False)  # noqa: FBT003 - no number
        elif stop - start == 1:
            yield Token(start, stop, *origin(start), True)  # noqa: FBT003 - a number
        else:
            for first, last in split_digits(glyphs, start, stop):
                yield Token(first, last, *origin(first), True)  # noqa: FBT003 - the same


def _runs(glyphs: Glyphs) -> Iterator[list[Token]]:
    run: list[Token] = []
    size = 0.0
    for token in _tokens(glyphs):
        if run and _breaks(glyphs, run[-1], token, size):
            yield run
            run = []
        if not run or (len(run) == 1 and run[0].is_number):
            size = max(size if run else 0.0, glyphs.size(token.start))
        run.append(token)
    if run:
        yield run


def _breaks(glyphs: Glyphs, before: Token, token: Token, size: float) -> bool:
    """Whether a token stands on another line than the one before it, or far from it."""
    if abs(token.y - before.y) > _DOWN * size or not size:
        return True
    step = token.x - before.x
    if step < -_BACK * size:
        return not _RIGHT_TO_LEFT.match(glyphs.text, token.start)
    letters = before.stop - before.start
    return step > (_FAR + _SLIM * letters) * size and token.x - glyphs.end(before.stop - 1) > _FAR * size


def _piece(glyphs: Glyphs, tokens: list[Token]) -> Piece | None:
    size = _size(glyphs, tokens)
    if not size:
        return None
    base = _base(tokens)
    raised = frozenset(
        at for at, token in enumerate(tokens) if token.is_number and is_raised(glyphs, token.start, base, size)
    )
    return Piece(tuple(tokens), tokens[0].x, glyphs.end(tokens[-1].stop - 1), base, size, raised)


def _size(glyphs: Glyphs, tokens: list[Token]) -> float:
    """The size of most of the words, asked of a few of them."""
    words = [token for token in tokens if not token.is_number] or tokens
    found: defaultdict[float, int] = defaultdict(int)
    for token in words[:: max(1, -(-len(words) // _SIZES))]:
        found[round(glyphs.size(token.start), 1)] += token.stop - token.start
    return max(found, key=lambda size: (found[size], size))


def _base(tokens: list[Token]) -> float:
    """The baseline of most of the characters; numbers may be raised."""
    found: defaultdict[float, int] = defaultdict(int)
    for token in tokens:
        found[round(token.y, 1)] += (token.stop - token.start) * (1 if token.is_number else 4)
    return max(found, key=lambda base: (found[base], -base))
