"""A translation that says the title again, or that is in the language of the title."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.language import fold, tell

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
    languages = tell(title), tell(said)
    if languages[0] == languages[1] != "en" and len(said.split()) >= _LEAST:
        return "The translation is in the language of the title."
    return ""


RULE = Rule("CK114", "warning", entry=_check)
