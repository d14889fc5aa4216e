"""Whether two printed forms may stand for one thing: spelling, names, dates, numbers, pages, periodicals.

Each comparison answers ``same``, ``near`` (one is a misprint or a shorter form of the other), ``unlike``, or
``silent`` when either side prints nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, TypeAlias

from rapidfuzz.distance import OSA

from citekit.language.fold import fold, fold_ascii

Agreement: TypeAlias = Literal["same", "near", "unlike", "silent"]

_GAPS = re.compile(r"[\s\-_]+")
_NUMBER = re.compile(r"\d+")
_CHINESE_DIGITS = 3  # letters that one Chinese or Japanese character weighs in lengths


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """:func:`fold_ascii`, remembered, and quick for what is ASCII as it is."""
    folded = fold(text)
    return folded if folded.isascii() else fold_ascii(text)


@lru_cache(maxsize=65536)
def squeeze(text: str) -> str:
    """The letters and digits alone, folded: ``squeeze("2008 nian: Di’er-pi") == "2008niandierpi"``."""
    return _GAPS.sub("", bare(text))


def weight(text: str) -> int:
    """How many letters' worth a string holds; a character outside the alphabets counts three."""
    return sum(1 if char < "⺀" else _CHINESE_DIGITS for char in squeeze(text))


@lru_cache(maxsize=65536)
def is_misprint(left: str, right: str, per: int = 5) -> bool:
    """Whether two squeezed strings differ by no more than one slip in ``per`` letters, digits apart.

    ``Yongshen``/``Yongsheng`` and ``Jinag``/``Jiang`` (two letters swapped) do, ``Zhang``/``Zheng`` does not when
    ``per`` is 6. Strings whose digits differ never do.
    """
    if left == right:
        return True
    if _NUMBER.findall(left) != _NUMBER.findall(right):
        return False
    length = max(len(left), len(right))
    if length > 3 and sorted(left) == sorted(right):
        return OSA.distance(left, right, score_cutoff=1) <= 1
    limit = length // per
    return limit > 0 and OSA.distance(left, right, score_cutoff=limit) <= limit


def texts_agree(left: Iterable[str], right: Iterable[str], per: int = 6) -> Agreement:
    """Whether two sets of faces (romanised, original, translation) have one in common, or one misprinted."""
    ours, theirs = ([squeeze(text) for text in side if text] for side in (left, right))
    if not ours or not theirs:
        return "silent"
    if set(ours) & set(theirs):
        return "same"
    return "near" if any(is_misprint(a, b, per) for a in ours for b in theirs) else "unlike"


def periodicals_agree(left: Iterable[str], right: Iterable[str]) -> Agreement:
    """Like :func:`texts_agree`; a name that begins the other (Xinhua, Xinhua Meiri Dianxun) is ``near``."""
    ours, theirs = list(left), list(right)
    verdict = texts_agree(ours, theirs)
    if verdict != "unlike":
        return verdict
    pairs = ((bare(a).split(), bare(b).split()) for a in ours for b in theirs if a and b)
    return "near" if any(a[: len(b)] == b or b[: len(a)] == a for a, b in pairs) else "unlike"


def _in_season(parts: list[str]) -> bool:
    """Whether an EDTF date names a season: its "month" is 21 or more."""
    return len(parts) > 1 and parts[1] > "12"


def dates_agree(left: str, right: str) -> Agreement:
    """EDTF dates compared at the precision both have; a season is compared by its year; of a range the start."""
    if not left or not right:
        return "silent"
    ours, theirs = left.partition("/")[0].split("-"), right.partition("/")[0].split("-")
    if _in_season(ours) != _in_season(theirs):
        ours, theirs = ours[:1], theirs[:1]
    return "same" if all(a == b for a, b in zip(ours, theirs, strict=False)) else "unlike"


def numbers_agree(left: str, right: str) -> Agreement:
    """Volumes, issues, editions: by their digits where they have any, else by their letters."""
    if not left or not right:
        return "silent"
    ours, theirs = (_NUMBER.findall(side) or [squeeze(side)] for side in (left, right))
    return "same" if [n.lstrip("0") for n in ours] == [n.lstrip("0") for n in theirs] else "unlike"


def page_span(pages: str) -> tuple[int, int] | None:
    """First and last page: ``"171-8"`` is 171 to 178; None where there is no number."""
    found = _NUMBER.findall(pages)
    if not found:
        return None
    first, last = found[0], found[-1]
    return int(first), int(first[: len(first) - len(last)] + last)


def pages_agree(left: str, right: str) -> Agreement:
    """``same`` where the extents are equal, ``near`` where one lies in the other, ``unlike`` where they part."""
    ours, theirs = page_span(left), page_span(right)
    if ours is None or theirs is None:
        return "silent"
    if ours == theirs:
        return "same"
    inside = (ours[0] <= theirs[0] and theirs[1] <= ours[1]) or (theirs[0] <= ours[0] and ours[1] <= theirs[1])
    return "near" if inside else "unlike"
