"""Which language, script and romanisation a string is in, told for the string as a whole.

What :func:`citekit.language.tell` answers, and beside it Wade–Giles, postal names, Jyutping, romanised Korean and
pinyin with tones, which the reader of notes has no need to tell.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from citekit.data import rows
from citekit.language import is_english_word, script, tell
from citekit.language.japanese import is_romaji
from citekit.language.tell import votes
from citekit.language.wade_giles import is_foreign_to_pinyin, readings
from citekit.romanise.authority import shipped
from citekit.romanise.korean import korean_vote
from citekit.romanise.read import read_word
from citekit.romanise.text import words

PINYIN, WADE_GILES, CHINESE, JYUTPING = "zh-Latn-pinyin", "zh-Latn-wadegile", "zh-Latn", "yue-Latn-jyutping"
JAPANESE, KOREAN = "ja-Latn", "ko-Latn"

_ASPIRATED = re.compile(r"(?:^|-)(?:ch|ts|tz|[ktp])['’‘ʼ`]", re.IGNORECASE)
_CANTONESE = re.compile(
    r"(?:(?:[bpmfdtnlgkhwzcsj]|ng|gw|kw)?(?:[aeo]{1,2}|[iu]|oe|eo|yu)[aeiou]?(?:ng|[mnptk])?[1-6])+"
)
_CODA = re.compile(r"[mptk][1-6]|[zcj]yu|[1-6].*6|^jy|aa|eo|oe|[gk]w")
_SHOWN = re.compile(r"zh|^x|[ghkx]uo|q[ai]|xi|iao|[iu]ang")
_SYLLABLES = re.compile(r"(?:(?:zh|ch|sh|[b-df-hj-np-tw-z])?[aeiouü]{1,3}(?:ng?)?)+")
_MARKED = re.compile(r"[áéíóúǎěǐǒǔàèìòùǖǘǚǜ0-9]")


@lru_cache(maxsize=16384)
def language_of(text: str) -> str:
    """The BCP 47 tag of a string, ``und`` when nothing in it says.

    ``zh-Latn-pinyin``, ``zh-Latn-wadegile``, ``zh-Latn`` (postal names), ``yue-Latn-jyutping``, ``ja-Latn``,
    ``ko-Latn``, ``zh-Hans``, ``zh-Hant``, ``ja``, ``ko``, ``ru``, ``en`` and other languages of Europe.
    """
    by_script = script(text)
    if by_script:
        return by_script
    if text.isupper() and len(words(text)) > 1:
        return language_of(text.casefold())  # a title in capitals: nothing in it can be told from an abbreviation
    tokens = [text[start:end] for start, end in words(text) if not text[start:end].isupper()]
    if not tokens:
        return tell(text)
    totals = votes(text)
    totals[KOREAN] = sum(korean_vote(word) for word in tokens)
    totals[WADE_GILES] = _wade_giles(tokens)
    totals[CHINESE] = sum(3.0 for word in tokens if word.casefold() in _postal())
    totals[JYUTPING] = _jyutping(tokens)
    totals[PINYIN] = totals.get(PINYIN, 0.0) + sum(_toned(word) + _misspelt(word) for word in tokens)
    if totals.get(JAPANESE) and not totals[WADE_GILES] and _is_japanese(text, tokens):
        return JAPANESE
    ranked = sorted(totals, key=lambda tag: (totals[tag], tag == "en", tag == PINYIN), reverse=True)
    return next((tag for tag in ranked if _carries(tag, tokens)), "und")


def _is_japanese(text: str, tokens: list[str]) -> bool:
    """Whether all words are romaji and something says that they are no pinyin beside, as most could be.

    That is a word of some letters that is none (Kaigai Jijo, Hikaru Yamashita), or the list of authorities (Sekai).
    """
    if not all(map(is_romaji, tokens)) or any(is_english_word(word) for word in tokens):
        return False
    if len(tokens) > 1 and any(len(word) >= _TELLING and not _is_pinyin(word) for word in tokens):
        return True
    found = {match.authority.language for match in shipped().exact(text)} if len(tokens) <= _NAME else set()
    return found == {"ja"}


def _carries(tag: str, tokens: list[str]) -> bool:
    """Whether a romanisation reads most letters of a string: ``la`` and ``de`` alone make no pinyin of French."""
    reads = _READS.get(tag)
    if reads is None:
        return True
    return sum(len(word) for word in tokens if reads(word)) >= _MOST * sum(map(len, tokens))


@cache
def _postal() -> frozenset[str]:
    return frozenset(word for tag, entry in rows("romanisation-words.tsv") if tag == CHINESE for word in entry.split())


def _wade_giles(tokens: list[str]) -> float:
    """Wade–Giles is believed where at least one word cannot be pinyin or shows a breathing."""
    sure = [word for word in tokens if _is_wade_giles(word) and _shows(word)]
    if not sure:
        return 0.0
    return sum(
        4.0 if word in sure else 2.4 if _is_wade_giles(word) and not is_english_word(word) else 0.0 for word in tokens
    )


def _is_wade_giles(word: str) -> bool:
    """Whether every syllable of a word, parted by hyphens, can be Wade–Giles: ``Tse-tung``, ``hsüan-chi``."""
    return all(readings(piece) or piece.casefold() == "tse" for piece in re.split("[-‐]", word) if piece)


def _shows(word: str) -> bool:
    """Whether a word says that it is no pinyin: ``Tse-tung`` and ``hsi``, ``Ch’ing``; English ``ten`` says nothing."""
    pieces = re.split("[-‐]", word.casefold())
    foreign = any(is_foreign_to_pinyin(piece) for piece in pieces)
    return bool(_ASPIRATED.search(word)) or (foreign and not is_english_word(word))


def _jyutping(tokens: list[str]) -> float:
    """Jyutping is believed where every word has tone digits and one of them has what pinyin has not."""
    plain = [word.casefold() for word in tokens]
    if all(_CANTONESE.fullmatch(word) for word in plain) and any(_CODA.search(word) for word in plain):
        return 4.0 * len(plain)
    return 0.0


def _toned(word: str) -> float:
    """How much a word speaks for pinyin with tones, where no long vowel of Japanese explains it: ``wàijiāo`` 3.

    A word of one syllable says less, for it may be French or Italian: ``là``; and so does one with a bare syllable.
    """
    parts = read_word(word).parts
    bare = sum(part.kind == "loan" or (part.kind == "syllable" and not part.tone) for part in parts)
    toned = sum(part.tone is not None for part in parts)
    composed = unicodedata.normalize("NFC", word.casefold())
    if not toned or not (_MARKED.search(composed) or not is_romaji(composed)):
        return 0.0
    return 3.0 if toned > 1 and bare < toned else 1.0 if not bare else 0.0


def _misspelt(word: str) -> float:
    """How much a word speaks for pinyin that is none, by what few other languages have: ``Zhonguo``, ``hexuo`` 1."""
    plain = word.casefold()
    shows = _SHOWN.search(plain) and _SYLLABLES.fullmatch(plain) and not is_english_word(word)
    return 1.0 if shows and not read_word(word).is_pinyin else 0.0


def _is_pinyin(word: str) -> bool:
    read = read_word(word)
    return read.is_pinyin or bool(read.candidates) or bool(_misspelt(word))


_MOST = 0.5
_TELLING = 4  # letters of a word that is not pinyin by chance
_NAME = 4  # words of the names of most periodicals
_READS: dict[str, Callable[[str], bool]] = {PINYIN: _is_pinyin, WADE_GILES: _is_wade_giles, JAPANESE: is_romaji}
