"""Slips of the pen in pinyin: what a word may have been meant to be, and what each slip costs, in nats.

The costs are log-odds fitted to typed pinyin: sounds that are confused cost less than keys that lie apart.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from string import ascii_lowercase

_DOUBLED = 3.0  # kaimmu
_SOUND = 2.5  # n and ng, which most dialects do not part
_BREATH = 2.5  # z and zh, c and ch, s and sh
_SWAP = 4.5  # Jinag
_LIKE = 3.5  # l and r, l and n; u and ü
_VOICE = 5.0  # c and z
_WADE = 1.5  # -ien, which no syllable of pinyin ends in
_KEY = 5.5  # a key beside the right one
_CHANGE = 7.0
_LOST = 4.0  # one letter that is missing; which it was needs no guess
_EXTRA = 6.5
MOST = _EXTRA
"""What one slip of two may cost at most."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEAR = frozenset(
    (left, right)
    for number, row in enumerate(_ROWS)
    for index, left in enumerate(row)
    for right in (
        *row[max(0, index - 1) : index + 2],
        *"".join(_ROWS[number + 1 : number + 2])[max(0, index - 1) : index + 1],
    )
    if left != right
)
_ALIKE = frozenset({("l", "r"), ("u", "v"), ("l", "n")})


class _Everything:
    def __contains__(self, word: object) -> bool:
        return True


def slips(word: str, among: Container[str] = _Everything()) -> Iterator[tuple[str, float]]:
    """Every word that one slip turns into this one, with the cost of the slip: ``xindong`` ← ``xingdong`` 4.

    Words are lower case with ü as v. What comes out is what ``among`` has; without it all, and it need be no pinyin.
    """
    for index in range(len(word) + 1):
        head, tail = word[:index], word[index:]
        yield from ((one, _lost(head, one[index], tail)) for one in _with(head, tail) if one in among)
        if not tail:
            continue
        rest = tail[1:]
        if head + rest in among:
            yield head + rest, _added(head, tail)
        yield from (
            (one, _changed(head, tail, one[index])) for one in _with(head, rest) if one in among and one != word
        )
        if rest and tail[0] != rest[0] and (swapped := head + rest[0] + tail[0] + rest[1:]) in among:
            yield swapped, _SWAP


def _with(head: str, tail: str) -> list[str]:
    """What each letter makes between two pieces."""
    return [head + letter + tail for letter in ascii_lowercase]


def _lost(head: str, letter: str, tail: str) -> float:
    """The cost of a letter that fell out behind ``head``."""
    if letter == "g" and head.endswith("n"):
        return _SOUND
    if letter == "h" and head[-1:] in {"z", "c", "s"}:
        return _BREATH
    if letter in {head[-1:], tail[:1]}:
        return _DOUBLED
    return _LOST


def _added(head: str, tail: str) -> float:
    """The cost of the first letter of ``tail`` having slipped in."""
    if tail[0] == "g" and head.endswith("n"):
        return _SOUND
    if tail[0] == "h" and head[-1:] in {"z", "c", "s"}:
        return _BREATH
    if tail[0] in {head[-1:], tail[1:2]}:
        return _DOUBLED
    return _EXTRA


def _changed(head: str, tail: str, letter: str) -> float:
    """The cost of ``letter`` having become the first of ``tail``."""
    pair = (letter, tail[0])
    if pair == ("a", "e") and head.endswith("i") and tail[1:2] == "n":
        return _WADE
    if pair in _ALIKE or pair[::-1] in _ALIKE:
        return _LIKE
    if set(pair) == {"c", "z"}:
        return _VOICE
    return _KEY if pair in _NEAR or pair[::-1] in _NEAR else _CHANGE
