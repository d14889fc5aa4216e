"""CC-CEDICT read for two things: the English stems of a word, and how it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from citekit.romanise.lexicon.stems import stems

_LINE = re.compile(r"(\S+) (\S+) \[([^\]]+)\] /(.+)/")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[\u2e80-\u9fff|]+")
_NOT_A_GLOSS = re.compile(r"CL:|surname |(?:old |erhua )?variant of |see |used in |also pr|Japanese variant")
_SENSES, _STEMS = 6, 14
_TONE = re.compile(r"[1-5]")

Readings = dict[str, dict[tuple[str, ...], frozenset[str]]]


def read_cedict(lines: Iterable[str]) -> Readings:
    """The simplified word → its readings (toneless syllables, ü as v) → the stems of its glosses."""
    found: Readings = {}
    for line in lines:
        entry = _LINE.match(line)
        if entry:
            simplified, pinyin, senses = entry.group(2), entry.group(3), entry.group(4)
            syllables = tuple(_TONE.sub("", one).casefold().replace("u:", "v") for one in pinyin.split())
            readings = found.setdefault(simplified, {})
            readings[syllables] = readings.get(syllables, frozenset()) | _stems(senses.split("/"))
    return found


def _stems(senses: list[str]) -> frozenset[str]:
    """The stems of the first senses; asides, measure words and references to other words left out."""
    kept: list[str] = []
    for sense in [one for one in senses if not _NOT_A_GLOSS.match(one)][:_SENSES]:
        kept += sorted(stems(_ASIDE.sub(" ", sense)))
    return frozenset(dict.fromkeys(kept[:_STEMS]))
