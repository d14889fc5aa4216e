"""A title evened out for comparison: tags and remarks in brackets off, folded, cut into words, its notices told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from html import unescape

from citekit.data import lines, rows
from citekit.dedupe.record import Wording
from citekit.language.agree import bare
from citekit.language.cyrillic import latin
from citekit.language.pinyin import is_pinyin

_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,40}>|[{}$]|\\[a-zA-Z]+\s*")
_REMARKS = re.compile(
    r"\s*\[[^\[\]]*\]"
    r"|\s*\((?:(?:provisional |structured |extended |preliminary )?abstract(?: only)?|in [a-z]+|author'?s transl"
    r"|see comments?|review|preliminary (?:version|report)|short paper|demo(?:nstration)?|poster|invited (?:paper|talk)"
    r"|tutorial|panel|reprint(?:ed)?)\)"
    r"|[:.]\s*(?:original article|a review|review article|(?:an )?extended abstract)\W*$"
    r"|^\W*(?:[^\W\d]+\s+)?[(\[]\d{4}[a-z]?[)\]]\W*",
    re.IGNORECASE,
)
_EVEN = bytes(code + 32 if 65 <= code <= 90 else code if chr(code).isalnum() else 32 for code in range(128)).ljust(256)
"""What folding leaves of each letter of a text without accents, in a tenth of the time: ``a``-``z``, digits, blanks."""
_GAPS = re.compile(r"[\s_-]+")
_HEAD = re.compile(r"\s*[:：]\s*|\s+[–—-]{1,2}\s+|[.;?!]\s+")
_NUMBERS = re.compile(r"\d+")
_ENDING = re.compile(r"(?:\s[-–—]+|[:(])\s*(\w[\w\s]{3,20})\)?\W*$")
_COLUMN = 9  # words that the name of a column has at most
_FIRST = 6  # words of a title that tell what it is in
_LETTERS = 7  # of pinyin that are no accident: ``can he`` is


def plain(title: str) -> str:
    """A title without tags and without remarks in square brackets; one that is a bracket whole loses the bracket."""
    text = unescape(title) if "&" in title else title
    if "<" in text or "{" in text or "}" in text or "$" in text or "\\" in text:
        text = _TAGS.sub("", text)
    if "[" not in text and "(" not in text and ":" not in text and "." not in text:
        return text
    short = _REMARKS.sub("", text)
    return short if 2 * len(short) > len(text.strip()) or len(short) > 20 else text.replace("[", "").replace("]", "")


def wording(title: str) -> Wording:
    """The words of a title and their letters: ``Long-term use [Review]`` is ``long term use``."""
    text = plain(title)
    words = tuple(even_words(text) if text.isascii() else filter(None, _GAPS.split(bare(latin(text)))))
    return Wording(words, "".join(words))


def even_words(text: str) -> list[str]:
    """The words of a text in ASCII, in small letters, without marks."""
    return text.encode().translate(_EVEN).decode().split()


def head(title: str) -> str:
    """The letters of a title before its subtitle, empty where there is no subtitle."""
    parts = _HEAD.split(plain(title), maxsplit=1)
    return wording(parts[0]).letters if len(parts) > 1 and parts[1] else ""


@cache
def _recurring() -> frozenset[str]:
    return frozenset(wording(line).letters for line in lines("recurring-titles.txt"))


def is_recurring(title: Wording) -> bool:
    """Whether a title stands over many works: ``Editorial``, ``Book Reviews (2)``, ``编者按``."""
    if title.letters.isalpha():
        return title.letters in _recurring() or _is_column(title.words)
    plain_letters = _NUMBERS.sub("", title.letters)
    return not plain_letters or plain_letters in _recurring() or _is_column(title.words)


@cache
def _column_words() -> dict[str, str]:
    return {word: kind for kind, words in rows("column-words.tsv") for word in words.split()}


def _is_column(words: Sequence[str]) -> bool:
    """Whether a title says no more than what it is and whose: ``Letter from the Guest Editors``."""
    known = _column_words()
    if len(words) > _COLUMN or words[-1] not in known:
        return False
    kinds = {known.get(word) for word in words}
    return None not in kinds and {"form", "office"} <= kinds


@cache
def _markers() -> tuple[dict[tuple[str, ...], str], int]:
    found = {wording(row[0]).words: row[1] for row in rows("title-markers.tsv")}
    return found, max(map(len, found))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in _markers()[0])


def marker(title: str, words: tuple[str, ...]) -> str:
    """What a title says its work is of another one: ``erratum``, ``answer``, ``review``, or nothing.

    The marker stands before a colon or quote (``Erratum: …``, ``Reply to “…”``), at the beginning where it takes an
    object (``Comment on …``), behind a dash at the end (``… - Reply``), or alone.
    """
    known, longest = _markers()
    if words and words[-1] in _alone() and (ending := _ENDING.search(title)):
        end = known.get(wording(ending[1]).words, "")
        return "" if end == "review" else end
    if not words or words[0] not in _first_words():
        return ""
    for length in range(min(longest, len(words)), 0, -1):
        what = known.get(words[:length])
        if what and (length == len(words) or _takes_object(title, words[:length])):
            return what
    return ""


@cache
def _alone() -> frozenset[str]:
    return frozenset(words[0] for words in _markers()[0] if len(words) == 1 and len(words[0]) > 3)


_OBJECT = frozenset({"to", "on", "of", "zu", "de"})


def _takes_object(title: str, words: tuple[str, ...]) -> bool:
    if words[-1] in _OBJECT:
        return True
    start = re.match(r"\W*" + r"\W+".join(map(re.escape, words)) + r"\s*(?=[:：“\"‘«(\[])", bare_marks(title))
    return bool(start)


def bare_marks(title: str) -> str:
    """A title in small letters with its marks."""
    return plain(title).casefold().replace("’", "'")


def is_romanised(words: Sequence[str]) -> bool:
    """Whether a title looks like pinyin: two of three of its first words are, and some letters long."""
    read = other = letters = 0
    for word in words:
        if not word.isalpha():
            continue
        if is_pinyin(word):
            read, letters = read + 1, letters + len(word)
        else:
            other += 1
            if other > _FIRST // 3:
                return False
        if read + other == _FIRST:
            break
    return read > 1 and read >= 2 * other and letters > _LETTERS
