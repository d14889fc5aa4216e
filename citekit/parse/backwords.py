"""Words that point back: ibid., op. cit., supra note 12, n. 8 above, Ebenda, a.a.O., 同上."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from citekit.data import lines

_BY_NUMBER = re.compile(
    r"(?:supra|above|infra)\s*,?\s*(?:at\s+)?(?:foot)?(?:notes?|nn?\.|fn\.?)\s*\d+|(?:foot)?(?:notes?|nn?\.|fn\.?)\s*\d+\s*,?\s*(?:above|supra)"
    r"|\((?:Fn|FN|Anm|Fußn|nn?|notes?|fn)\.?\s*\d+\)|(?:oben|siehe)\s+(?:Fn|Anm)\.\s*\d+|(?:前引?|[见見同])\s*[注註]\s*[\d①-⑳]+"
    r"|\bcited\s+(?:in|at)\s+(?:n\.|note)\s*\d+",
    re.IGNORECASE,
)


@cache
def _words() -> re.Pattern[str]:
    latin = sorted((word for word in lines("back-words.txt") if word[0] < "⺀"), key=len, reverse=True)
    cjk = "|".join(re.escape(word) for word in lines("back-words.txt") if word[0] >= "⺀")
    stems = "|".join(re.escape(word).replace(r"\ ", r"\s*") for word in latin)
    number = r"(?:,?\s*(?:at\s+|above,?\s+|supra,?\s+)?(?:foot)?(?:notes?|nn?\.|n|fn\.?|Anm\.)\s*\d+)?"
    return re.compile(rf"(?<![\w.])(?:{stems})(?![\w’']){number}|(?:{cjk})", re.IGNORECASE)


def find_back_words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where a stretch points back, in order; "n. 8" counts only beside another such word."""
    return [span for span in _all_back_words(text) if span[0] >= start and span[1] <= end]


@lru_cache(maxsize=256)
def _all_back_words(text: str) -> tuple[tuple[int, int], ...]:
    """All such words of a text; kept, because several rules ask for the same note's."""
    found = [match.span() for match in _BY_NUMBER.finditer(text)]
    covered = bytearray(len(text))
    for start, end in found:
        covered[start:end] = b"\1" * (end - start)
    found += [match.span() for match in _words().finditer(text) if not any(covered[match.start() : match.end()])]
    return tuple(sorted(found))
