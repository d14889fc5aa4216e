"""How words are set apart: italics and small capitals, by the font's flag and name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from citekit.model import Run

ITALIC, SMALL_CAPS, SUPERSCRIPT = "italic", "small-caps", "superscript"
_ITALIC_NAME = re.compile(
    r"(?<!dig)(?<!cap)ital|obliq|slant|[ck]ursiv|[-,. ](?:bold|bd|semi|med|light)*it(?![a-z])"
    r"|^(?:cm|sf|ec|pl|lm)(?:bx)?(?:ti|sl)\d",
    re.IGNORECASE,
)
_CAPS_NAME = re.compile(
    r"[Ss]mall-?[Cc]aps?|[-,. ](?:SC|sc)(?:OsF|osf)?(?![A-Za-z])|[a-z]SC(?![A-Za-z])|^cm(?:b?csc)\d"
)


@lru_cache(maxsize=4096)
def style_of(name: str, italic: bool) -> str:  # noqa: FBT001 - the pair that the font gives
    """The style of a font; the empty string for roman."""
    bare = name.partition("+")[2] if name[6:7] == "+" else name
    if _CAPS_NAME.search(bare):
        return SMALL_CAPS
    return ITALIC if italic or _ITALIC_NAME.search(bare) else ""


def merged(words: Sequence[tuple[int, int, str]]) -> Iterator[Run]:
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
