"""Running prose told from the telegram style of citations."""

from __future__ import annotations

import re
from functools import lru_cache

from citekit.data import words
from citekit.language import is_pinyin

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STRONG = frozenset(
    "is are was were has had have been would could should must said states stated notes noted argues argued concludes "
    "concluded that which who this these those they it he she we our their ist sind war wird wurde werden hat haben "
    "est sont était sono era".split()
)


@lru_cache(maxsize=8192)
def prose_weight(text: str) -> float:
    """How much like running prose a stretch is: the share of its words that verbs, pronouns and connectives make.

    0.0 for ``Zhao Lei, Jiangou Heping``; above 0.1 for a sentence. Only lower-case words count, so that a title in
    headline capitals does not.
    """
    tokens = _WORD.findall(text)
    if not tokens:
        return 0.0
    telling = sum(_weight(token) for token in tokens[1:]) + (0.6 if tokens[0].casefold() in _OPENERS else 0.0)
    return telling / max(len(tokens), 5)


_OPENERS = frozenset(
    "this these those it he she they we i however although besides according there thus when if such because since "
    "another".split()
)


def _weight(token: str) -> float:
    if not token[0].islower():
        return 0.0
    if token in _STRONG:
        return 1.0
    if token in words("prose-words.txt"):
        return 0.6
    if token.endswith(("ed", "ly")) and len(token) > 4 and not is_pinyin(token):
        return 0.4
    return 0.0


def is_prose(text: str) -> bool:
    """Whether a stretch is a sentence of running prose."""
    return prose_weight(text) > 0.085
