"""A DOI whose suffix names a journal (``10.1371/journal.pone``) other than the one of the entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.check.values import doi_of
from citekit.data import rows
from citekit.language import fold

_SMALL = re.compile(r"\b(?:the|of|and|for|in|on)\b|[^a-z]")


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    if "journaltitle" not in entry.whole:
        return
    doi = doi_of(value).casefold()
    journal = entry.text("journaltitle")
    for prefix, names in rows("doi-journals.tsv"):
        if doi.startswith(prefix) and not any(_is_one(journal, other) for other in names.split("; ")):
            message = f"The DOI is of {names.partition(';')[0]}, the entry of {journal}."
            yield Fault(message, name, help="See which of the two belongs to another work.")


def _is_one(printed: str, full: str) -> bool:
    """Whether a name is the full one or an abbreviation of it: each of its words begins one there, in order."""
    words, waiting = fold(full).split(), fold(printed).split()
    if _SMALL.sub("", fold(printed)) == _SMALL.sub("", fold(full)) or printed.strip(" .{}").upper() == _initials(full):
        return True
    at = iter(words)
    return bool(waiting) and all(any(_begins(part, word) for word in at) for part in waiting)


def _begins(part: str, word: str) -> bool:
    """Whether a part abbreviates a word: the first letter, and others of it in order (``natl`` for national)."""
    letters = iter(word)
    return part[0] == word[0] and all(letter in letters for letter in part)


def _initials(full: str) -> str:
    return "".join(word[0] for word in full.split() if word[0].isupper())


RULE = Rule("CK020", "warning", on=("doi",), value=_check)
