"""What two titles say: alike in which faces, by how much, and whether the words that differ are slips or others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from citekit.dedupe.comparison import Part
from citekit.dedupe.record import NOTHING, Record, Titles, Wording
from citekit.dedupe.say.words import begins_part, counted, numbers, places, strangers, syllables

CURVE = ((0, -9.0), (40, -9.0), (65, -5.0), (80, -1.5), (88, 1.2), (94, 2.8), (100, 4.0))
"""Per cent of letters in common → weight: half alike is far from one work, one letter off is near."""
_STRETCHES = tuple(pairwise(CURVE))
HEADED = 92.0
"""Per cent that a title is worth that lacks its subtitle."""
_BEGUN = 97.0
"""Per cent that a title is worth of which a catalogue or crawler kept the beginning."""
FULL, LEAST = 40, 0.35
"""Letters of a title that says all it can, and the share of its weight that a title of none would carry."""
RECURRING = 0.2
"""The share of one that stands over many works."""
_ONE_LANGUAGE = 80  # per cent from which two titles are in one language, whatever they look like
_WORDED = 65  # per cent below which the words of two titles need not be looked at
_WHOLE = 32  # letters of a title that another one may go on from, without a colon
_CUT = 60  # letters of a title that some catalogue may have cut off
_OTHER_WORD = -2.5  # for each word in whose place the other title has another …
_OTHER_SYLLABLE = -2.0  # … and for each syllable, which may be a misprint
_AGAIN = frozenset("again revisited revisiting reconsidered redux continued sequel zai zailun xu xulun".split())
_MARKED = {"erratum": "an erratum", "answer": "an answer", "review": "a review"}


class Likeness(NamedTuple):
    """How much two titles are alike (0-100), how they were compared, and the two wordings."""

    percent: float
    how: str
    left: Wording
    right: Wording


def say(left: Record, right: Record) -> Iterator[Part]:
    """The title's parts."""
    if left.title.marker != right.title.marker:
        yield Part("title", -2.0, f"one is marked as {_MARKED[left.title.marker or right.title.marker]}", veto=True)
    found = likeness(left.title, right.title)
    if found is None:
        return
    weight = weight_of(found.percent)
    told = "equal" if found.percent == 100 else f"{found.percent:.0f} % alike"
    yield Part(
        "title",
        weight * fullness(left.title, right.title) if weight > 0 else weight,
        f"{told} ({found.how})" if found.how else told,
    )
    translated = left.title.translation and left.title.translation == right.title.translation
    if translated and found.how != "as translated" and 100 > found.percent > _ONE_LANGUAGE:
        yield Part("title", 1.0, "the translations are equal")
    if _WORDED < found.percent < 100:
        yield from _differences(found, romanised=left.title.romanised and right.title.romanised)


def likeness(left: Titles, right: Titles) -> Likeness | None:
    """The most that two titles have in common, None where no face of one can be held against one of the other.

    Two romanised titles decide, whatever their translations say: one translation may serve two works.
    """
    found = list(_own(left, right))
    if not found or not (left.romanised or right.romanised):
        found += _crossed(left, right)
    return max(found, key=lambda one: one.percent, default=None)


def _own(left: Titles, right: Titles) -> Iterator[Likeness]:
    """The main titles, their heads, and the titles in characters."""
    if left.original and right.original:
        ours, theirs = (Wording((side.original,), side.original) for side in (left, right))
        yield Likeness(alike(left.original, right.original), "in characters", ours, theirs)
    if not left.main or not right.main:
        return
    percent = alike(left.main.letters, right.main.letters)
    if left.romanised == right.romanised or percent >= _ONE_LANGUAGE:
        yield Likeness(percent, "as read from the characters" if left.read != right.read else "", left.main, right.main)
    if _goes_on(left, right) or _goes_on(right, left):
        yield Likeness(_BEGUN, "cut off", left.main, right.main)
    if (left.head and left.head == right.main.letters) or (right.head and right.head == left.main.letters):
        yield Likeness(HEADED, "without its subtitle", left.main, right.main)


def _goes_on(cut: Titles, whole: Titles) -> bool:
    """Whether a title is said to go on, and the other goes on from it."""
    return cut.cut and len(cut.main.letters) > _WHOLE and whole.main.letters.startswith(cut.main.letters)


