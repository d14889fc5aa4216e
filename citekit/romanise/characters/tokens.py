"""A romanised title cut into what is decoded: words of syllables, and everything between them kept as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.language.pinyin import divide
from citekit.romanise.letters import letters
from citekit.romanise.read import read_word
from citekit.romanise.text import words
from citekit.romanise.word import Word

_SIGNS = dict(zip(":,;?!()-–‘’", "： ；？！（）－－“”", strict=True))
_FIGURES = re.compile(r"\d\s*$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the author's: its syllables with ü as v, none where ``text`` is taken over as printed.

    ``before`` is what stands between it and the token before, in Chinese signs; ``after_figures`` tells that figures
    stand right before it.
    """

    syllables: tuple[str, ...]
    before: str = ""
    text: str = ""
    after_figures: bool = False


def tokens(title: str) -> tuple[tuple[Token, ...], str]:
    """The tokens of a title and the signs behind the last: ``2008nian zhongguo`` is three, the figures one."""
    found: list[Token] = []
    at = 0
    for start, end in words(title):
        before, figures = signs(title[at:start]), bool(_FIGURES.search(title[at:start]))
        for token in _of_word(read_word(title[start:end])):
            after = figures or bool(found and found[-1].text.isdigit() and not before and not token.before)
            found.append(Token(token.syllables, before + token.before, token.text, after))
            before, figures = "", False
        at = end
    return tuple(found), signs(title[at:])


def signs(text: str) -> str:
    """What stands between words, as Chinese prints it: blanks fall, a comma becomes a blank, quotes stay quotes."""
    return "".join(_SIGNS.get(char, char) for char in text if not char.isspace())


def _of_word(word: Word) -> Iterator[Token]:
    """The tokens of one word: numbers and loans by themselves; a hyphen parts, and shows beside long words only."""
    if not word.syllables:
        plain = divide("".join(one.sign for one in letters(word.printed)))
        yield Token(plain) if plain else Token((), text=word.printed)
        return
    before, hyphen = 0, False
    for piece in _joined(word):
        if piece:
            sign = "－" if hyphen and before != 1 and len(piece.syllables) != 1 else ""
            yield Token(piece.syllables, sign, piece.text)
            before, hyphen = len(piece.syllables), False
        else:
            hyphen = True


def _joined(word: Word) -> Iterator[Token | None]:
    """Runs of syllables, and numbers and loans between them; None for a hyphen. An apostrophe joins."""
    run: list[str] = []
    for part in word.parts:
        if part.kind == "syllable":
            run.append(part.text.replace("ü", "v"))
        elif part.kind != "apostrophe":
            if run:
                yield Token(tuple(run))
            yield None if part.kind == "hyphen" else Token((), text=part.text)
            run = []
    if run:
        yield Token(tuple(run))
