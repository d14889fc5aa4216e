"""What two titles say: alike in which faces, by how much, and whether the words that differ are slips or others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from citekit.data import words as word_list
from citekit.dedupe.comparison import Part
from citekit.dedupe.record import Record, Wording
from citekit.language.agree import is_misprint

CURVE = ((0, -9.0), (40, -9.0), (65, -5.0), (80, -1.5), (88, 1.2), (94, 2.8), (100, 4.0))
"""Per cent of letters in common → weight."""
_FULL = 40  # letters of a title that says all it can; a shorter one says less
HEADED = 92.0
"""Per cent that a title is worth that lacks its subtitle."""
_CUT = 60  # letters of a title that some catalogue may have cut off
_WHOLE = 32  # letters of a title that another one may go on from, without a colon
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_PARTS = frozenset(
    "part parts volume vol book no number chapter phase section type series teil band tome partie".split()
)
_WORDS = {word: str(value) for value, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
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
    if found.percent < 100 and found.left is not found.right:
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


def numbers(words: Sequence[str]) -> tuple[str, ...]:
    """What a title counts: its digits, and Roman or written numbers of parts, in order.

    ``numbers(("lectures", "part", "ii")) == ("2",)``; ``i`` and ``v`` in the middle of a title are no numbers.
    """
    found = []
    for place, word in enumerate(words):
        counted = place and words[place - 1] in _PARTS
        if (counted or (place == len(words) - 1 and place)) and _ROMAN.fullmatch(word):
            found.append(str(_roman(word)))
        elif counted and word in _WORDS:
            found.append(_WORDS[word])
        elif not word.isalpha():
            found += [digits.lstrip("0") or "0" for digits in re.findall(r"\d+", word)]
    return tuple(found)


def _roman(word: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in word]
    return sum(-one if one < after else one for one, after in pairwise([*values, 0]))


@lru_cache(maxsize=65536)
def strangers(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of each title that are neither in the other nor a slip, a part or a joining of words there."""
    ours, theirs = Counter(left), Counter(right)
    mine, other = list((ours - theirs).elements()), list((theirs - ours).elements())
    together, across = "".join(mine), "".join(other)
    if together == across or (min(len(together), len(across)) > 5 and fuzz.ratio(together, across) > 90):
        return (), ()
    stop = word_list("stop-words-en.txt")
    kept = [word for word in mine if not word.isdigit() and word not in stop and not _slipped(word, other, across)]
    left_over = [
        word for word in other if not word.isdigit() and word not in stop and not _slipped(word, mine, together)
    ]
    return tuple(kept), tuple(left_over)


def _slipped(word: str, others: Sequence[str], letters: str) -> bool:
    if len(word) > 3 and word in letters:
        return True
    return any(
        min(len(word), len(other)) > 3 and (is_misprint(word, other, 4) or _inflected(word, other)) for other in others
    )


def _inflected(word: str, other: str) -> bool:
    """One stem: ``system``/``systems``, ``approach``/``approaches``."""
    short, long = (word, other) if len(word) < len(other) else (other, word)
    return long.startswith(short) and long[len(short) :] in {"s", "es", "e", "n", "en", "al", "ed", "ing", "ly"}
