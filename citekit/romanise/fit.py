"""Whether a printed translation fits a title in pinyin: a score that finds swapped, stale and wrong translations."""

from __future__ import annotations

from citekit.romanise.lexicon.stems import stems
from citekit.romanise.lexicon.words import Lexicon
from citekit.romanise.misprints.printed import tokens
from citekit.romanise.repair import Repair

DOUBTFUL = 0.5
"""Below this a translation is worth a look; none of 62 in the first paper, printed with their titles, scores less."""

_TELLING = 3  # words of a title, and of a translation, from which on the score says something


def fit(title: str, translation: str, lexicon: Lexicon) -> float | None:
    """How well a translation fits, 0 to 2; None where title or translation is too short to tell.

    The share of the title's words that have a gloss in the translation, and the share of the translation's words that
    are glosses of words of the title.
    """
    said = stems(translation)
    found = [
        frozenset[str]().union(*(entry.stems for entry in lexicon.entries(token.key)))
        for token in tokens(title)
        if len(token.syllables) > 1
    ]
    words = [one for one in found if one]
    if len(words) < _TELLING or len(said) < _TELLING:
        return None
    met = sum(bool(one & said) for one in words) / len(words)
    return met + len(said & frozenset[str]().union(*words)) / len(said)


def unfit(title: str, translation: str, lexicon: Lexicon) -> tuple[Repair, ...]:
    """The finding PY024 where a translation hardly fits; nothing is put in its place."""
    score = fit(title, translation, lexicon) if translation else None
    if score is None or score >= DOUBTFUL:
        return ()
    reason = f"The translation {translation} hardly fits this title: it may belong to another one."
    confidence = round(1 - score / 2, 2)
    return (Repair("PY024", 0, len(title), title, None, "translation-fit", reason, "suspect", confidence),)
