"""Wade–Giles made from pinyin by the rules of its initials and finals, and read back as candidates.

Rules: the comparative table of the ALA-LC romanisation table for Chinese (1997 and before), as facts; breathings are
apostrophes, ê is printed e. Without its apostrophes, as it is mostly printed, a syllable has up to four readings.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache

from citekit.language.pinyin import syllables


def _table(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())


_INITIALS = _table("b=p p=p' d=t t=t' g=k k=k' j=ch q=ch' x=hs zh=ch ch=ch' r=j z=ts c=ts'")
_BUZZED = _table("zh=chih ch=ch'ih sh=shih r=jih z=tzu c=tz'u s=ssu")
_FINALS = _table("ian=ien ie=ieh ong=ung iong=iung ve=üeh v=ü van=üan vn=ün")
_WHOLE = _table(
    "ge=ko ke=k'o he=ho e=o er=erh gui=kuei kui=k'uei yi=i you=yu yan=yen ye=yeh yu=yü yue=yüeh yuan=yüan yun=yün "
    "yong=yung"
)
_SPLIT = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxzcsryw]?)(.*)")
_KEEPS_UO = frozenset({"g", "k", "h", "sh"})
_MARKS = re.compile(r"['’‘ʼ`´ʻ]")


@lru_cache(maxsize=1024)
def wade_giles(syllable: str) -> str:
    """A syllable of pinyin (ü written v) in Wade–Giles: ``wade_giles("lian") == "lien"``, ``"qing"`` → ``"ch'ing"``."""
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    match = _SPLIT.fullmatch(syllable)
    initial, final = match.groups() if match else ("", syllable)
    if final == "i" and initial in _BUZZED:
        return _BUZZED[initial]
    if initial in {"j", "q", "x"} and final.startswith("u"):
        final = f"v{final[1:]}"
    if final == "uo" and initial not in _KEEPS_UO:
        final = "o"
    return _INITIALS.get(initial, initial) + _FINALS.get(final, final)


def _key(text: str) -> str:
    """A syllable as careless print has it: no apostrophe, no ü, no ê."""
    plain = unicodedata.normalize("NFD", _MARKS.sub("", text.casefold()))
    return "".join(char for char in plain if not unicodedata.combining(char))


@cache
def _readings() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    exact: defaultdict[str, list[str]] = defaultdict(list)
    loose: defaultdict[str, list[str]] = defaultdict(list)
    for syllable in sorted(syllables()):
        spelt = wade_giles(syllable)
        for form in {spelt, "szu"} if spelt == "ssu" else {spelt}:
            exact[form].append(syllable)
            loose[_key(form)].append(syllable)
    return {key: tuple(found) for key, found in exact.items()}, {key: tuple(found) for key, found in loose.items()}


@lru_cache(maxsize=16384)
def readings(syllable: str, *, marked: bool = False) -> tuple[str, ...]:
    """What a syllable of Wade–Giles may be in pinyin (ü written v): all readings, never one alone where it is open.

    ``readings("lien") == ("lian",)``; ``readings("chu") == ("chu", "ju", "qu", "zhu")``, since apostrophe and umlaut
    may have been left out; with them printed there is no doubt: ``readings("ch'ü") == ("qu",)``. ``marked`` where the
    text prints apostrophes elsewhere, so that none is missing here: ``readings("kung", marked=True) == ("gong",)``.
    """
    plain = _MARKS.sub("'", unicodedata.normalize("NFC", syllable.casefold())).replace("ê", "e")
    exact, loose = _readings()
    if "'" in plain or "ü" in plain:
        return tuple(sorted(one for form, found in exact.items() if _marks_agree(form, plain) for one in found))
    every = loose.get(_key(plain), ())
    return tuple(one for one in every if "'" not in wade_giles(one)) if marked else every


def _marks_agree(form: str, printed: str) -> bool:
    """Whether a printed syllable is this form, or the form with one of its marks left out."""
    return form == printed or (
        _key(form) == _key(printed) and ("'" in form or "'" not in printed) and ("ü" in form or "ü" not in printed)
    )


@lru_cache(maxsize=16384)
def is_wade_giles(word: str) -> bool:
    """Whether a word of hyphenated syllables is Wade–Giles and shows it: ``hsien-sheng``; not ``Shan-hai``.

    It does so by a syllable that pinyin has not, or by a breathing.
    """
    pieces = re.split("[-‐]", word)
    shown = (is_foreign_to_pinyin(piece) or _MARKS.search(piece) for piece in pieces)
    return len(pieces) > 1 and all(map(readings, pieces)) and any(shown)


def is_foreign_to_pinyin(syllable: str) -> bool:
    """Whether a syllable is Wade–Giles and cannot be pinyin: ``lien``, ``hsi``; not ``kuo``, which is both."""
    return bool(readings(syllable)) and _key(syllable) not in syllables() and syllable not in {"lue", "nue"}
