"""Entry types: which fields each takes and which it must have, by the data model of BibLaTeX 3.17 (biber 2.18).

Only fields that citekit writes are listed; ``title``, ``note``, ``language``, ``url`` and the user fields go into any.
``address`` and ``journal`` are the names of classic BibTeX, which biber takes for ``location`` and ``journaltitle``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.model import Work
from citekit.write.bibtex_names import names_value
from citekit.write.latex import even
from citekit.write.types import kind


class Entry(NamedTuple):
    """An entry type: what it needs, its name fields, where container and publisher go, field → BibTeX field."""

    needs: tuple[str, ...]
    people: tuple[str, ...]
    container: str
    addon: str
    publisher: str
    fields: dict[str, str]


def _entry(needs: str, people: str, container: str, publisher: str, fields: str) -> Entry:
    addon = {"journal": "journaltitleaddon", "booktitle": "booktitleaddon"}.get(container, "")
    pairs = {field: bibtex or field for field, _, bibtex in (item.partition("=") for item in fields.split())}
    return Entry(tuple(needs.split()), tuple(people.split()), container, addon, publisher, pairs)


_BOOK = "edition series volume issue=number pages isbn place=address"

ENTRIES = {
    "article": _entry(
        "author container", "author editor translator", "journal", "", "volume issue=number pages series"
    ),
    "book": _entry("author", "author editor translator", "", "publisher", _BOOK),
    "collection": _entry("editor", "editor translator", "", "publisher", _BOOK),
    "inbook": _entry("author container", "author editor translator", "booktitle", "publisher", _BOOK),
    "incollection": _entry("author editor container", "author editor translator", "booktitle", "publisher", _BOOK),
    "inproceedings": _entry(
        "author container",
        "author editor",
        "booktitle",
        "publisher",
        "series volume issue=number pages isbn place=address event_date=eventdate event_place=venue",
    ),
    "manual": _entry(
        "", "author editor", "", "publisher", "edition series issue=number pages isbn place=address genre=type"
    ),
    "misc": _entry("", "author editor", "howpublished", "organization", "place=address genre=type"),
    "online": _entry("address", "author editor", "organization", "", ""),
    "techreport": _entry(
        "author institution", "author", "", "institution", "document_symbol=number pages place=address genre=type"
    ),
    "phdthesis": _entry("author institution", "author", "", "institution", "pages place=address genre=type"),
    "unpublished": _entry(
        "author", "author", "howpublished", "", "place=address genre=type event_date=eventdate event_place=venue"
    ),
}
"""Entry type → what it takes. ``needs`` are roles of a work, see :func:`choose`."""

READ_AS = {
    "booklet": "misc",
    "conference": "inproceedings",
    "electronic": "online",
    "mastersthesis": "phdthesis",
    "mvbook": "book",
    "mvcollection": "collection",
    "proceedings": "collection",
    "report": "techreport",
    "thesis": "phdthesis",
    "www": "online",
}
"""Entry types of other people's files → the one whose fields they share."""


_MASTER = re.compile(r"\b(?:master|M\.?\s?(?:A|Sc|Phil)\b)", re.IGNORECASE)
_EVENTS = {"interview", "speech", "treaty"}
_NO_ENTRIES = {"comment", "preamble", "string", "xdata", "set"}
_NAME = re.compile(r"[a-z]{2,}")


def fields_of(entry_type: str) -> str:
    """The entry type of the table whose fields an entry type shares."""
    return entry_type if entry_type in ENTRIES else READ_AS.get(entry_type, "misc")


def slots(entry: str, work_type: str) -> dict[str, str]:
    """Field → BibTeX field, for a type of work: the place of an interview in ``misc`` is where it was held."""
    fields = ENTRIES[entry].fields
    if entry != "misc" or work_type not in _EVENTS:
        return fields
    return {"event_place" if field == "place" else field: name for field, name in fields.items()}


def entry_type(work: Work) -> str:
    """The entry type of a work: the one it was loaded from, else the one that fits."""
    given = work.extra.get("entrytype", "")
    return given if _NAME.fullmatch(given) and given not in _NO_ENTRIES else choose(work)


def choose(work: Work) -> str:
    """The entry type for a work: the first of its type's whose needs it can meet; the last takes every work."""
    has = {
        "author": bool(names_value(work.author)),
        "editor": bool(names_value(work.editor)),
        "container": bool(work.container.main and even(work.container.main.text)),
        "address": any(even(work.fields.get(field, "")) for field in ("url", "doi")),
        "institution": bool(even(institution(work))),
    }
    entries = kind(work.type).entries.split()
    fit = next((entry for entry in entries if all(has[need] for need in ENTRIES[entry].needs)), entries[-1])
    return "mastersthesis" if fit == "phdthesis" and _MASTER.search(work.fields.get("genre", "")) else fit


def institution(work: Work) -> str:
    """Who issued a report: its publisher, else the body that is its first author."""
    if work.publisher.main and even(work.publisher.main.text):
        return work.publisher.main.text
    return work.author[0].literal if work.author else ""
