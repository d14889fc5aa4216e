"""Types and fields that classic BibTeX does not know, in a library that is meant for it (``dialect = "bibtex"``)."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_TYPES = frozenset(
    "article book booklet conference inbook incollection inproceedings manual mastersthesis misc phdthesis "
    "proceedings techreport unpublished".split()
)
_INSTEAD = {
    "date": "year and month",
    "eprinttype": "archiveprefix",
    "eprintclass": "primaryclass",
    "subtitle": "title",
    "titleaddon": "title",
    "maintitle": "booktitle",
    "eventdate": "note",
    "eventtitle": "booktitle",
    "origdate": "note",
    "translator": "note",
    "langid": "language",
}


def _check(entry: Entry, setting: Setting) -> Iterator[Fault]:
    if setting.dialect != "bibtex":
        return
    if entry.given not in _TYPES:
        yield Fault(f"Classic BibTeX has no type {entry.given}.", help="Use misc, or another of its fourteen types.")
    for name in entry.fields.keys() & _INSTEAD.keys():
        if name != "date" or "year" not in entry.fields:
            yield Fault(f"Classic BibTeX has no field {name}.", name, help=f"Put it into {_INSTEAD[name]}.")


RULE = Rule("CK013", "warning", entry=_check, latex=True)
