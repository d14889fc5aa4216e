"""Conferences by their letters or their subject: ``SIGMOD Conference``, ``Int'l Conf. on Management of Data``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from citekit.data import rows

_GATHERING = re.compile(
    r"(?:intl|int|proc|proceedings|conf|conference|symp|sympos|symposium|annual|annu|workshop|advances)$"
)
_SERIES = frozenset("journal j transactions trans letters record magazine bulletin newsletter review surveys".split())
_ELSEWHERE = frozenset("european euro asian asia pacific australian british canadian german italian iberian".split())
_SMALL = frozenset({"of", "and", "in", "for", "on", "to"})
_SHORT = 2  # letters that an abbreviated word has more than
_TELLING = 4  # words of a subject that is known for a conference's without a word that says so
_EDITION = re.compile(r"\d{2}(?:\d{2})?$")


@cache
def _known() -> tuple[dict[str, str], tuple[tuple[tuple[str, ...], str], ...]]:
    """Letters, and the telling words of subjects, the longest first; each with the conference's key."""
    listed = rows("conferences.tsv")
    found = [(row[0].casefold(), tuple(word for word in row[1].split() if word not in _SMALL)) for row in listed]
    subjects = sorted(((subject, f"@{letters}") for letters, subject in found), key=lambda one: (-len(one[0]), one))
    return {letters: f"@{letters}" for letters, _ in found}, tuple(subjects)


@lru_cache(maxsize=8192)
def conference(words: tuple[str, ...]) -> str:
    """The key of the conference that a container's telling words name, empty where they name none.

    A journal of its name is none (``VLDB Journal``), nor is a workshop beside it, nor the European one of its subject.
    """
    if _SERIES.intersection(words):
        return ""
    letters, subjects = _known()
    gathered = any(map(_GATHERING.match, words))
    if (gathered or len(words) >= _TELLING) and not _ELSEWHERE.intersection(words):
        for subject, key in subjects:
            at = next((at for at in range(len(words) - len(subject) + 1) if _is(subject, words[at:])), -1)
            if at >= 0 and (gathered or len(words) == len(subject)):
                return key
    if "workshop" in words:
        return ""
    return next((letters[name] for word in words if (name := _EDITION.sub("", word)) in letters), "")


def _is(subject: Sequence[str], words: Sequence[str]) -> bool:
    """Whether words begin with a subject, abbreviated it may be: ``theory comput`` is ``theory computing``."""
    pairs = zip(subject, words, strict=False)
    return all(one == other or (len(other) > _SHORT and one.startswith(other)) for one, other in pairs)