def _crossed(left: Titles, right: Titles) -> Iterator[Likeness]:
    """The faces that are in one language where the main ones are not."""
    ours, theirs = (NOTHING if side.romanised else side.main for side in (left, right))
    pairs = [(left.translation, theirs), (ours, right.translation)]
    if not ours or not theirs:
        pairs.append((left.translation, right.translation))
    for one, other in pairs:
        if one and other:
            yield Likeness(alike(one.letters, other.letters), "as translated", one, other)


def alike(left: str, right: str) -> float:
    """Per cent of letters in common; one that is the beginning of the other, cut off by a catalogue, counts whole."""
    if left == right:
        return 100.0
    short, long = (left, right) if len(left) < len(right) else (right, left)
    if _is_cut(short, long):
        return _BEGUN
    if len(short) > _WHOLE and long.startswith(short):
        return max(HEADED, fuzz.ratio(left, right))
    return fuzz.ratio(left, right)


def _is_cut(short: str, long: str) -> bool:
    return len(short) > _CUT and long.startswith(short[:-3])


def weight_of(percent: float) -> float:
    """The likeness on its curve."""
    if percent == 100:
        return CURVE[-1][1]
    for (low, start), (high, end) in _STRETCHES:
        if percent <= high:
            return start + (end - start) * (percent - low) / (high - low)
    return CURVE[-1][1]


def fullness(left: Titles, right: Titles) -> float:
    """What share of its weight a title carries: the shorter, the less; a recurring one next to nothing."""
    if left.recurring or right.recurring:
        return RECURRING
    letters = min(_length(left), _length(right))
    return 1.0 if letters >= FULL else LEAST + (1 - LEAST) * letters / FULL


def _length(title: Titles) -> int:
    """The letters that a title says, in its longest face; a character says what three letters do."""
    return max(len(title.main.letters), len(title.translation.letters), 3 * len(title.original))


def _differences(found: Likeness, *, romanised: bool) -> Iterator[Part]:
    """What is counted, and what words stand on one side only."""
    ours, theirs = found.left, found.right
    short, long = (ours, theirs) if len(ours.letters) < len(theirs.letters) else (theirs, ours)
    if found.how == "in characters":
        if counted(ours.letters) != counted(theirs.letters):
            yield Part("title", -3.0, "the titles differ in what they count", veto=True)
    elif found.how == "without its subtitle" or (
        len(short.letters) > _WHOLE and long.letters.startswith(short.letters)
    ):
        if begins_part(long.words, short.letters):
            yield Part("title", -3.0, "one is a part", veto=True)
    elif not _is_cut(short.letters, long.letters):
        yield from _in_words(ours, theirs, romanised=romanised)


def _in_words(left: Wording, right: Wording, *, romanised: bool) -> Iterator[Part]:
    ours, theirs = numbers(left.words), numbers(right.words)
    if ours != theirs and "".join(ours) != "".join(theirs):
        if ours and theirs:
            said = f"{' '.join(ours)} in one title, {' '.join(theirs)} in the other"
            yield Part("title", -3.0, said, veto=True)
        else:
            yield Part("title", -2.0, f"{' '.join(ours or theirs)} stands in one title only")
    here, there = places(left.words), places(right.words)
    if here and there and not here & there and not (romanised and _are_met(here, right) and _are_met(there, left)):
        yield Part("title", -3.0, "they name different places", veto=True)
    mine, other = strangers(*(syllables(side.words) if romanised else side.words for side in (left, right)))
    if mine and other:
        one = romanised and OSA.distance("".join(mine), "".join(other), score_cutoff=1) <= 1  # ``ji ni`` for ``jing``
        count = 1 if one else min(3, max(len(mine), len(other)))
        weight = (_OTHER_SYLLABLE if romanised else _OTHER_WORD) * count
        yield Part("title", weight, f"“{' '.join(mine)}” in one title, “{' '.join(other)}” in the other")
    elif mine or other:
        weight = -2.5 if _AGAIN & {*mine, *other} else -0.3 * min(4, len(mine or other))
        yield Part("title", weight, f"“{' '.join(mine or other)}” in one title only")


def _are_met(places: frozenset[str], other: Wording) -> bool:
    """Whether places of a romanised title stand in another, joined otherwise: ``Nan ya`` in ``Dongnanya``."""
    return all(place in other.letters for place in places)
