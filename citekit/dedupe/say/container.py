"""What two containers say: one periodical under two names, abbreviated, or another; a journal, or proceedings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from citekit.dedupe.comparison import Part
from citekit.dedupe.record import Container, Record

_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_SOCIETIES = frozenset("acm ieee siam ifip usenix".split())
_LETTERS = 3  # of a name by first letters that may lack those of small words
_SPELT = 0.9  # how far two names are alike that are one, abbreviated or spelt otherwise


def say(left: Record, right: Record) -> Iterator[Part]:
    """The container's parts."""
    ours, theirs = left.container, right.container
    alike = max((names_alike(one, other) for one in ours.names for other in theirs.names), default=0.0)
    same = bool(ours.keys & theirs.keys)
    if ours.host != theirs.host and _are_apart(ours, theirs) and not same and alike < _SPELT:
        yield Part("container", -1.5, f"one in {_named(ours.host)}, one in {_named(theirs.host)}", veto=True)
    if not ours.keys or not theirs.keys:
        return
    if same and _other_time(ours, theirs):
        yield Part("container", -0.9, "a conference of another year")
        return
    if same:
        yield Part("container", 0.9, "the same")
        return
    years = [{word[:4] for name in side.names for word in name if word[:2] in {"19", "20"}} for side in (ours, theirs)]
    if all(years) and not years[0] & years[1] and "proceedings" not in {ours.host, theirs.host}:
        yield Part("container", -1.5, "volumes of different years", veto=True)
    elif alike >= _SPELT:
        yield Part("container", 0.7, "the same, abbreviated or spelt otherwise")
    elif left.day and right.day and not (left.volume and right.volume):
        yield Part("container", -1.5, "another paper", veto=True)
    elif alike >= 0.5:
        yield Part("container", 0.0, "alike")
    else:
        yield Part("container", -0.9, "another")


def _are_apart(ours: Container, theirs: Container) -> bool:
    """Whether one is a journal, the other proceedings and so on, or one a preprint and the other not."""
    if ours.host and theirs.host:
        return True
    return "preprint" in {ours.host, theirs.host} and bool(ours.names and theirs.names)


def _other_time(ours: Container, theirs: Container) -> bool:
    """Whether two names count a conference otherwise: ``25th STOC`` and ``Proc. 26th Symposium``."""
    counts = [{word for name in side.names for word in name if _ORDINAL.fullmatch(word)} for side in (ours, theirs)]
    return ours.host == theirs.host == "proceedings" and all(counts) and not counts[0] & counts[1]


def _named(host: str) -> str:
    return {"proceedings": "proceedings", "": "something else"}.get(host, f"a {host}")


@lru_cache(maxsize=65536)
def names_alike(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """How far two names may be one (0-1): ``("j", "am", "chem", "soc")`` is ``journal american chemical society``."""
    ours, theirs = "".join(left), "".join(right)
    if ours == theirs or _abbreviates(left, right) or _abbreviates(right, left):
        return 1.0
    few, many = sorted((left, right), key=len)
    if len(few) > 1 and (few[0] in _SOCIETIES) != (many[0] in _SOCIETIES):
        return names_alike(*(side[side[0] in _SOCIETIES :] for side in (few, many)))
    if len(few) == 1 and len(many) > 1 and _initials_of(few[0], many):
        return 0.9
    if len(few) <= 2 and len(many) > 2 and _is_acronym(few, many):
        return 0.6
    digits = [[char for char in side if char.isdigit()] for side in (ours, theirs)]
    ratio = fuzz.ratio(ours, theirs) / 100
    if ratio >= 0.9 and digits[0] == digits[1] and min(len(ours), len(theirs)) > 7:
        return 0.9
    if many[: len(few)] == few:
        return 0.6
    shared = sum(any(_short_for(word, other) or _short_for(other, word) for other in many) for word in few)
    return min(0.8, shared / len(few)) if len(few) > 1 else 0.5 * shared


def _initials_of(letters: str, words: tuple[str, ...]) -> bool:
    """``pnas``, ``cacm`` for ``communications acm``, and ``tods``, whose small word was left out of the words."""
    initials = "".join(word if word in _SOCIETIES else word[0] for word in words)
    if letters == initials:
        return len(words) > 2 or len(letters) > _LETTERS
    own = initials.removeprefix(words[0]) if words[0] in _SOCIETIES else initials
    return len(letters) > _LETTERS and letters.replace("o", "") == own.replace("o", "")


def _is_acronym(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """``stoc 93`` for ``symposium theory computing``: first letters in order, those of small words between them."""
    letters = "".join(filter(str.isalpha, "".join(short)))
    if not 2 < len(letters) < 7:
        return False
    initials = iter(word[0] for word in long)
    return all(letter in initials for letter in letters if letter not in "oa")


def _abbreviates(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Word by word; a long name may go on where the short one ends after three words or more."""
    if len(short) > len(long) or len(short) < 2 or (len(short) < len(long) and len(short) < 3):
        return False
    return all(_short_for(one, other) for one, other in zip(short, long, strict=False))


def _short_for(word: str, other: str) -> bool:
    """``chem`` for ``chemical``, ``natl`` for ``national``."""
    if other.startswith(word):
        return True
    if word[:1] != other[:1] or len(word) < 3 or len(word) >= len(other):
        return False
    letters = iter(other)
    return all(letter in letters for letter in word)
