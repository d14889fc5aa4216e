"""Whether two printed names may be one person or body: order, initials, missing given names, misprints."""

from __future__ import annotations

from functools import lru_cache

from citekit.language.agree import Agreement, is_misprint, squeeze
from citekit.language.fold import fold_ascii
from citekit.model import Name


def name_key(name: Name) -> str:
    """What a name is looked up by: the family name, or the body's name, squeezed."""
    return squeeze(name.family or name.literal or name.given or name.original)


def _faces(name: Name) -> set[str]:
    return {squeeze(text) for text in (name.literal, name.translated, name.original, name.display) if text} - {""}


def _givens_agree(left: str, right: str) -> Agreement:
    if not left or not right:
        return "silent"
    ours, theirs = squeeze(left), squeeze(right)
    if ours == theirs:
        return "same"
    first, second = ([word[0] for word in fold_ascii(side).replace("-", " ").split()] for side in (left, right))
    initials = any(len(word) == 1 for side in (left, right) for word in fold_ascii(side).split())
    if initials and all(a == b for a, b in zip(first, second, strict=False)):
        return "same"
    return "near" if is_misprint(ours, theirs) else "unlike"


@lru_cache(maxsize=16384)
def name_agrees(left: Name, right: Name) -> Agreement:
    """Two names: ``Guo`` and ``Guo Jisi`` are the same, ``Tang Yongshen`` and ``Tang Yongsheng`` near.

    Bodies agree by any face, romanised or translated. Family and given name may stand the other way round.
    """
    if left.literal or right.literal:
        ours, theirs = _faces(left), _faces(right)
        if ours & theirs:
            return "same"
        return "near" if any(is_misprint(a, b, 8) for a in ours for b in theirs) else "unlike"
    family, other = squeeze(left.family), squeeze(right.family)
    if left.given and right.given and (family, squeeze(left.given)) == (squeeze(right.given), other):
        return "same"
    given = _givens_agree(left.given, right.given)
    if given == "unlike" or not is_misprint(family, other, 6):
        return "unlike"
    return "same" if family == other and given != "near" else "near"


def names_agree(left: tuple[Name, ...], right: tuple[Name, ...]) -> Agreement:
    """Two lists of authors: the shorter one must be found in the longer one (``Danzig`` of Danzig and Lowy)."""
    if not left or not right:
        return "silent"
    few, many = sorted((left, right), key=len)
    best: list[Agreement] = []
    for name in few:
        verdicts = {name_agrees(name, other) for other in many}
        best.append("same" if "same" in verdicts else "near" if "near" in verdicts else "unlike")
    if "unlike" in best:
        return "unlike"
    return "near" if "near" in best else "same"
