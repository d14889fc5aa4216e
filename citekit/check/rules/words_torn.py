"""A word torn at the end of a line, with its hyphen and a blank left in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import TITLES, Fault, Rule, Setting
from citekit.check.values import is_prose
from citekit.data import words
from citekit.language import is_english_word

_TORN = re.compile(r"\b([^\W\d_]{2,})-\s+([a-zäöüßéèàç]{2,})\b")
_SMALL = frozenset("and or to und oder bzw et ou y o i e as vs versus through en of".split())
"""Words that follow the hyphen of a half word: ``pre- and post-war``."""

_PREFIXES = frozenset("non pre post anti self multi semi ex half pro co sub ultra pseudo well all".split())
"""Half words that are joined with a hyphen, if at all."""


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for found in _TORN.finditer(value):
        if found[2] not in _SMALL and _is_torn(found[1], found[2]):
            message = f"“{found[0]}” looks like one word torn at the end of a line."
            yield Fault(message, name, found.span(), found[1] + found[2], f"Is it {found[1]}{found[2]}?")


def _is_torn(first: str, rest: str) -> bool:
    """Whether halves make a word that is listed, or are not both words by themselves."""
    if (first + rest).casefold() in words("english-words.txt"):
        return True
    both = is_prose(first + rest) and is_english_word(first) and is_english_word(rest)
    return not both and first.casefold() not in _PREFIXES


RULE = Rule("CK115", "warning", on=TITLES, value=_check, sign=r"-\s", fix="offered")
