"""The works of a library or a paper to entries, with the place of each in the text that they were read from."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial

from citekit.check.entry import Entry
from citekit.check.sources import Source
from citekit.check.sources.places import LOCATORS, PLACES
from citekit.check.sources.slots import SLOTS
from citekit.model import Library, Name, Span, Work
from citekit.write.types import TYPES

_ESCAPES: dict[str, Callable[[str], str]] = {
    "csl-json": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "ris": lambda text: " ".join(text.split()),
}
"""Form → how a text is written as a value of it."""

_ISSUED = {"report": "institution", "thesis": "institution"}
_KINDS = {"techreport": "report", "phdthesis": "thesis"}


def open_works(name: str, text: str, form: str, library: Library) -> Source:
    """The source of a library that was read from a text in that form, or of a paper."""
    form = form if form != "paper" and not library.readings else "paper"
    spans = PLACES.get(form, PLACES[""])(text, library)
    locate = LOCATORS.get(form, LOCATORS[""])
    found = tuple(dict.fromkeys((*library.document.findings, *library.findings)))
    starts = partial(sorted, {start for start, _ in spans})
    entries, place = partial(_entries, library, form, spans), partial(locate, text, library)
    return Source(name, text, form, entries, place, _ESCAPES.get(form), found, library.document.notes, starts=starts)


def _entries(library: Library, form: str, spans: list[Span], _start: int, _end: int) -> Iterator[Entry]:
    for work, span in zip(library.works, spans, strict=True):
        yield entry_of(work, form, span)


def entry_of(work: Work, form: str, span: Span) -> Entry:
    """The entry that a work is in BibLaTeX, each value as the work has it."""
    entries = TYPES.get(work.type, TYPES["other"]).entries.split()
    first = "book" if work.type == "book" and work.author else entries[0]
    kind = _KINDS.get(first, first)
    told = {"title": _main(work.title), **_container(kind, work), _ISSUED.get(kind, "publisher"): _main(work.publisher)}
    told |= {name: work.fields.get(field, "") for name, field in SLOTS.items()}
    told |= {"entrysubtype": TYPES.get(work.type, TYPES["other"]).subtype}
    told |= {role: _names(names) for role, names in (("author", work.author), ("editor", work.editor))}
    told |= {"translator": _names(work.translator), "language": work.title.main.language if work.title.main else ""}
    if work.title.translation:
        told["usere"] = work.title.translation.text
    fields = {name: value for name, value in told.items() if value}
    fields |= {name: value for name, value in work.extra.items() if name not in fields}
    fields |= {_TAGS[tag]: date for tag, value in work.extra.items() if tag in _TAGS and (date := _slashed(value))}
    note = work.cited[0].note if work.cited and form == "paper" else None
    return Entry(kind, work.key, fields, fields, form, span, kind, note=note)


_TAGS = {"ris.PY": "date", "ris.DA": "date", "ris.Y1": "date", "ris.Y2": "urldate"}
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})(?:/(\d{1,2}))?/?(?:/.*)?")


def _slashed(text: str) -> str:
    """A date of RIS that no calendar has, which reading leaves where it was: ``2004/02/30/`` → ``2004-02-30``."""
    found = _SLASHED.fullmatch(text)
    return "-".join(f"{part:0>2}" for part in found.groups() if part) if found else ""


def _main(title: object) -> str:
    return getattr(getattr(title, "main", None), "text", "")


def _container(kind: str, work: Work) -> dict[str, str]:
    name = {"article": "journaltitle", "incollection": "booktitle", "inproceedings": "booktitle"}.get(kind)
    return {name or "howpublished": _main(work.container)}


def _names(names: tuple[Name, ...]) -> str:
    return " and ".join(filter(None, map(_name, names)))


def _name(name: Name) -> str:
    if name.literal:
        return f"{{{name.literal}}}"
    family = f"{name.particle} {name.family}".strip()
    return ", ".join(part for part in (family, name.given, name.suffix) if part) if family else name.given
