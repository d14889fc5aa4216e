"""A field that the type must have (the data model of BibLaTeX); what ``crossref`` and ``xdata`` give counts."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.model import needs
from citekit.check.rule import Fault, Rule, Setting

_TYPED = frozenset({"phdthesis", "mastersthesis", "techreport"})
_UNSIGNED = frozenset({"newspaper", "magazine", "newswire", "journal"})
"""Kinds of articles that are often unsigned, by ``entrysubtype``; a journal's are by the title of the issue."""


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    missing = [need for need in needs(entry.kind) if not _has(entry, need)]
    if missing and entry.form != "paper":
        named = ", ".join(need.replace("|pubstate", "").replace("|", " or ") for need in missing)
        yield Fault(f"The {entry.given} lacks {named}.", help="Fill in what is missing.")


def _has(entry: Entry, need: str) -> bool:
    whole = entry.whole
    if need in whole or ("|" in need and any(name in whole for name in need.split("|"))):
        return True
    if need == "type":
        return entry.given in _TYPED or not entry.is_latex
    if need == "author":
        return whole.get("entrysubtype", "") in _UNSIGNED or "key" in whole or _signed(entry)
    return need == "institution" and ("publisher" in whole or "organization" in whole)


def _signed(entry: Entry) -> bool:
    """Whether somebody else stands for the author, or nobody does as in many records of other formats."""
    return "editor" in entry.whole or "translator" in entry.whole or not entry.is_latex


RULE = Rule("CK011", "warning", entry=_check)
