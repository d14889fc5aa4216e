"""Whether two printed titles are two spellings of one, and what stands before a title's colon."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from citekit.language.agree import Agreement, bare, is_misprint, squeeze

_DIGITS = re.compile(r"\d+")
_HEAD = re.compile(r"\s*[:：]\s*")
_ALIKE = 96  # percent of letters that two spellings share when their words are parted otherwise


@lru_cache(maxsize=8192)
def spellings_agree(left: str, right: str) -> Agreement:
    """Two printed titles: ``near`` where each word that differs is a slip of the other, digits never.

    ``lienheguo`` for ``lianheguo`` is a slip; ``Part II`` for ``Part I`` and ``Mali`` for ``Haiti`` are other works.
    """
    ours, theirs = squeeze(left), squeeze(right)
    if not ours or not theirs:
        return "silent"
    if ours == theirs:
        return "same"
    if _DIGITS.findall(ours) != _DIGITS.findall(theirs):
        return "unlike"
    words, others = bare(left).split(), bare(right).split()
    if len(words) != len(others):
        return "near" if fuzz.ratio(ours, theirs, score_cutoff=_ALIKE) else "unlike"
    slips = [(one, other) for one, other in zip(words, others, strict=True) if one != other]
    near = all(min(len(one), len(other)) > 3 and is_misprint(one, other, 4) for one, other in slips)
    return "near" if near and len(slips) <= max(1, len(words) // 3) else "unlike"


def head(title: str) -> str:
    """A title without what follows its first colon."""
    return _HEAD.split(title, maxsplit=1)[0]
