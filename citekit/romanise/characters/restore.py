"""Titles in pinyin → candidates in characters with confidences; they are proposals, and never enter a record here."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from citekit.romanise.characters.decode import Evidence, Way, decode
from citekit.romanise.characters.tokens import Token, tokens
from citekit.romanise.lexicon.stems import stems
from citekit.romanise.lexicon.words import Lexicon

_UNTOLD = 0.1  # what a confidence is worth where no frequencies tell words apart that sound alike
SHOWN = 5
_SURE, _RUN = 0.95, 4  # a run of characters to search with: this sure, this long at least


@dataclass(frozen=True, slots=True)
class Candidate:
    """A title in characters, how sure that is (0–1), and how sure each sign of the text is, figures included."""

    text: str
    confidence: float
    characters: tuple[float, ...]

    @property
    def sure_runs(self) -> tuple[str, ...]:
        """Stretches of four characters and more that are all but certain: enough to search a catalogue with."""
        sure = zip(self.text, self.characters, strict=True)
        kept = "".join(char if one >= _SURE and "\u4e00" <= char <= "\u9fff" else " " for char, one in sure)
        return tuple(run for run in kept.split() if len(run) >= _RUN)


@dataclass(frozen=True, slots=True)
class Restored:
    """A title in pinyin and its candidates, likeliest first; none where nothing in it is pinyin."""

    title: str
    candidates: tuple[Candidate, ...] = ()


def restore(titles: Iterable[tuple[str, str]], lexicon: Lexicon) -> tuple[Restored, ...]:
    """Restore the titles of one paper, each with its translation or an empty string.

    >>> restore([("Zhongguo de guofang", "China’s National Defense")], load_lexicon())[0].candidates[0].text
    '中国的国防'

    They are read twice: what the first reading finds in several titles counts as evidence in the second.
    """
    cut = [(title, *tokens(title), stems(translation)) for title, translation in titles]
    first = [_decode(parts, lexicon, Evidence(found)) for _, parts, _, found in cut]
    used = _used({title: ways for (title, *_), ways in zip(cut, first, strict=True)}.values())
    second = [_decode(parts, lexicon, Evidence(found, used)) for _, parts, _, found in cut] if used else first
    trust = 1.0 if lexicon.has_frequencies else _UNTOLD
    return tuple(
        Restored(title, tuple(_candidates(ways, parts, tail, trust)))
        for (title, parts, tail, _), ways in zip(cut, second, strict=True)
    )


def _decode(parts: Sequence[Token], lexicon: Lexicon, evidence: Evidence) -> list[Way]:
    spoken = [token for token in parts if token.syllables]
    return decode(spoken, lexicon, evidence) if spoken else []


def _used(readings: Iterable[Sequence[Way]]) -> dict[str, float]:
    """Words that stand in several titles, with what that adds to their score; a title told twice counts once."""
    counts = Counter(word for ways in readings if ways for word in set(ways[0].words))
    return {word: math.log(count) for word, count in counts.items() if count > 1}


def _candidates(ways: Sequence[Way], parts: Sequence[Token], tail: str, trust: float) -> Iterator[Candidate]:
    best = ways[:SHOWN]
    weights = [math.exp(way.score - best[0].score) for way in best]
    shares = [trust * weight / sum(weights) for weight in weights]
    written = [_written(way.text, parts, tail) for way in best]
    for text, share in zip(written, shares, strict=True):
        votes = list(zip(written, shares, strict=True))
        agreed = (sum(one for other, one in votes if other[at] == char) for at, char in enumerate(text))
        yield Candidate(text, round(share, 4), tuple(round(one, 4) for one in agreed))


def _written(characters: str, parts: Sequence[Token], tail: str) -> str:
    """The characters with the figures, loans and signs of the title put back: ``2008年中国的国防``."""
    text, at = "", 0
    for token in parts:
        end = at + len(token.syllables)
        text += token.before + (characters[at:end] or token.text)
        at = end
    return text + tail
