"""How far a title printed later repeats a title printed earlier: whole, up to its colon, its beginning, some words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from citekit.language.agree import bare, squeeze, weight
from citekit.model import Citation

_FACES = ("title", "title_translation", "title_original")
_HEAD = re.compile(r"\s*[:：.?!]\s+|\s+[–—-]\s+|——|[:：]")
GRADES = ("whole", "head", "misprint", "beginning", "words")
"""How a title may be repeated, the surest way first."""


def faces(citation: Citation) -> tuple[str, ...]:
    """The titles a citation prints, whatever their language."""
    return tuple(text for name in _FACES if (text := citation.text(name)))


@lru_cache(maxsize=16384)
def head(title: str) -> str:
    """A title up to its subtitle: ``head("Jiangou Heping: Zhongguo dui …") == "Jiangou Heping"``."""
    return _HEAD.split(title.strip(), maxsplit=1)[0]


def title_keys(citation: Citation) -> Iterator[str]:
    """What a citation can be looked up by: its titles, and their heads, squeezed."""
    for text in faces(citation):
        yield squeeze(text)
        if head(text) != text:
            yield squeeze(head(text))


@lru_cache(maxsize=16384)
def _words(text: str) -> tuple[str, ...]:
    return tuple(bare(text).replace("-", " ").split())


def _grade(short: str, whole: str) -> str:
    ours, theirs = squeeze(short), squeeze(whole)
    if ours == theirs:
        return "whole"
    if ours == squeeze(head(whole)):
        return "head"
    digits = [re.findall(r"\d+", side) for side in (ours, theirs)]
    if digits[0] == digits[1] and fuzz.ratio(ours, theirs, score_cutoff=92):
        return "misprint"
    words, all_words = _words(short), _words(whole)
    if theirs.startswith(ours) and (all_words[: len(words)] == words or short > "⺀"):
        return "beginning"
    runs = range(1, len(all_words) - len(words) + 1)
    inside = any(all_words[n : n + len(words)] == words for n in runs) or (short > "⺀" and ours in theirs)
    return "words" if inside and (len(words) > 1 or weight(short) > 5) else ""


def repeats(short: str, citation: Citation) -> str:
    """The surest of :data:`GRADES` in which a title repeats one of a citation's, or the empty string."""
    if not squeeze(short):
        return ""
    found = {_grade(short, whole) for whole in faces(citation)}
    return next((grade for grade in GRADES if grade in found), "")
