"""Which language and script a string is in, told for the string as a whole: tokens vote, no model is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from citekit.data import rows, words
from citekit.language.japanese import PARTICLES, is_romaji
from citekit.language.pinyin import is_pinyin
from citekit.language.wade_giles import is_wade_giles

_WORD = re.compile(r"[^\W\d_]+(?:['’‘ʼ-][^\W\d_]+)*|\d+[^\W\d_]+")
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_ENGLISH_ENDINGS = re.compile(
    r"(?:tion|sion|ment|ness|ing|ings|ity|ism|ist|ists|ed|ly|ful|less|ous|ive|ical|ics|ship|ence|ance|ers|ies|’s|'s|"
    r"tions|ments|able|ible|graphy|ology|ward|hood|ization|isation)$"
)
_ENDINGS = (
    ("fr", ("ique", "ité", "aire", "eur", "euse", "ement", "onale", "ènes")),
    ("de", ("ung", "keit", "heit", "schaft", "isch", "ische", "ischen", "tion", "politik", "recht", "ungen")),
    ("it", ("zione", "zioni", "ità", "ismo", "ale", "ali")),
    ("es", ("ción", "ciones", "idad", "ismo")),
)
_OPEN = re.compile(r"(?:[bcdfghjklmnpqrstwxyz]{0,2}[aeiouü]{1,3}(?:ng?|r(?=$))?)+")
_ELIDED = re.compile(r"([A-Za-z]{1,5})['’](?=[^\W\d_]{2})")
_ELISIONS = (
    ("fr", frozenset({"l", "d", "qu", "n", "s", "j", "c"})),
    ("it", frozenset({"l", "d", "dell", "nell", "all", "dall", "sull", "un"})),
)
_GRAVE = re.compile(r"[àâçèéêëîïôùû]")
_UMLAUT = re.compile(r"[äöüß]")
_MACRON = re.compile(r"[āīūēōâîûêô]")


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(entries.split()) for language, entries in rows("function-words.tsv")}


def script(text: str) -> str:
    """The tag for text in a script of its own: ``zh-Hans``, ``zh-Hant``, ``ja``, ``ko``, ``ru``; empty for Latin."""
    highest = max(text, default="")  # cheaper than any pattern, and most text ends here
    if highest < "Ѐ":
        return ""
    if highest >= "⺀":
        return _east_asian(text)
    return "ru" if _CYRILLIC.search(text) else ""


def _east_asian(text: str) -> str:
    if any("぀" <= char <= "ヿ" for char in text):
        return "ja"
    if any("가" <= char <= "힣" for char in text):
        return "ko"
    if any("㐀" <= char <= "鿿" or "豈" <= char <= "﫿" for char in text):
        return "zh-Hant" if sum(map(_tradition, text)) > 0 else "zh-Hans"
    return ""


@lru_cache(maxsize=8192)
def _tradition(char: str) -> int:
    """1 for a character of traditional writing alone, which Big5 has and GB 2312 has not, -1 for a simplified one."""
    return _has("big5", char) - _has("gb2312", char)


def _has(encoding: str, char: str) -> bool:
    return bool(char.encode(encoding, "ignore"))


def is_english_word(word: str) -> bool:
    """Whether a word is English by the word list or by its ending."""
    plain = word.casefold().replace("’", "'")
    known = words("english-words.txt")
    if plain in known or plain.removesuffix("'s") in known:
        return True
    return bool(_ENGLISH_ENDINGS.search(plain)) and len(plain) > 6 and not is_pinyin(plain)


def _votes(word: str) -> dict[str, float]:
    """What one word says for each language.

    The weights are log-odds measured on titles: an English word of the list outweighs its reading as pinyin ("China",
    "change", "women"), a strict pinyin word outweighs its reading as romaji.
    """
    plain = word.casefold()
    foreign = any(plain in small for small in _function_words().values())
    votes = {"en": 0.0 if foreign else 0.8, "zh-Latn-pinyin": 0.4 if _OPEN.fullmatch(plain) else 0.0, "ja-Latn": 0.0}
    if is_english_word(word):
        votes["en"] = 2.6
    if is_pinyin(plain):
        votes["zh-Latn-pinyin"] = 2.5 if len(plain) > 5 else 2.0
    elif "lien" in plain or "hsi" in plain:  # Wade–Giles slips inside pinyin words
        votes["zh-Latn-pinyin"] = 1.2
    if "-" in plain and is_wade_giles(plain):
        votes["zh-Latn-wadegile"] = 2.7
    if is_romaji(plain):
        votes["ja-Latn"] = 2.7 if plain in PARTICLES else 1.2
    if _MACRON.search(plain):
        votes["ja-Latn"] += 1.5
    for language, vote in _european(plain, english=votes["en"] > 2):
        votes[language] = votes.get(language, 0.0) + vote
    return votes


def _elision(word: str) -> Iterator[tuple[str, float]]:
    """What an elided article says: ``l’``, ``d’`` French or Italian, ``dell’`` Italian alone."""
    elided = _ELIDED.match(word)
    if elided:
        yield from ((language, 1.6) for language, prefixes in _ELISIONS if elided.group(1).casefold() in prefixes)


def _european(plain: str, *, english: bool) -> Iterator[tuple[str, float]]:
    """What a word's ending, its umlauts and its being a small word say for the other languages of Europe."""
    if _UMLAUT.search(plain):
        yield "de", 1.5
    if _GRAVE.search(plain):
        yield from (("fr", 1.0), ("it", 1.0 if plain[-1:] in "àèìòù" else 0.2))
    if len(plain) > 5 and not english:
        yield from ((language, 1.2) for language, endings in _ENDINGS if plain.endswith(endings))
    yield from ((language, 2.4) for language, small in _function_words().items() if plain in small)


@lru_cache(maxsize=16384)
def tell(text: str) -> str:
    """The BCP 47 tag of a string, ``und`` when nothing in it says.

    ``zh-Latn-pinyin``, ``zh-Latn-wadegile``, ``ja-Latn``, ``en``, ``de``, ``fr``, ``it``, ``es``, ``pt``, ``nl``,
    ``zh-Hans``, ``zh-Hant``, ``ja``, ``ko``, ``ru``. Acronyms, initials and digits do not vote.
    """
    by_script = script(text)
    if by_script:
        return by_script
    totals = votes(text)
    if not totals:
        return "en" if re.search(r"[A-Za-z]", text) else "und"
    return max(totals, key=lambda language: (totals[language], language == "en"))


def votes(text: str) -> dict[str, float]:
    """What the words of a string in Latin letters say for each language, summed up; empty where none votes."""
    totals: dict[str, float] = {}
    for printed in _WORD.findall(text):
        if printed.isupper():
            continue
        elided = _ELIDED.match(printed)
        word = printed[elided.end() :] if elided else printed
        for language, vote in (*_elision(printed), *_votes(word.lstrip("0123456789") or word).items()):
            totals[language] = totals.get(language, 0.0) + vote
    return totals


def is_chinese(tag: str) -> bool:
    """Whether a tag is for romanised or written Chinese."""
    return tag.startswith("zh")


def is_romanised(tag: str) -> bool:
    """Whether a tag is for a romanisation (``zh-Latn-pinyin``, ``ja-Latn``)."""
    return "-Latn" in tag
