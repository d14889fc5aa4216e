"""Where a word stops being pinyin: the first stretch, cut as syllables sound, that is in no table."""

from __future__ import annotations

import re

from citekit.language.pinyin import syllables

_SOUND = re.compile(
    r"(?:zh|ch|sh|hs|t[sz]|s[sz]|[bpmfdtnlgkhjqxzcsryw])?[aeiouv]+(?:(?:ng?|h)(?![aeiouv])|r(?=$))?|[zcs]h|.",
)


def stumble(letters: str) -> tuple[int, int]:
    """The span of the first syllable-like stretch that is no syllable, in letters that have no division.

    ``lienheguo`` → ``lien``, ``Zhonguo`` → ``zhon``, ``kaimmu`` → the first ``m``, ``hepong`` → ``pong``. Where every
    stretch is a syllable and only the apostrophe is missing, the stretch that begins with the vowel.
    """
    for index, found in enumerate(_SOUND.finditer(letters)):
        sound = found.group().removesuffix("r") or found.group()
        whole = found.group() if found.group() in syllables() else sound
        if whole not in syllables() or (index and whole[0] in "aeo"):
            return found.span()
    return 0, len(letters)
