"""What a name is looked up by: its letters alone, without case, tones, ü, apostrophes and the division into words."""

from __future__ import annotations

import re
import string
import unicodedata

_NO_LETTER = re.compile(r"[\W_]+")
_V = re.compile("(?<=[ln])v")
_N_AS_M = re.compile("n(?=[bmp])")
_PUNCTUATION = dict.fromkeys(map(ord, string.punctuation + string.whitespace))
_MARKS = dict.fromkeys(range(0x300, 0x370))
_LONG = str.maketrans({"ō": "ou", "ū": "uu", "ā": "aa", "ē": "ee", "ī": "ii"})
_LONG_O = str.maketrans({"ō": "oo"})


def face_key(text: str) -> str:
    """The key of a printed name: ``"Guójì zhànlüè"``, ``"Guoji Zhanlve"``, ``"guo ji zhan lue"`` have one.

    Characters stay, without blanks and punctuation.
    """
    plain = text.lower().replace(" ", "")
    if plain.isalnum() and (plain.isascii() or (min(plain) >= "㐀" and max(plain) <= "鿿")):
        return _V.sub("u", plain) if "v" in plain else plain  # most names, in a quarter of the time
    plain = plain.translate(_PUNCTUATION)
    if not plain.isascii():
        bare = unicodedata.normalize("NFKD", plain).translate(_MARKS)
        plain = _NO_LETTER.sub("", unicodedata.normalize("NFC", bare))  # が is whole again, but for its mark か
    return _V.sub("u", plain) if "v" in plain else plain


def face_keys(text: str, language: str) -> tuple[str, ...]:
    """The keys of a name on a list: Japanese also with ō as ou or oo, ū as uu, and m for n (Shimbun)."""
    if language != "ja":
        return (face_key(text),)
    small = text.lower()
    long, long_o = small.translate(_LONG), small.translate(_LONG_O)
    keys = [face_key(form) for form in ((small,) if long == small else (small, long, long_o.translate(_LONG)))]
    return tuple(dict.fromkeys([*keys, *(_N_AS_M.sub("m", key) for key in keys)]))
