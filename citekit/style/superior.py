"""Superior letters of terms ("1ᵉʳ") as raised ordinary letters, one by one, as most fonts want them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from citekit.style.box import Box, Node, Text
from citekit.style.node import Source
from citekit.style.rich import rich

_LETTERS = (
    "ªºᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴭᴮᴰᴱᴲᴳᴴᴵᴶᴷᴸᴹᴺᴼᴽᴾᴿᵀᵁⱽᵂ⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ʱʴʵʶˠˤᵄᵅᵆᵊᵋᵌᵑᵓᵔᵕᵙᵚᵜᵝᵞᵟᵠᵡ"
    "℠™㆒㆓㆔㆕㆖㆗㆘㆙㆚㆛㆜㆝㆞㆟ˀˁۥۦ"
)
_SUPER = "<super> "
SUPERIOR = {
    letter: "".join(chr(int(code, 16)) for code in unicodedata.decomposition(letter).removeprefix(_SUPER).split())
    for letter in _LETTERS
    if unicodedata.decomposition(letter).startswith(_SUPER)
} | {"ˀ": "ʔ", "ˁ": "ʕ", "ۥ": "و", "ۦ": "ي"}
"""Superior letter → the ordinary letter or letters that it raises."""

_SUPERIOR = re.compile("[" + "".join(SUPERIOR) + "]")


@lru_cache(maxsize=8192)
def affix(value: str) -> Node:
    """The node of an affix of a style, which is text without markup."""
    return _raised(value, Source("affix"), Text)


@lru_cache(maxsize=2048)
def raised(text: str, source: Source) -> Node:
    """The node of a term."""
    return _raised(text, source, rich)


def _raised(text: str, source: Source, make: Callable[[str, Source], Node]) -> Node:
    if not _SUPERIOR.search(text):
        return make(text, source)
    kids: list[Node] = []
    at = 0
    for found in _SUPERIOR.finditer(text):
        if found.start() > at:
            kids.append(make(text[at : found.start()], source))
        kids.append(Box([Text(SUPERIOR[found[0]], source)], ("superscript",)))
        at = found.end()
    if at < len(text):
        kids.append(make(text[at:], source))
    return Box(kids)
