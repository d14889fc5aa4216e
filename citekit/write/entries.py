"""Entry types: which fields each takes and which it must have, by the data model of BibLaTeX 3.17 (biber 2.18).

Only fields that citekit writes are listed; ``title``, ``note``, ``language``, ``url`` and the user fields go into any.
``address`` and ``journal`` are the names of classic BibTeX, which biber takes for ``location`` and ``journaltitle``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from citekit.model import Work
from citekit.write.bibtex_library import EVERYWHERE
from citekit.write.bibtex_names import has_names
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


_VOLUME = "edition series volume issue=number pages isbn place=address chapter_number=chapter part_number=part"
_BOOK = f"{_VOLUME} number_of_pages=pagetotal number_of_volumes=volumes status=pubstate"
_PART = f"{_VOLUME} number_of_volumes=volumes status=pubstate"
_CONFERENCE = _PART.removeprefix("edition ")
_EVENT = "event_title=eventtitle event_date=eventdate event_place=venue"

ENTRIES = {
    "article": _entry(
        "author container",
        "author editor translator",
        "journal",
        "",
        "volume issue=number pages series issn version status=pubstate",
    ),
    "book": _entry("author", "author editor translator", "", "publisher", _BOOK),
    "collection": _entry("editor", "editor translator", "", "publisher", _BOOK),
    "inbook": _entry("author container", "author editor translator", "booktitle", "publisher", _PART),
    "incollection": _entry("author editor container", "author editor translator", "booktitle", "publisher", _PART),
    "inproceedings": _entry("author container", "author editor", "booktitle", "publisher", f"{_CONFERENCE} {_EVENT}"),
    "manual": _entry(
        "",
        "author editor",
        "",
        "publisher",
        "edition series issue=number pages isbn place=address genre=type chapter_number=chapter "
        "number_of_pages=pagetotal version status=pubstate",
    ),
    "misc": _entry(
        "", "author editor", "howpublished", "organization", "place=address genre=type version status=pubstate"
    ),
    "online": _entry("address", "author editor", "organization", "", "version status=pubstate"),
    "techreport": _entry(
        "author institution",
        "author",
        "",
        "institution",
        "document_symbol=number pages place=address genre=type chapter_number=chapter number_of_pages=pagetotal "
        "version status=pubstate",
    ),
    "phdthesis": _entry(
        "author institution",
        "author",
        "",
        "institution",
        "pages place=address genre=type chapter_number=chapter number_of_pages=pagetotal status=pubstate",
    ),
    "unpublished": _entry("author", "author", "howpublished", "", f"place=address genre=type status=pubstate {_EVENT}"),
}
"""Entry type → what it takes. ``needs`` are roles of a work, see :func:`choose`."""

READ_AS = {
    "bookinbook": "inbook",
    "commentary": "book",
    "conference": "inproceedings",
    "electronic": "online",
    "inreference": "incollection",
    "mastersthesis": "phdthesis",
    "mvbook": "book",
    "mvcollection": "collection",
    "mvproceedings": "collection",
    "mvreference": "collection",
    "newspaper": "article",
    "patent": "techreport",
    "proceedings": "collection",
    "reference": "collection",
    "report": "techreport",
    "review": "article",
    "standard": "techreport",
    "suppbook": "inbook",
    "suppcollection": "incollection",
    "suppperiodical": "article",
    "thesis": "phdthesis",
    "www": "online",
}
"""Entry types of other people's files → the one whose fields they share."""


class _Names(dict[str, frozenset[str]]):
    """Any entry type stands for itself, but for the listed ones, which have two names."""

    def __missing__(self, name: str) -> frozenset[str]:
        """The entry type itself; what is asked once is asked again."""
        return self.setdefault(name, frozenset({name}))


NAMES = _Names(
    techreport=frozenset({"techreport", "report"}),
    phdthesis=frozenset({"phdthesis", "thesis"}),
    mastersthesis=frozenset({"mastersthesis", "thesis"}),
)
"""Entry type → what classic BibTeX and BibLaTeX call it."""

_MASTER = re.compile(r"\b(?:master|M\.?\s?(?:A|Sc|Phil)\b)", re.IGNORECASE)
_EVENTS = {"interview", "speech", "treaty"}
_NO_ENTRIES = {"comment", "preamble", "string", "xdata", "set"}
_NAME = re.compile(r"[a-z]{2,}")


def fields_of(entry_type: str) -> str:
    """The entry type of the table whose fields an entry type shares."""
    return entry_type if entry_type in ENTRIES else READ_AS.get(entry_type, "misc")


@cache
def slots(entry: str, work_type: str, *, numbered: bool = False) -> dict[str, str]:
    """Field → BibTeX field, for a type of work: the place of an interview in ``misc`` is where it was held.

    With ``numbered`` the ``number`` of a book is its place in a series.
    """
    fields = {**EVERYWHERE, **ENTRIES[entry].fields}
    if entry == "misc" and work_type in _EVENTS:
        return {"event_place" if field == "place" else field: name for field, name in fields.items()}
    if numbered and "series" in fields and entry != "article":
        return {"collection_number" if field == "issue" else field: name for field, name in fields.items()}
    return fields


@cache
def read_from(entry: str, work_type: str, *, numbered: bool) -> dict[str, str]:
    """BibTeX field → field, :func:`slots` the other way round."""
    return {name: field for field, name in slots(entry, work_type, numbered=numbered).items()}


def entry_type(work: Work) -> str:
    """The entry type of a work: the one it was loaded from, else the one that fits."""
    given = work.extra.get("entrytype", "")
    return given if _NAME.fullmatch(given) and given not in _NO_ENTRIES else choose(work)


def choose(work: Work) -> str:
    """The entry type for a work: the first of its type's whose needs it can meet; the last takes every work."""
    has = {
        "author": has_names(work.author),
        "editor": has_names(work.editor),
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
