"""A translation that says the title again, or that is in the language of the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.check.values import is_prose
from citekit.language import fold, is_english_word, tell

_LEAST = 4  # words by which a language is told


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    title = entry.text("title")
    for name in ("usere", "titleaddon"):
        said = entry.text(name)
        inner = said[1:-1] if name == "titleaddon" and said[:1] + said[-1:] == "[]" else said if name == "usere" else ""
        if not inner or not title:
            continue
        fault = _fault(title, inner)
        if fault:
            yield Fault(fault, name, help="See whether the title or the translation is missing.")
        return


def _fault(title: str, said: str) -> str:
    if fold(title) == fold(said):
        return "The translation says the title again."
    if not is_prose(title) or not is_prose(said):
        return ""
    languages = tell(title), tell(said)
    english = languages == ("en", "en") and _is_english(title) and _is_english(said)
    if len(said.split()) >= _LEAST and (languages[0] == languages[1] != "en" or english):
        return "The translation is in the language of the title."
    return ""


def _is_english(text: str) -> bool:
    """Whether nearly all words of a text are English: what no language claims is taken for English otherwise."""
    found = re.findall(r"[^\W\d_]+", text)
    return len(found) >= _LEAST and sum(map(is_english_word, found)) >= len(found) - 1


RULE = Rule("CK114", "warning", on=("usere", "titleaddon"), entry=_check)
