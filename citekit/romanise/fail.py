"""What a word that is no pinyin may be, by its spelling alone: an apostrophe or ü amiss, or Wade–Giles in part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from citekit.language.pinyin import divide
from citekit.romanise.loose import with_apostrophes, with_wade_giles
from citekit.romanise.spell import spell
from citekit.romanise.stumble import stumble
from citekit.romanise.word import Spelling

_NEEDLESS = re.compile(r"(?<=[jqxy])v")  # ü is written u after these (ISO 7098, 4.6)


@dataclass(frozen=True, slots=True)
class Slip:
    """Where letters stop being pinyin, which kind of slip that may be, and the regular spellings, likeliest first."""

    start: int
    end: int
    kind: Spelling | None = None
    spellings: tuple[str, ...] = ()


def explain(letters: str) -> Slip:
    """What is amiss in letters that have no division.

    ``tianan`` → a missing apostrophe before ``an``, ``tian’an`` and ``ti’an’an``; ``lienheguo`` → Wade–Giles in
    ``lien``, ``lianheguo``; ``hepong`` → ``pong``, nothing. Of an apostrophe and Wade–Giles the reading with fewer
    syllables is the likelier.
    """
    start, end = stumble(letters)
    plain = divide(_NEEDLESS.sub("u", letters))
    if plain:
        return Slip(start, end, "umlaut", (spell(plain),))
    mixed, loose = with_wade_giles(letters, start, end), with_apostrophes(letters)
    if mixed and not (loose and len(loose[0]) <= len(mixed[0])):
        return Slip(start, end, "wade-giles", tuple(spell(division) for division in (*mixed, *loose)))
    if loose:
        return Slip(*_unmarked(loose[0]), "apostrophe-missing", tuple(spell(one) for one in (*loose, *mixed)))
    return Slip(start, end)


def _unmarked(division: tuple[str, ...]) -> tuple[int, int]:
    """The span of the first syllable that wants an apostrophe before it."""
    ends = tuple(accumulate(len(syllable) for syllable in division))
    index = next(index for index, syllable in enumerate(division) if index and syllable[0] in "aeo")
    return ends[index - 1], ends[index]
