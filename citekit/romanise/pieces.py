"""A word cut at its apostrophes, hyphens and numbers into pieces of letters, each of which is divided by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from citekit.romanise.letters import Letter


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters in a row, or one sign that parts them: ``kind`` is ``letters``, ``number``, ``apostrophe``, ``hyphen``.

    ``tones`` are tone digits by the index of the letter they stand behind.
    """

    kind: str
    letters: tuple[Letter, ...]

    @property
    def signs(self) -> str:
        """The letters as one string, tone digits left out."""
        return "".join(letter.sign for letter in self.letters if not letter.sign.isdigit())

    @property
    def start(self) -> int:
        """Where the piece begins in the word."""
        return self.letters[0].start

    @property
    def end(self) -> int:
        """Where the piece ends in the word."""
        return self.letters[-1].end


def pieces(letters: tuple[Letter, ...]) -> tuple[Piece, ...]:
    """The pieces of a word in order; a digit from 0 to 5 behind a letter is its tone, other digits are a number."""
    return tuple(Piece(kind, tuple(letter for _, letter in group)) for kind, group in _grouped(letters))


def _grouped(letters: tuple[Letter, ...]) -> Iterator[tuple[str, Iterator[tuple[str, Letter]]]]:
    kinds: list[tuple[str, Letter]] = []
    for index, letter in enumerate(letters):
        kind = {"'": "apostrophe", "-": "hyphen"}.get(letter.sign, "letters")
        if letter.sign.isdigit():
            before = kinds[-1][0] if kinds else ""
            after = letters[index + 1].sign if index + 1 < len(letters) else ""
            is_tone = letter.sign in "012345" and before == "letters" and not after.isdigit()
            kind = "letters" if is_tone and not letters[index - 1].sign.isdigit() else "number"
        kinds.append((kind, letter))
    return groupby(kinds, key=lambda pair: pair[0])
