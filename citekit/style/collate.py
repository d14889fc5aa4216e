"""Text as a key to sort by: word by word, without case, accents, quotation marks and commas (as the UCA would).

Chinese goes by the pinyin order of its code page where nothing better is at hand.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DROPPED = re.compile(r"[\"'“”‘’«»„‚,.:;!?()\[\]{}…·]|<[^>]*>")
_DASHES = re.compile(r"[-‐‑–—/]")
_SPECIAL = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "ı": "i",
        "ʻ": "",
        "ʿ": "",
        "ʾ": "",
    }
)


@lru_cache(maxsize=16384)
def collated(text: str) -> tuple[tuple[str, ...], str]:
    """The key of a text: its words folded, then its own letters, so that equal words have an order too."""
    folded = unicodedata.normalize("NFD", text.casefold()).translate(_SPECIAL)
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    words = tuple(_DASHES.sub(" ", _DROPPED.sub("", bare)).split())
    return words, ""
