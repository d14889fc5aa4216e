"""Pages that say in words that there is nothing, and in their status that all is well.

Words alone misfire: a work may be called "Article 404", and the word list finds "lost" in many a title. They only make
a page suspect; then an address beside it is asked that cannot exist. A server that answers 404 to that tells the truth,
and the page is what it says. One that answers it with the like of the page tells no truth, and the page is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from typing import Literal, TypeAlias
from urllib.parse import unquote

from rapidfuzz import fuzz

from citekit.data import lines
from citekit.online.address import Address
from citekit.online.links.page import WebPage

Suspicion: TypeAlias = Literal["", "words", "whole", "home", "error-path"]
"""Why a page is suspect: words in it, a title that is nothing else, where its redirect ended; empty where it is not."""

_PARTS = re.compile(r"\s+[|–—·•»«-]\s+|\s*[|»«]\s*")
_NO_WORD = re.compile(r"[^\w]+")
_ERROR_PATH = re.compile(
    r"(?:^|[/_.-])(?:404|410|not[-_]?found|page[-_]?not[-_]?found|error[-_]?(?:404|page)?|missing|nicht[-_]gefunden|"
    r"introuvable|oops|notfound)(?:$|[/_.?=-])",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"/(?:(?:index|default|home|start|main)(?:\.\w{2,5})?/?|"
    r"(?:ar|cn|cs|da|de|el|en|es|fi|fr|he|hu|it|ja|ko|nl|no|pl|pt|ru|sv|tr|uk|zh)(?:[-_][a-z]{2})?/?)?",
    re.IGNORECASE,
)
_TOP, _SHORT = 1200, 800
_ALIKE = 92
"""Likeness of two texts (0–100) from which on they are one page to a reader; its own address may stand in it."""


def suspicion(page: WebPage, asked: Address, end: Address) -> Suspicion:
    """Why a page that answered well may be none; ``end`` is the address that answered."""
    if end is not asked and _ERROR_PATH.search(end.target) and not _ERROR_PATH.search(asked.target):
        return "error-path"
    heads = (page.title, *page.headings)
    if any(_is_whole(part) for head in heads for part in (head, *_PARTS.split(head))):
        return "whole"
    if is_home(end) and not is_home(asked):
        return "home"
    return "words" if _has_words(" / ".join((*heads, page.text[:_TOP]))) else ""


def is_home(address: Address) -> bool:
    """Whether an address is that of a home page."""
    return bool(_HOME.fullmatch(address.path)) and "?" not in address.target


def sibling(address: Address) -> str:
    """An address beside this one that cannot exist; always the same, so that hosts see no more of us than need be."""
    word = "citekit-" + blake2b(address.url.encode(), digest_size=6).hexdigest()
    if "?" in address.target:
        query = re.sub(r"=[^&]*", f"={word}", address.target.partition("?")[2])
        if "=" in query:
            return f"{address.site}{address.path}?{query}"
    folder, _, last = address.path.rstrip("/").rpartition("/")
    suffix = re.search(r"\.\w{2,5}$", last)
    slash = "/" if address.path.endswith("/") and last else ""
    return f"{address.site}{folder}/{word}{suffix[0] if suffix else slash}"


def are_alike(left: WebPage, asked: Address, right: WebPage, probed: Address) -> bool:
    """Whether two pages are one to a reader, when each may name the address that it was asked at.

    Pages whose titles and headings are the same and say that there is nothing are one, whatever else they show: some
    show what is new on the site.
    """
    if _without(left.title, asked) != _without(right.title, probed):
        return False
    heads = [_without(" / ".join(page.headings), at) for page, at in ((left, asked), (right, probed))]
    said = (left.title, *left.headings)
    if heads[0] == heads[1] and any(_is_whole(head) or _has_words(head) for head in said):
        return True
    texts = (_without(left.text[:4000], asked), _without(right.text[:4000], probed))
    return fuzz.ratio(*texts) >= _ALIKE


def say_alike(left: WebPage, right: WebPage) -> bool:
    """Whether two pages of one title say in the same words that there is nothing, and differ in the rest."""
    said = _saying(left.text)
    return bool(said) and left.title == right.title and said == _saying(right.text)


def _saying(text: str) -> str:
    """The words round the first phrase of a text that makes it suspect."""
    plain = _plain(text[:_TOP])
    places = [plain.find(phrase) for phrase in _found(plain)]
    return plain[max(0, min(places) - 30) : min(places) + 60] if places else ""


def is_short(page: WebPage) -> bool:
    """Whether a page says too little to be anything but a message."""
    return len(page.text) < _SHORT


def _without(text: str, address: Address) -> str:
    """The text in small letters without numbers and without what its address has in it."""
    own = {word for word in re.split(r"[/?&=._+\s-]+", unquote(address.target).casefold()) if len(word) > 3}
    words = re.findall(r"[^\W\d]+", re.sub(r"citekit-\w+", "", text.casefold()))
    return " ".join(word for word in words if word not in own)


def _plain(text: str) -> str:
    return " ".join(_NO_WORD.sub(" ", text.casefold()).split())


def _is_whole(part: str) -> bool:
    return _plain(part) in _phrases()[0]


def _has_words(text: str) -> bool:
    return next(_found(_plain(text)), None) is not None


def _found(plain: str) -> Iterator[str]:
    """The phrases that stand in a text as words; in Chinese and Japanese, where words are not parted, as they are."""
    _, by_word, wide = _phrases()
    spaced = f" {plain} "
    for word in by_word.keys() & set(plain.split()):
        yield from (phrase for phrase in by_word[word] if f" {phrase} " in spaced)
    if not plain.isascii():
        yield from (phrase for phrase in wide if phrase in plain)


@cache
def _phrases() -> tuple[frozenset[str], dict[str, tuple[str, ...]], tuple[str, ...]]:
    """The phrases that mean it as a whole title; those that make a page suspect anywhere, by their longest word."""
    every = lines("not-found-words.txt")
    wholes = frozenset(_plain(line) for line in every if line[0] in "=+")
    anywhere = dict.fromkeys(_plain(line) for line in every if not line.startswith("="))
    by_word: dict[str, tuple[str, ...]] = {}
    for phrase in anywhere:
        word = max(phrase.split(), key=len)
        by_word[word] = (*by_word.get(word, ()), phrase)
    return wholes, by_word, tuple(phrase for phrase in anywhere if phrase >= "\u2e80")
