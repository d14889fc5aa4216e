"""Cyrillic letters in Latin ones, as ALA-LC romanises Russian and Ukrainian, without its ligatures and marks."""

from __future__ import annotations

import re

_CYRILLIC = re.compile("[Ѐ-ӿ]")
_LETTERS = (
    "а=a б=b в=v г=g ґ=g д=d ђ=d е=e ё=e є=ie ж=zh з=z и=i й=i і=i ї=i ј=j к=k л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s "
    "т=t ћ=c у=u ў=u ф=f х=kh ц=ts ч=ch џ=dz ш=sh щ=shch ъ= ы=y ь= э=e ю=iu я=ia"
)
_LATIN = {ord(letter): latin for letter, latin in (pair.split("=") for pair in _LETTERS.split())}


def latin(text: str) -> str:
    """A text in small letters with its Cyrillic in Latin ones: ``latin("Чайковский") == "chaikovskii"``.

    What has no Cyrillic is given back as it is.
    """
    return text.casefold().translate(_LATIN) if _CYRILLIC.search(text) else text
