"""Which capitals of a title a style must not touch: they are put in braces.

In English titles: acronyms, words with a capital inside, single capitals, names of persons, the proper names of
``data/proper-nouns-en.txt``, and, where the title is in sentence case, every capital that no sentence begins with, for
there a capital is meant. In any other language, romanisations included: every capital. Where no language is given the
words tell it. The capital that opens a title is kept by the styles themselves.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from citekit.data import lines, words
from citekit.language import is_english_word, is_pinyin, tell
from citekit.model import Span
from citekit.write.latex import encode, even

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.&/][^\W_]+)*")
_LETTERS = re.compile(r"\w+")
_GAP = re.compile(r"[\W_]*")
_OPENING = re.compile(r"(?:^|[:.?!–—]\s*)[\W_]*$")


def title_value(text: str, language: str, *, latex: bool = False) -> str:
    """The value of a title field: escaped, its capitals in braces where they must be."""
    plain = even(text)
    parts: list[str] = []
    done = 0
    for start, end in spans(plain, language):
        before, inside = encode_part(plain[done:start], latex=latex), encode_part(plain[start:end], latex=latex)
        parts.append(f"{before}{{{inside}}}")
        done = end
    parts.append(encode_part(plain[done:], latex=latex))
    return "".join(parts)


def encode_part(text: str, *, latex: bool) -> str:
    """Escape a piece of an evened text, its blanks at the ends included."""
    inner = text.strip(" ")
    if not inner:
        return text
    start = text.index(inner)
    return text[:start] + encode(inner, latex=latex) + text[start + len(inner) :]


def spans(text: str, language: str) -> list[Span]:
    """The stretches of a title whose capitals are meant: ``UN`` and ``China`` in ``Why the UN needs China’s help``."""
    tag = language or tell(text)
    found = _english(text) if tag.split("-", maxsplit=1)[0] == "en" else _capitals(text)
    return _merged(text, [span for span in found if not _opens(text, span)])


def _english(text: str) -> list[Span]:
    found = [match.span() for match in _WORD.finditer(text)]
    meant = [span for span in found if _inner_capital(text[slice(*span)])]
    meant += [span for span in found if _is_chinese_name(text[slice(*span)])]
    meant += [(first[0], second[1]) for first, second in pairwise(found) if _is_person(text[first[0] : second[1]])]
    meant += _proper_nouns(text)
    if _in_sentence_case(text, found):
        meant += [span for span in found if text[span[0]].isupper() and not _begins_sentence(text, span)]
    return meant


def _capitals(text: str) -> list[Span]:
    found = [match.span() for match in _WORD.finditer(text)]
    return [span for span in found if any(char.isupper() for char in text[slice(*span)])]


def _inner_capital(word: str) -> bool:
    """Acronyms and mixed case: ``UN``, ``McDonald``, ``G20``, ``I``; not ``A``, the article."""
    if word.isupper() and word != "A":
        return True
    return any(char.isupper() for char in word[1:])


def _is_chinese_name(word: str) -> bool:
    """A word with a capital that is pinyin and no English word: ``Jingmin``."""
    return word[0].isupper() and is_pinyin(word) and not is_english_word(word)


def _is_person(text: str) -> bool:
    """Two words, a known given name and another with a capital: ``David Miliband``."""
    given, blank, family = text.partition(" ")
    known = given.casefold() in words("given-western.txt") and not is_english_word(given)
    return bool(blank) and known and given[0].isupper() and family[0].isupper()


def _in_sentence_case(text: str, found: list[Span]) -> bool:
    """Whether most of the longer words after the first are in lower case; short ones are small in title case too."""
    longer = [text[start] for start, end in found[1:] if end - start > 4 and text[start].isalpha()]
    return bool(longer) and sum(char.islower() for char in longer) * 2 > len(longer)


def _begins_sentence(text: str, span: Span) -> bool:
    return bool(_OPENING.search(text[: span[0]]))


def _opens(text: str, span: Span) -> bool:
    """Whether the stretch is the first word of the title and has no capital but its first letter."""
    word = text[slice(*span)]
    return span[0] == 0 and " " not in word and not any(char.isupper() for char in word[1:])


def _merged(text: str, found: list[Span]) -> list[Span]:
    """Stretches that overlap, or have no letter between them, as one."""
    whole: list[Span] = []
    for start, end in sorted(found):
        if whole and (start <= whole[-1][1] or _GAP.fullmatch(text, whole[-1][1], start)):
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole


def _proper_nouns(text: str) -> list[Span]:
    found = []
    for match in _LETTERS.finditer(text):
        for name in _names().get(match[0], ()):
            end = match.start() + len(name)
            if text.startswith(name, match.start()) and not text[end : end + 1].isalnum():
                found.append((match.start(), end))
                break
    return found


@cache
def _names() -> dict[str, list[str]]:
    """The listed names by their first word, the longer first, so that a name is not cut short."""
    names: dict[str, list[str]] = {}
    for name in sorted((name for line in lines("proper-nouns-en.txt") for name in line.split("; ")), key=len):
        names.setdefault(_LETTERS.findall(name)[0], []).insert(0, name)
    return names
