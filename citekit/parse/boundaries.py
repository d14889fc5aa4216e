"""Where one statement of a note may end and the next begin: semicolons and full stops outside quotes and brackets."""

from __future__ import annotations

import re

from citekit.data import words
from citekit.parse.structure import Enclosure, Structure

_STOP = re.compile(
    r"[.?!](?P<quote>[”’\"»)\]]*)\s+(?=[^\W\d_a-zß-öø-ÿ]|[“‘\"«„(\[]|\d|www\.|https?:|ibid)|[。；]|;(?=\s)"
)
_BEFORE_NUMBERS = frozenset(
    ["res", "add", "corr", "supp", "no", "nos", "art", "arts", "par", "mar", "sec", "sect", "law", "set", "out"]
)
_NUMBERED = re.compile(
    r"(?:Aufl|Auflage|Kap|Bd|Band|Jg|Jahrgang|Abs|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|"
    r"Dezember|Jh|Jahrhundert)\b"
)
_LOWER = re.compile(r"(?<![\w’'-])[a-zà-ÿ]{2,}(?![\w’'])")
_OF_NAMES = frozenset(
    "and und et ed eds trans by in of the von van de der den del della di da du la le al bin ibn also see cf vgl for "
    "on she dui yu".split()
)
_WORD_BEFORE = re.compile(r"([\w.’'-]+)$")


def boundaries(structure: Structure, start: int, end: int) -> list[int]:
    """The offsets at which a statement of the stretch begins, its start first.

    A semicolon or full stop counts only outside quotes and brackets; a full stop not after an abbreviation or an
    initial. A quoted sentence that no comma leads into ends a statement with its own full stop (… “at each level.”).
    """
    starts = [start]
    for match in _STOP.finditer(structure.text, start, end):
        if match.end() < end and _ends(structure, match, starts[-1]):
            starts.append(match.end())
    return starts


def _ends(structure: Structure, match: re.Match[str], since: int) -> bool:
    text, mark = structure.text, structure.text[match.start()]
    if mark in ";；。":
        return structure.at_top(match.start())
    if structure.at_top(match.start()):
        return not (mark == "." and _abbreviated(text, match.start(), since)) and not _year_follows(text, match)
    quote = next((e for e in structure.enclosures if e.start < match.start() < e.end), None)
    if quote is None or match.end() < quote.end or not match.group("quote"):
        return False
    return quote.kind == "bracket" or is_quoted_sentence(structure, quote, since)


def is_quoted_sentence(structure: Structure, quote: Enclosure, since: int) -> bool:
    """Whether a quotation is a sentence woven into prose, no title: no comma, stop or signal leads into it."""
    before = structure.text[since : quote.start].rstrip()
    inner = structure.text[slice(*quote.inner)].strip()
    if not before:
        return False
    if inner[:1].islower() and (before[-1] not in ",.;:" or _worded(before)):
        return True
    if before.endswith(":") and inner[-1:] in ".?!" and _worded(before):
        return True
    return bool(
        re.search(r"(?:[a-z]{3,}(?:ed|es|s|ing)|that|said|wrote|as|is|was|was|are|of|to|the|and|by)$", before)
    ) and (inner[-1:] in ".?!" or inner[:1].islower())


def _worded(before: str) -> bool:
    """Whether what stands before a quotation holds words that no list of names and no editor's mark holds."""
    words = [word for word in _LOWER.findall(before) if word not in _OF_NAMES]
    return bool(words) and not before.rstrip(" ,").endswith(tuple("0123456789"))


def _abbreviated(text: str, stop: int, since: int) -> bool:
    """Whether the word before a full stop is an abbreviation, an initial or a number that goes on."""
    match = _WORD_BEFORE.search(text, max(since, stop - 24), stop)
    if not match:
        return False
    word = match.group(1)
    after = text[stop + 1 : stop + 16].lstrip()
    if after[:1].isdigit() and word.casefold() in _BEFORE_NUMBERS:
        return True
    if re.fullmatch(r"\d{1,2}", word) and _NUMBERED.match(after):
        return True
    if len(word) == 1 and word.isalpha() and word.isupper():
        return True
    if re.fullmatch(r"(?:[^\W\d_]\.-?)+[^\W\d_]", word) or (re.fullmatch(r"[^\W\d_](?:-[^\W\d_])", word)):
        return True
    return word.casefold().rstrip(".") in words("abbreviations.txt")


def _year_follows(text: str, match: re.Match[str]) -> bool:
    """A question mark before a bracketed year ends a title and no statement: "… Universities? (1883)"."""
    return text[match.start()] in "?!" and bool(re.match(r"\((?:1[5-9]|20)\d\d", text[match.end() : match.end() + 6]))
