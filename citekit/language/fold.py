"""Strings evened out for comparison: case, accents' encoding, quotes, dashes, spaces, punctuation."""

from __future__ import annotations

import re
import unicodedata

_DASHES = re.compile(r"\s*[‐-―−-]\s*")
_NOISE = re.compile(r"[^\w\-]+")


def fold(text: str) -> str:
    """The text in one comparable form.

    NFKC, case-folded, every dash a hyphen without blanks, everything else that is no word one blank:
    ``fold("Lianheguo 60 zhounian: …") == "lianheguo 60 zhounian"``.
    """
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return _DASHES.sub("-", _NOISE.sub(" ", _DASHES.sub("-", plain))).strip(" -")


def fold_ascii(text: str) -> str:
    """Like :func:`fold`, accents taken off: ``fold_ascii("Stähle") == "stahle"``."""
    plain = unicodedata.normalize("NFKD", fold(text))
    return "".join(char for char in plain if not unicodedata.combining(char))
