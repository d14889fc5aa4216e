"""What a library remembers of an entry that has been looked at, for the rules about several of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.check.entry import Entry
from citekit.check.numbers import isbns
from citekit.check.values import doi_of, split_list
from citekit.fields import LINKS
from citekit.model import Span

_LEAST = 13  # letters of a title that names one work
_RECURRING = frozenset(
    "acknowledgments acknowledgements editorsnote editorialnote bookreviews concludingremarks".split()
)
_SIGNS = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"\d+")
_APART = ("subtitle", "volume", "number", "edition", "entrysubtype", "eprint")
"""Fields that tell works of one title apart."""


class Trace(NamedTuple):
    """An entry in short: where it stands, its key and other names, what it refers to, and what tells it from others.

    ``file`` and ``place`` are the numbers of its file and of the entry in it. ``twin`` is a number that entries of one
    work share, 0 where the entry tells too little.
    """

    file: int
    place: int
    span: Span
    kind: str
    key: str
    ids: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    doi: str
    isbns: tuple[str, ...]
    twin: int
    journal: str
    note: str | None


def trace_of(entry: Entry, file: int, place: int) -> Trace:
    """The trace of an entry, the ``place``-th of its file."""
    fields = entry.fields
    links = tuple((name, key) for name in LINKS if name in fields for key in split_list(fields[name]))
    ids = tuple(split_list(fields["ids"])) if "ids" in fields else ()
    doi = doi_of(fields["doi"]).casefold() if "doi" in fields else ""
    journal = entry.text("journaltitle") if "journaltitle" in fields else ""
    numbers = tuple(number for _, number in isbns(fields["isbn"])) if "isbn" in fields else ()
    twin = _twin(entry)
    return Trace(file, place, entry.span, entry.kind, entry.key, ids, links, doi, numbers, twin, journal, entry.note)


def _twin(entry: Entry) -> int:
    """What two entries of one work share: title, first name, year, and the numbers that tell parts and days apart."""
    title = entry.whole.get("title", "")
    title = _SIGNS.sub("", entry.text("title") if "\\" in title else title).casefold()
    people = entry.people("author") or entry.people("editor")
    if len(title) < _LEAST or title in _RECURRING or not people:
        return 0
    whole = entry.whole
    told = [whole[name].strip().casefold() for name in _APART if name in whole]
    pages = _NUMBER.search(whole.get("pages", ""))
    date = whole.get("date", "") or whole.get("year", "")
    return hash((title, people[0].family.casefold(), date[:4], entry.kind, *told, pages and pages[0]))
