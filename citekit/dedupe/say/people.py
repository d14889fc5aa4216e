"""What two lists of names say: who is in both, however turned round, shortened or transliterated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from citekit.dedupe.comparison import Part
from citekit.dedupe.record import Person, Record
from citekit.language.agree import is_misprint
from citekit.language.pinyin import divide
from citekit.language.wade_giles import readings

_CURVE = ((0.0, -4.0), (0.3, -3.5), (0.7, -0.3), (1.0, 1.8))
_RULES = tuple(
    rule.split("=")
    for rule in (
        "tsch=ch tch=ch shch=sch sch=sh kh=h ph=f ck=k w=v x=ks yo=e ye=e je=e j=i y=i ae=a oe=o ue=u ou=u ff=f".split()
    )
)
"""Spellings of one sound in Latin transliterations, in the order they are made one."""
_UNSURE = -1.5  # bodies have many names, and characters are read in other ways in Japan and in Hong Kong
_NICK = 3  # letters of a given name whose transliterations may be held against one another
_DOUBLE = re.compile(r"(.)\1+")


def say(left: Record, right: Record) -> Iterator[Part]:
    """The part of the authors, or of the editors where there are none."""
    if not left.people or not right.people:
        return
    few, many = sorted((left.people, right.people), key=len)
    shared = set(few) & set(many)
    left_over = [one for one in many if one not in shared]
    told = [1.0 if one in shared else _best(one, left_over) for one in few]
    share = sum(told) / len(told)
    weight = _weight(share)
    if any(one.body or one.read for one in (*few, *many)):
        weight = max(weight, _UNSURE)
    if share == 1:
        reason = "the same" if len(few) == len(many) else f"{len(few)} of {len(many)}, all in both"
    elif share >= 0.7:
        reason = "nearly the same" if len(few) == 1 else f"most of {len(few)} in both"
    else:
        reason = "others" if share < 0.3 else "only some in both"
    yield Part("author", weight, reason)


def _best(one: Person, others: Sequence[Person]) -> float:
    """How far that one of the others agrees who does most; those of the same family name are asked first."""
    best = 0.0
    for near in (True, False):
        for other in others:
            if (other.family == one.family) is near:
                best = max(best, persons_agree(one, other))
                if best == 1:
                    return best
    return best


def _weight(share: float) -> float:
    for (low, start), (high, end) in pairwise(_CURVE):
        if share <= high:
            return start + (end - start) * (share - low) / (high - low)
    return _CURVE[-1][1]


MISPRINTED = _weight(0.95)
"""The most that people say of whom one is misprinted, and one is not."""


@lru_cache(maxsize=65536)
def persons_agree(left: Person, right: Person) -> float:
    """1 for one person, 0.8 for one that is misprinted or transliterated otherwise, 0 for two.

    ``Zuna R E`` and ``Rosemary Zuna`` are one, ``Zhang Wei`` and ``Zhang Wen`` two.
    """
    if left.body or right.body:
        return _bodies(left, right)
    if left.family == right.family:
        return _givens(left.given, right.given)
    if left.given and right.given and _turned(left, right):
        return 1.0
    if _one_syllable(left.family, right.family):
        return _givens(left.given, right.given)
    if is_misprint(left.family, right.family, 6) or skeleton(left.family) == skeleton(right.family):
        return 0.9 * _givens(left.given, right.given)
    return 0.9 if _leads(left, right) or _leads(right, left) else _by_words(left, right)


def _bodies(left: Person, right: Person) -> float:
    """A name that nobody divided, a body's or a person's (``yoavfreund``), against another name."""
    if left.body and right.body:
        ours, theirs = {left.family, *left.given}, {right.family, *right.given}
        near = any(is_misprint(one, other, 8) for one in ours for other in theirs)
        return 1.0 if ours & theirs else 0.8 if near else 0.0
    body, other = (left, right) if left.body else (right, left)
    given = "".join(other.given)
    if body.family in {other.family + given, given + other.family}:
        return 1.0
    if is_misprint(body.family, other.family + given, 8):
        return 0.8
    rest = body.family.removesuffix(other.family)
    return 0.9 if given and len(other.family) > 3 and rest != body.family and rest[:1] == given[:1] else 0.0


def _turned(left: Person, right: Person) -> bool:
    """Family and given name the other way round, or compound names cut elsewhere (``Giorgi, Rossi P``)."""
    ours, theirs = "".join(left.given), "".join(right.given)
    if (left.family, ours) == (theirs, right.family):
        return True
    return left.family + ours == right.family + theirs


def _leads(one: Person, other: Person) -> bool:
    """Whether a family name that stands first was taken for a given one: ``Lee, M. L.`` and ``Li, Lee Mong``."""
    rest = (*other.given[1:], other.family)
    initials = [word[:1] for word in rest]
    return len(one.family) > 1 and other.given[:1] == (one.family,) and list(one.given) == initials


def _givens(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    if not left or not right:
        return 1.0
    ours, theirs = "".join(left), "".join(right)
    if ours == theirs:
        return 1.0
    if len(ours) == len(left) or len(theirs) == len(right):
        return _initials(left, right)
    if any(_same_given(one, other) for one in left for other in right):
        return 1.0
    if _one_syllable(ours, theirs) or _syllables_agree(left, right):
        return 1.0
    if is_misprint(ours, theirs, 5):
        return 0.9
    return 0.9 if skeleton(ours) == skeleton(theirs) else 0.0


def _initials(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Initials against names, or against more initials; ``Y. S.`` may be one name, Yongsheng."""
    few, many = sorted((left, right), key=len)
    initials = {word[0] for word in few}
    if initials <= {word[0] for word in many}:
        return 1.0
    return 1.0 if initials <= {part[0] for word in (*left, *right) if len(word) > 1 for part in divide(word)} else 0.0


def _same_given(left: str, right: str) -> bool:
    """A given name whole or short (``Rob``/``Robert``); one letter alone says nothing here."""
    short, long = (left, right) if len(left) < len(right) else (right, left)
    if len(short) > _NICK and skeleton(short) == skeleton(long):
        return True
    return len(short) > 1 and (short == long or (len(short) > 2 and long.startswith(short) and not divide(long)))


def _syllables_agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Wade-Giles against pinyin, syllable by syllable: ``Tse-tung``, ``Zedong``."""
    for ours, theirs in ((left, right), (right, left)):
        syllables = divide("".join(theirs))
        if len(ours) == len(syllables) > 1 and all(
            one == other or other in readings(one) for one, other in zip(ours, syllables, strict=True)
        ):
            return True
    return False


def _one_syllable(left: str, right: str) -> bool:
    """One Chinese syllable in two romanisations: ``Chou`` and ``Zhou``."""
    return right in readings(left) or left in readings(right) if len(left) < 7 and len(right) < 7 else False


def _by_words(left: Person, right: Person) -> float:
    """Compound names of which one part was lost or became an initial: ``Parry, Dilworth H`` and ``Dilworth, H P``."""
    ours, theirs = set(left.words), set(right.words)
    shared = {word for word in ours & theirs if len(word) > 3}
    if not shared:
        return 0.0
    few, many = sorted((ours - shared, theirs - shared), key=len)
    initials = {word[0] for word in many}
    return 0.9 if few and {word[0] for word in few} <= initials else 0.0


@lru_cache(maxsize=16384)
def skeleton(name: str) -> str:
    """The spelling that transliterations of a name share: ``tchaikovsky`` and ``chaikovskii`` are ``chaikovski``."""
    plain = name
    for old, new in _RULES:
        plain = plain.replace(old, new)
    return _DOUBLE.sub(r"\1", plain)
