"""Whether two citations denote one work: a title in common, nothing against it, and something else for it.

Conservative: what any printed detail speaks against (day, volume, pages, digits in the title, container) stays apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal, TypeAlias

from rapidfuzz import fuzz

from citekit.dedupe.sketch import Sketch
from citekit.language.agree import (
    Agreement,
    bare,
    dates_agree,
    is_misprint,
    numbers_agree,
    pages_agree,
    periodicals_agree,
    squeeze,
    texts_agree,
    weight,
)
from citekit.language.people import names_agree

Sameness: TypeAlias = Literal["same", "unlike", "unknown"]

_DIGITS = re.compile(r"\d+")
_HEAD = re.compile(r"\s*[:：]\s*")
_ALIKE = 96  # percent of letters that two spellings share when their words are parted otherwise
_TELLING = 15  # letters of a title that needs one thing beside it; a shorter one ("Introduction") needs two


def exact(left: str, right: str) -> Agreement:
    """Two identifiers."""
    if not left or not right:
        return "silent"
    return "same" if left == right else "unlike"


@lru_cache(maxsize=65536)
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


def titles_agree(left: Sketch, right: Sketch) -> Agreement:
    """Face by face; ``near`` for two spellings, and for a title printed with its subtitle and without.

    Unlike romanised titles are two works even under one translation; unlike translations of one title are not.
    """
    if not left.titled or not right.titled:
        return "silent"
    main, translation, original = (
        spellings_agree(ours, theirs) for ours, theirs in zip(left.printed, right.printed, strict=True)
    )
    if "same" in {main, original}:
        return "same"
    if main == "near" or original == "near":
        return "near"
    if main == "unlike" and _headed(left.printed[0], right.printed[0]):
        return "near"
    if translation == "same" and "unlike" not in {main, original}:
        return "same"
    crossed = {left.titles[0], left.titles[1]} & {right.titles[0], right.titles[1]} - {""}
    return "same" if crossed and translation != "same" else "unlike"


def _headed(left: str, right: str) -> bool:
    """Whether one title is the other without its subtitle."""
    short, long = sorted((left, right), key=len)
    return head(short) == short and head(long) != long and texts_agree([short], [head(long)]) == "same"


_TESTS: dict[str, Callable[[Sketch, Sketch], Agreement]] = {
    "doi": lambda left, right: exact(left.doi, right.doi),
    "symbol": lambda left, right: exact(left.symbol, right.symbol),
    "date": lambda left, right: dates_agree(left.date, right.date),
    "volume": lambda left, right: numbers_agree(left.volume, right.volume),
    "issue": lambda left, right: numbers_agree(left.issue, right.issue),
    "pages": lambda left, right: pages_agree(left.pages, right.pages),
    "edition": lambda left, right: numbers_agree(left.edition, right.edition),
    "container": lambda left, right: periodicals_agree(left.container, right.container),
    "author": lambda left, right: names_agree(left.author, right.author),
    "title": titles_agree,
}
"""Details that speak against one work where they are unlike, the cheapest to compare first."""

_FOR = ("author", "container", "date", "pages", "symbol", "doi", "url", "publisher")


def agreements(left: Sketch, right: Sketch) -> dict[str, Agreement]:
    """Detail by detail; what follows the first that speaks against one work is not looked at."""
    found: dict[str, Agreement] = {}
    for detail, agree in _TESTS.items():
        found[detail] = agree(left, right)
        if found[detail] == "unlike":
            return found
    found["url"] = exact(left.url, right.url)
    found["publisher"] = texts_agree([left.publisher], [right.publisher])
    return found


def compare(left: Sketch, right: Sketch) -> Sameness:
    """Whether two citations denote one work, cannot, or do not say enough."""
    found = agreements(left, right)
    if "publisher" not in found:
        return "unlike"
    if "same" in {found["doi"], found["symbol"]} or (found["url"] == "same" and found["title"] != "silent"):
        return "same"
    support = sum(found[part] == "same" for part in _FOR)
    if found["title"] == "silent":
        return "same" if _named_by_year(left, right) and support >= 2 else "unknown"
    return "same" if support >= _needed(left, right, found) else "unknown"


def _needed(left: Sketch, right: Sketch, found: dict[str, Agreement]) -> int:
    """How many details must agree beside the title."""
    short = min(max(map(weight, side.titles)) for side in (left, right)) <= _TELLING
    near = "near" in {found["title"], found["author"], found["container"]}
    return 1 + (short or near or left.damaged or right.damaged)


def _named_by_year(left: Sketch, right: Sketch) -> bool:
    """Whether both are ``Geiger 1964``: short forms of a work that is nowhere cited in full."""
    return all(one.form == "short" and not one.titled and bool(one.author and one.date) for one in (left, right))
