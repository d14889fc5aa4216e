"""How words are set apart: italics and small capitals, by the font's flag and name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from citekit.model import Run
from citekit.read.pdf.glyphs import Glyphs

Styled: TypeAlias = tuple[int, int, str]
"""Where a stretch of a line starts and stops, and its style; the empty string for roman."""

ITALIC, SMALL_CAPS, SUPERSCRIPT = "italic", "small-caps", "superscript"
_ITALIC_NAME = re.compile(
    r"(?<!dig)(?<!cap)ital|obliq|slant|[ck]ursiv|[-,. ](?:bold|bd|semi|med|light)*it(?![a-z])"
    r"|^(?:cm|sf|ec|pl|lm)(?:bx)?(?:ti|sl)\d",
    re.IGNORECASE,
)
_CAPS_NAME = re.compile(
    r"[Ss]mall-?[Cc]aps?|[-,. ](?:SC|sc)(?:OsF|osf)?(?![A-Za-z])|[a-z]SC(?![A-Za-z])|(?i:^cmb?csc)\d|Caps\d"
)


@lru_cache(maxsize=4096)
def style_of(name: str, italic: bool) -> str:  # noqa: FBT001 - the pair that the font gives
    """The style of a font; the empty string for roman."""
    bare = name.partition("+")[2] if name[6:7] == "+" else name
    if _CAPS_NAME.search(bare):
        return SMALL_CAPS
    return ITALIC if italic or _ITALIC_NAME.search(bare) else ""


def styles(glyphs: Glyphs, start: int, word: str, at: int) -> list[Styled]:
    """The styles of a word, which stands at ``start`` on its page and at ``at`` in its line.

    Quotes and brackets before it and signs after it may be set otherwise.
    """
    first = next((index for index, char in enumerate(word) if char.isalnum()), 0)
    last = next((index for index in range(len(word), first + 1, -1) if word[index - 1].isalnum()), first + 1)
    style = style_of(*glyphs.font(start + first))
    found = [(at + first, at + last, style)]
    if first:
        found.insert(0, (at, at + first, style_of(*glyphs.font(start))))
    if last < len(word):
        found.append((at + last, at + len(word), style_of(*glyphs.font(start + last)) if style else ""))
    return found


def merged(words: Sequence[Styled]) -> Iterator[Run]:
    """The runs of words, each given with its start, its stop and its style: neighbours of one style are one run."""
    start, stop, style = 0, 0, ""
    for first, last, other in words:
        if other == style:
            stop = last
            continue
        if style:
            yield Run(start, stop, style)
        start, stop, style = first, last, other
    if style:
        yield Run(start, stop, style)
