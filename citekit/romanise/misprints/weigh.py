"""The noisy channel: what is printed against what may be meant, by frequency, paper, translation and phrases."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from citekit.language.pinyin import divide
from citekit.romanise.lexicon.words import Entry
from citekit.romanise.misprints.countries import are_countries
from citekit.romanise.misprints.guesses import APOSTROPHE, MISREAD, Guess, Guesser
from citekit.romanise.misprints.printed import Paper, Token
from citekit.romanise.persons import is_surname

MARGIN = 1.5
"""By how many nats a guess must beat a printed word that is pinyin, so that rare words stay silent."""

HEARD = 2.5
"""What a slip may cost that the ear makes, as n for ng; it need beat the printed word by that much less."""

_NAME = 3.0  # by how much more a word must be beaten that begins with a capital, inside a title, and is on no list

_AS_PRINTED = 3.9  # 2 % of the words are wrong
_PAPER, _COMPANY = 1.0, 2.0
_OFTEN = 8  # places from where more of them tell no more
_GLOSS, _WHOLE = 4.0, 3.0  # a gloss of the word stands in the translation, and the share of its glosses that does
_PHRASE = 11.0  # a slip that by chance makes a phrase with its neighbour is rare
_SHORT_PHRASE = 2.0
_PHRASE_SYLLABLES = (3, 4)
_SYLLABLE = 2.5  # what is printed in four letters and more is rarely meant to be a single syllable
_SHOWN = 3
_CLOSE = 12.0  # nats behind the best from where a proposal is not worth a look
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a word was probably meant to be: its key, how far it beats what is printed, what speaks for it.

    ``is_heard``: the two sound alike.
    """

    key: str
    lead: float
    evidence: tuple[str, ...]
    is_heard: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one string, and the stems of its translation."""

    tokens: Sequence[Token]
    stems: frozenset[str] = frozenset()

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
    start = need = 0.0
    if token.syllables:
        start = _as_printed(line, index, guesser)
        need = start + margin
        guesses = tuple(one for one in guesses if _fits(one, token, line, index, paper))
    found = sorted((_propose(one, line, index, guesser, paper) for one in guesses), key=lambda one: -one.lead)
    if not found or (token.syllables and found[0].lead < need + _harder(found[0], line, index, guesser)):
        return ()
    near = [one for one in found[:_SHOWN] if one.lead > found[0].lead - _CLOSE]
    return tuple(replace(one, lead=one.lead - start) for one in near)


def _as_printed(line: Line, index: int, guesser: Guesser) -> float:
    """The score of a word that is pinyin as it is printed."""
    token = line.tokens[index]
    score = _sound(guesser.printed(token.key, token.syllables), line.stems, guesser)[0] + _AS_PRINTED
    score += _GLOSS * are_countries(token.syllables, line.stems)
    return score + _weight_of(_phrase(line, index, token.key, guesser))


def _harder(proposal: Proposal, line: Line, index: int, guesser: Guesser) -> float:
    """What is added to the margin: less than nothing for a slip of the ear, more for what may be a name."""
    token = line.tokens[index]
    may_be_name = bool(index) and token.capital and token.key not in guesser.lexicon
    if proposal.is_heard and not (may_be_name and _is_surname(line.tokens[index - 1])):
        return -HEARD
    return _NAME if may_be_name else 0.0


def _is_surname(token: Token) -> bool:
    return token.capital and is_surname(token.key.replace("v", "ü"))


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
    score, entry = _sound(guess, line.stems, guesser)
    phrase = _phrase(line, index, guess.key, guesser)
    score += _weight_of(phrase) - guess.cost
    score -= _SYLLABLE * (len(line.tokens[index].key) > _SHORT and len(divide(guess.key)) == 1)
    score += _PAPER * math.log1p(min(places, _OFTEN)) + _COMPANY * math.log1p(min(company, _OFTEN))
    is_heard = guess.cost <= HEARD
    return Proposal(guess.key, score, tuple(_told(guess, places, company, entry, phrase)), is_heard)


def _told(guess: Guess, places: int, company: int, entry: Entry | None, phrase: str) -> list[str]:
    """The evidence in words."""
    told = [f"the word list has {guess.entries[0].word}"] if guess.entries else []
    if places:
        told.append(f"the paper has it {places} times elsewhere" if places > 1 else "the paper has it once elsewhere")
    if company:
        told.append("beside the same word")
    if guess.cost == MISREAD:
        told.append("a character of it has another reading")
    elif APOSTROPHE < guess.cost <= HEARD:
        told.append("the two sound alike")
    if entry:
        told.append(f"the translation fits {entry.word}")
    if phrase:
        told.append(f"it makes {phrase}")
    return told


def _sound(guess: Guess, stems: frozenset[str], guesser: Guesser) -> tuple[float, Entry | None]:
    """The weight of what sounds so, by frequency and translation together, and the word that the translation fits."""
    best, found = guess.weight, None
    for entry in guess.entries:
        met = entry.stems & stems
        if met:
            rarer = max(0.0, guess.entries[0].weight - entry.weight)
            told = max(guesser.lexicon.rarity.get(stem, 1.0) for stem in met)
            weight = guess.weight - rarer + _GLOSS * told + _WHOLE * len(met) / len(entry.stems)
            best, found = (weight, entry) if weight > best else (best, found)
    return best, found


def _phrase(line: Line, index: int, key: str, guesser: Guesser) -> str:
    """The longest phrase of three characters and more that a word makes with a neighbour, or the empty string."""
    before, after = line.beside(index)
    keys = [_beside(*pair) for pair in ((before, key), (key, after)) if all(pair)]
    words = [entries[0].word for one in keys if (entries := guesser.lexicon.entries(one))]
    longest = max(words, key=len, default="")
    return longest if len(longest) >= _PHRASE_SYLLABLES[0] else ""


def _beside(left: str, right: str) -> str:
    return f"{left}'{right}" if right[0] in "aeo" else left + right


def _weight_of(phrase: str) -> float:
    if not phrase:
        return 0.0
    return _PHRASE if len(phrase) >= _PHRASE_SYLLABLES[1] else _SHORT_PHRASE
