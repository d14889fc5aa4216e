"""Characters for the syllables of a title: a beam over words of the lexicon, the printed translation as evidence."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from citekit.data import rows
from citekit.romanise.characters.tokens import Token
from citekit.romanise.lexicon.words import Entry, Lexicon, join

_BEAM = 30
_WORDS = 6  # words tried at one place
_FAR = 14.0  # nats behind the best from where on a way or a word is given up
_EXTRA_WORD = -4.0  # each word more inside a token: an author's token is a word as a rule
_ACROSS = -1.0  # a word of single syllables that the author wrote apart
_GLOSS = 3.5  # the translation has a word of the gloss …
_WHOLE = 3.0  # … and of more than that, the share it has
_CLOSED = 3.0  # a small word (de, yu, zai) that stands alone; inside a token it is as unlikely
_COUNTER = 6.0  # nian, yue, shiji behind figures
_SPAN = 4  # tokens that one word may reach over: idioms, bodies
_LONGEST = 8  # syllables
_UNKNOWN = Entry("〓", -25.0)  # a syllable that no word of the lexicon has


class Way(NamedTuple):
    """A way to write the syllables: how likely, in nats, its characters, and its words."""

    score: float
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a word beside its frequency: the stems of the translation, and what the paper has elsewhere.

    ``used`` gives the nats that a word gains for standing in other titles of the paper.
    """

    stems: frozenset[str] = frozenset()
    used: Mapping[str, float] = field(default_factory=dict)


@cache
def _table(name: str) -> dict[str, str]:
    """Pinyin → the characters it stands for, parted by blanks."""
    found: dict[str, str] = {}
    for pinyin, characters in rows(name):
        found[pinyin] = f"{found.get(pinyin, '')} {characters}".strip()
    return found


def decode(tokens: Iterable[Token], lexicon: Lexicon, evidence: Evidence) -> list[Way]:
    """The best ways to write neighbouring tokens, best first; tokens without syllables are passed over."""
    syllables: list[str] = []
    begins: list[int] = []
    counted = set()
    for token in tokens:
        begins.append(len(syllables))
        counted |= {len(syllables)} if token.after_figures else set()
        syllables += token.syllables
    edges = frozenset((*begins, len(syllables)))
    beams: list[dict[str, Way]] = [{} for _ in range(len(syllables) + 1)]
    beams[0][""] = Way(0.0, "", ())
    for start in range(len(syllables)):
        ways = _best(beams[start])
        for end in range(start + 1, _reach(start, begins, len(syllables)) + 1 if ways else start):
            key = join(syllables[start:end])
            entries = lexicon.entries(key) or ((_UNKNOWN,) if end == start + 1 else ())
            if entries:
                scored = _words(entries, key, evidence, _place(start, end, edges, counted))
                _extend(beams[end], ways, scored)
    return _best(beams[-1])


class _Place(NamedTuple):
    """Where a word stands: what that costs, whether it is a token by itself, whether behind figures."""

    cost: float
    alone: bool
    counted: bool


def _place(start: int, end: int, edges: frozenset[int], counted: set[int]) -> _Place:
    inner = edges.intersection(range(start + 1, end))
    apart = bool(inner) and len(inner) == end - start - 1
    cost = _EXTRA_WORD * (start not in edges) + _ACROSS * (apart and end - start == 2)
    return _Place(cost, start in edges and end in edges and not inner, start in counted)


def _words(entries: tuple[Entry, ...], key: str, evidence: Evidence, place: _Place) -> list[tuple[float, str]]:
    """The likeliest words for a stretch with their scores."""
    small = _table("function-words-zh.tsv").get(key, "")
    counter = _table("counters-zh.tsv").get(key, "") if place.counted else ""
    floor = entries[0].weight - _FAR
    scored = []
    for entry in entries:
        word, weight, stems = entry.word, entry.weight, entry.stems
        score = weight + place.cost + evidence.used.get(word, 0.0)
        met = len(stems & evidence.stems) if stems else 0
        if met:
            score += _GLOSS + _WHOLE * met / len(stems)
        elif weight < floor:
            continue
        if word in small.split():
            score += _CLOSED if place.alone else -_CLOSED
        if word == counter:
            score += _COUNTER
        scored.append((score, word))
    best = heapq.nlargest(_WORDS, scored)
    return [one for one in best if one[0] > best[0][0] - _FAR]


def _extend(beam: dict[str, Way], ways: list[Way], scored: list[tuple[float, str]]) -> None:
    for gain, word in scored:
        for score, before, words in ways:
            text, total = before + word, score + gain
            known = beam.get(text)
            if known is None or known[0] < total:
                beam[text] = Way(total, text, (*words, word))


def _best(beam: dict[str, Way]) -> list[Way]:
    best = heapq.nlargest(_BEAM, beam.values())
    return [way for way in best if way.score > best[0].score - _FAR]


def _reach(start: int, begins: list[int], length: int) -> int:
    """Where a word that begins here may end at most: in the fourth token, eight syllables on."""
    later = [begin for begin in begins if begin > start]
    end = later[_SPAN - 1] if len(later) >= _SPAN else length
    return min(end, start + _LONGEST)
