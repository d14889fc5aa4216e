"""The words of a string that may be romanised, with their spans."""

from __future__ import annotations

import re

from citekit.model import Span

_LETTER = r"[^\W\d_]"
_INSIDE = r"(?:[\d\u0300-\u036f]|(?<=[LlNn][Uu]):(?=[^\W_]))"
_JOINT = rf"(?:['’‘ʼ`´ʹ′](?={_LETTER})|[-‐‑](?=[^\W_]))"
_WORD = re.compile(rf"\d*{_LETTER}(?:{_LETTER}|{_INSIDE}|{_JOINT})*")


def words(text: str) -> tuple[Span, ...]:
    """The spans of the words: letters with their digits, apostrophes and hyphens inside; bare numbers are none.

    ``"Lianheguo 60 zhounian: di-60 jie, 2008nian"`` has five, ``60`` is none of them. The colon of ``nu:xing`` is part
    of the word, that of ``Funu: lun`` is not. Quotation marks about a word are not part of it.
    """
    return tuple(found.span() for found in _WORD.finditer(text))
