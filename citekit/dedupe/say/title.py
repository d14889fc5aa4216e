"""What two titles say: alike in which faces, by how much, and whether the words that differ are slips or others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from citekit.dedupe.comparison import Part
from citekit.dedupe.record import Record, Wording
from citekit.dedupe.say.words import numbers, strangers

CURVE = ((0, -9.0), (40, -9.0), (65, -5.0), (80, -1.5), (88, 1.2), (94, 2.8), (100, 4.0))
"""Per cent of letters in common → weight."""
_FULL = 40  # letters of a title that says all it can; a shorter one says less
HEADED = 92.0
"""Per cent that a title is worth that lacks its subtitle."""
_LEAST = 65  # per cent below which the words of two titles need not be looked at
_CUT = 60  # letters of a title that some catalogue may have cut off
_WHOLE = 32  # letters of a title that another one may go on from, without a colon
_COUNTED = frozenset("一二三四五六七八九十上中下甲乙丙丁前后後")


class Likeness(NamedTuple):
    """How much two titles are alike (0-100), what was compared, and the two wordings."""

    percent: float
    how: str
    left: Wording
    right: Wording


def likeness(left: Record, right: Record) -> Likeness | None:
    """The most that two titles have in common, None where no face of one can be held against one of the other.

    Two romanised titles decide, whatever their translations say: one translation may serve two works.
    """
    found = list(_own(left, right))
    if not found or (left.title.romanised != right.title.romanised and found[0].percent < 100):
        crossed = list(_crossed(left, right))
        found = crossed or ([] if left.title.romanised != right.title.romanised else found)
    return max(found, key=lambda one: one.percent, default=None)


def _own(left: Record, right: Record) -> Iterator[Likeness]:
    if (
        left.title.main
        and right.title.main
        and (left.title.romanised == right.title.romanised or left.title.main.letters == right.title.main.letters)
    ):
        how = "as read from the characters" if left.title.read != right.title.read else ""
        yield Likeness(alike(left.title.main.letters, right.title.main.letters), how, left.title.main, right.title.main)
        if _is_head(left, right):
            yield Likeness(HEADED, "without its subtitle", left.title.main, left.title.main)
    if left.title.original and right.title.original:
        percent = fuzz.ratio(left.title.original, right.title.original)
        yield Likeness(
            percent,
            "in characters",
            Wording((left.title.original,), left.title.original),
            _characters(right.title.original),
        )


def _characters(text: str) -> Wording:
    return Wording((text,), text)


def _crossed(left: Record, right: Record) -> Iterator[Likeness]:
    """The faces that say the same in another language, where the main ones cannot be compared."""
    pairs = (
        (left.title.translation, right.title.translation, "as translated"),
        (left.title.main, right.title.translation, "the title of one is the translation of the other"),
        (left.title.translation, right.title.main, "the title of one is the translation of the other"),
    )
    for ours, theirs, how in pairs:
        if ours and theirs:
            yield Likeness(alike(ours.letters, theirs.letters), how, ours, theirs)


def alike(left: str, right: str) -> float:
    """Per cent of letters in common; one that is the beginning of the other, cut off by a catalogue, counts whole."""
    if left == right:
        return 100.0
    short, long = (left, right) if len(left) < len(right) else (right, left)
    if len(short) > _CUT and long.startswith(short[:-3]):
        return 97.0
    if len(short) > _WHOLE and long.startswith(short):
        return max(HEADED, fuzz.ratio(left, right))
    return fuzz.ratio(left, right)


def _is_head(left: Record, right: Record) -> bool:
    """Whether one title is the other before its colon."""
    return (bool(left.title.head) and left.title.head == right.title.main.letters) or (
        bool(right.title.head) and right.title.head == left.title.main.letters
    )


def weight_of(percent: float) -> float:
    """The likeness on its curve: half alike is far from one work, one letter off is near."""
    for (low, start), (high, end) in pairwise(CURVE):
        if percent <= high:
            return start + (end - start) * (percent - low) / (high - low)
    return CURVE[-1][1]


def fullness(left: Record, right: Record) -> float:
    """What share of its weight a title carries: the shorter, the less; a recurring one next to nothing."""
    if left.title.recurring or right.title.recurring:
        return 0.2
    letters = min(
        max(len(side.title.main.letters), len(side.title.translation.letters), 3 * len(side.title.original))
        for side in (left, right)
    )
    return min(1.0, 0.35 + 0.65 * letters / _FULL)


def say(left: Record, right: Record) -> Iterator[Part]:
    """The title's parts."""
    found = likeness(left, right)
    if found is None:
        return
    weight = weight_of(found.percent)
    how = f" ({found.how})" if found.how else ""
    if left.title.marker != right.title.marker:
        yield Part("title", -2.0, f"one is marked as {_marked(left.title.marker or right.title.marker)}", veto=True)
    yield Part(
        "title",
        weight * fullness(left, right) if weight > 0 else weight,
        f"{'equal' if found.percent == 100 else f'{found.percent:.0f} % alike'}{how}",
    )
    if _LEAST < found.percent < 100 and found.left is not found.right:
        yield from _differences(found)


def _marked(marker: str) -> str:
    return {"erratum": "an erratum", "answer": "an answer", "review": "a review"}[marker]


def _differences(found: Likeness) -> Iterator[Part]:
    """What is counted, and what words stand on one side only."""
    if found.how == "in characters" or found.how.startswith("as read"):
        counted = _counted(found.left.letters, found.right.letters) if found.how == "in characters" else ""
        if counted:
            yield Part("title", -3.0, f"the titles differ in {counted}", veto=True)
        return
    ours, theirs = numbers(found.left.words), numbers(found.right.words)
    if ours != theirs and "".join(ours) != "".join(theirs):
        if ours and theirs and not _cut_off(found):
            said = f"{' '.join(ours)} in one title, {' '.join(theirs)} in the other"
            yield Part("title", -3.0, said, veto=True)
        elif not _cut_off(found):
            yield Part("title", -2.0, f"{' '.join(ours or theirs)} stands in one title only")
    mine, other = strangers(found.left.words, found.right.words)
    if mine and other:
        weight = -1.5 * min(3, max(len(mine), len(other)))
        yield Part("title", weight, f"“{' '.join(mine)}” in one title, “{' '.join(other)}” in the other")
    elif (mine or other) and not _cut_off(found):
        yield Part("title", -0.3 * min(4, len(mine or other)), f"“{' '.join(mine or other)}” in one title only")


def _cut_off(found: Likeness) -> bool:
    left, right = found.left.letters, found.right.letters
    short, long = (left, right) if len(left) < len(right) else (right, left)
    return len(short) > _CUT and long.startswith(short[:-3])


def _counted(left: str, right: str) -> str:
    ours, theirs = ([char for char in side if char in _COUNTED or char.isdigit()] for side in (left, right))
    return f"{''.join(ours) or '–'} / {''.join(theirs) or '–'}" if ours != theirs else ""
