"""The noisy channel: what is printed against what may be meant, by frequency, paper, translation and phrases."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from citekit.romanise.lexicon.words import Entry
from citekit.romanise.misprints.guesses import Guess, Guesser
from citekit.romanise.misprints.printed import Paper, Token

MARGIN = 3.0
"""By how many nats a guess must beat a printed word that is pinyin, so that rare words stay silent.

Of 1,583 words in names on the authority list it takes two for misprints, as it does with twice the margin.
"""

_AS_PRINTED = 3.9  # 2 % of the words are wrong
_PAPER, _COMPANY = 1.0, 2.0
_GLOSS, _WHOLE = 4.0, 3.0  # a gloss of the word stands in the translation, and the share of its glosses that does
_PHRASE = 11.0  # a slip that by chance makes a phrase with its neighbour is rare
_PHRASE_SYLLABLES = 4
_LISTED = 3.0  # names on the list of bodies have the word
_SHOWN = 3
_CLOSE = 12.0  # nats behind the best from where a proposal is not worth a look


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a word was probably meant to be: its key, how far it beats what is printed, and what speaks for it."""

    key: str
    lead: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one string, the stems of its translation, and words that names of its kind on a list have."""

    tokens: Sequence[Token]
    stems: frozenset[str] = frozenset()
    vocabulary: frozenset[str] = frozenset()

    def beside(self, index: int) -> tuple[str, str]:
        """The words before and behind one, empty at the ends."""
        before = self.tokens[index - 1].key if index else ""
        return before, self.tokens[index + 1].key if index + 1 < len(self.tokens) else ""


def proposals(line: Line, index: int, guesser: Guesser, paper: Paper, margin: float = MARGIN) -> tuple[Proposal, ...]:
    """What a word was probably meant to be, likeliest first; empty where nothing beats what is printed.

    A word that is no pinyin has no start over what may be meant, and every guess is told.
    """
    token = line.tokens[index]
    guesses = guesser.guesses(token.key, is_pinyin=bool(token.syllables))
    start = 0.0
    if token.syllables:
        printed = guesser.printed(token.key, token.syllables)
        start = _sound(printed, line.stems)[0] + _AS_PRINTED
        start += _PHRASE if _phrase(line, index, token.key, guesser) else 0.0
        start += _LISTED * (token.key in line.vocabulary)
        guesses = tuple(one for one in guesses if _fits(one, token, line, index, paper))
    found = sorted((_propose(one, line, index, guesser, paper) for one in guesses), key=lambda one: -one.lead)
    if not found or (token.syllables and found[0].lead < start + margin):
        return ()
    near = [one for one in found[:_SHOWN] if one.lead > found[0].lead - _CLOSE]
    return tuple(replace(one, lead=one.lead - start) for one in near)


def _fits(guess: Guess, token: Token, line: Line, index: int, paper: Paper) -> bool:
    """Whether a guess for a word that is pinyin is worth weighing.

    A word of several syllables is not meant to be one syllable; and one syllable is meant to be another one only where
    the paper has that beside the same word.
    """
    single = len(guess.entries[-1].word) == 1
    if len(token.syllables) > 1:
        return not single or (len(guess.entries) > 1 and len(guess.entries[0].word) > 1)
    return single and bool(paper.company(guess.key, *line.beside(index)))


def _propose(guess: Guess, line: Line, index: int, guesser: Guesser, paper: Paper) -> Proposal:
    """A guess with its score as its lead, what is printed not yet taken off."""
    places, company = paper.places(guess.key), paper.company(guess.key, *line.beside(index))
    score, entry = _sound(guess, line.stems)
    phrase = _phrase(line, index, guess.key, guesser)
    score += _PHRASE * bool(phrase) + _LISTED * (guess.key in line.vocabulary) - guess.cost
    score += _PAPER * math.log1p(places) + _COMPANY * math.log1p(company)
    return Proposal(guess.key, score, tuple(_told(guess, places, company, entry, phrase)))


def _told(guess: Guess, places: int, company: int, entry: Entry | None, phrase: str) -> list[str]:
    """The evidence in words."""
    told = [f"the word list has {guess.entries[0].word}"] if guess.entries else []
    if places:
        told.append(f"the paper has it {places} times elsewhere" if places > 1 else "the paper has it once elsewhere")
    if company:
        told.append("beside the same word")
    if entry:
        told.append(f"the translation fits {entry.word}")
    if phrase:
        told.append(f"it makes {phrase}")
    return told


def _sound(guess: Guess, stems: frozenset[str]) -> tuple[float, Entry | None]:
    """The weight of what sounds so, by frequency and translation together, and the word that the translation fits."""
    best, found = guess.weight, None
    for entry in guess.entries:
        met = len(entry.stems & stems)
        if met:
            rarer = max(0.0, guess.entries[0].weight - entry.weight)
            weight = guess.weight - rarer + _GLOSS + _WHOLE * met / len(entry.stems)
            best, found = (weight, entry) if weight > best else (best, found)
    return best, found


def _phrase(line: Line, index: int, key: str, guesser: Guesser) -> str:
    """The phrase of four characters and more that a word makes with a neighbour, or the empty string."""
    before, after = line.beside(index)
    for phrase in ((before + key) if before else "", (key + after) if after else ""):
        entries = guesser.lexicon.entries(phrase) if phrase else ()
        if entries and len(entries[0].word) >= _PHRASE_SYLLABLES:
            return entries[0].word
    return ""
