"""Given names as initials (CSL 1.0.2, "initialize-with").

``Charles D.`` → ``C. D.``; ``Hui-Xiao`` → ``H.-X.``; ``Guo-ping`` → ``G.``; ``John de Cusance`` → ``J. de C.``
"""

from __future__ import annotations

import re
from functools import lru_cache

_ABBREVIATED = re.compile(r"[^\W\d_]{1,3}\.(?:[^\W\d_]{1,3}\.)*")


@lru_cache(maxsize=8192)
def initials(given: str, mark: str, *, hyphen: bool = True, whole: bool = False) -> str:
    """The given name with each name as its initial and ``mark``; ``whole`` keeps full names and marks initials only."""
    words = _words(given)
    shown: list[str] = []
    for word in words:
        shown.append(_kept(word, mark) if whole else _word(word, mark, hyphen=hyphen))
    return _joined(words, shown, mark, whole=whole).strip()


def _words(given: str) -> list[str]:
    """The names of a given name; crowded initials ("J.J.") are parted."""
    spaced = re.sub(r"(?<=[^\W\d_]\.)(?=[^\W\d_](?:\.|\b|$))", " ", given)
    return spaced.replace("\u00a0", " ").split()


def _kept(word: str, mark: str) -> str:
    bare = word.rstrip(".")
    if (len(bare) == 1 and bare.isupper()) or (word.endswith(".") and len(bare) == 1):
        return bare + mark
    return word


def _word(word: str, mark: str, *, hyphen: bool) -> str:
    if _is_small(word):
        return word
    if _ABBREVIATED.fullmatch(word) and len(word.rstrip(".")) > 1:
        return word.rstrip(".") + (mark if mark.strip() else "") if mark else word.rstrip(".")
    pieces = [piece for piece in re.split("[-‐‑]", word) if piece]
    found = [_initial(piece) + mark.rstrip() for number, piece in enumerate(pieces) if number == 0 or piece[0].isupper()]
    return ("-" if hyphen else "").join(found) + mark[len(mark.rstrip()) :]


def _initial(piece: str) -> str:
    bare = piece.rstrip(".")
    if len(bare) > 1 and bare.isupper() and not piece.endswith("."):
        return bare[0]
    return bare[:1]


def _is_small(word: str) -> bool:
    return word[0].islower()


def _joined(words: list[str], shown: list[str], mark: str, *, whole: bool) -> str:
    """The words side by side: initials closed up as ``mark`` wants, other words with blanks."""
    line = ""
    for word, each in zip(words, shown, strict=True):
        plain = each == word and not (mark and each.endswith(mark))
        if line and not line.endswith((" ", "\u00a0", "\u202f")) and (plain or _was_plain):
            line += " "
        line += each
        _was_plain = plain
        if plain:
            line += " "
    return line if not whole else re.sub(r"\s+", " ", line)
