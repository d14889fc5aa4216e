"""Labelled stretches → the fields of a citation: values normalised by named rules, each with its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from citekit.fields import NAME_FIELDS
from citekit.language import tell
from citekit.model import Evidence, Field, Name
from citekit.parse.dates import edtf
from citekit.parse.labels import Label
from citekit.parse.memory import Memory
from citekit.parse.pages import is_range, normal_pages
from citekit.parse.people import read_names
from citekit.parse.volume import normal_number

_FIRST_PAGES = frozenset({"reporter", "law-journal"})
_WHOLE = frozenset(
    {"book", "report", "un-document", "thesis", "webpage", "archival", "legal-case", "legislation", "treaty"}
)


@dataclass(frozen=True, slots=True)
class _Source:
    """What the makers of one citation's fields share."""

    text: str
    note: str
    labels: tuple[Label, ...]
    language: str
    memory: Memory


def make_fields(text: str, note: str, labels: Iterable[Label], memory: Memory) -> dict[str, Field]:
    """Make the fields of one citation from its labels.

    Text values are the labelled stretch itself; dates become EDTF, page ranges get plain hyphens, names are read into
    parts. Of two labels of one text field the first counts; the names of two labels are joined.
    """
    labels = tuple(labels)
    source = _Source(text, note, labels, _title_language(text, labels), memory)
    fields: dict[str, Field] = {}
    for label in labels:
        if label.name in NAME_FIELDS:
            _add_names(fields, source, label)
        elif label.name not in fields and label.name not in ("author_translation", "ibid"):
            value = _normal(label.name, label.text_in(text))
            if value:
                fields[label.name] = Field(value, _evidence(note, label))
    title = fields.get("title")
    if title and source.language != "und":
        evidence = Evidence(note, title.evidence.span, "language-of-title", 0.97)
        fields["title_language"] = Field(source.language, evidence)
    return fields


def settle_dates_and_pages(fields: dict[str, Field], work_type: str, *, pointing: bool) -> dict[str, Field]:
    """Tell event date from publication date, pinpoint from extent, once the type is known.

    The only date printed is the date; a single page is a pinpoint, and so is a range in something that has no extent
    of its own inside a host (a book, a report) or in a citation that only points back.
    """
    settled = dict(fields)
    if "event_date" in settled and "date" not in settled:
        settled["date"] = settled["event_date"]
        if work_type != "speech":
            del settled["event_date"]
    pages = settled.get("pages")
    if (
        pages
        and isinstance(pages.value, str)
        and pages.evidence.by not in _FIRST_PAGES
        and "locator" not in settled
        and (pointing or not is_range(pages.value) or work_type in _WHOLE)
    ):
        settled["locator"] = settled.pop("pages")
    return settled


def _title_language(text: str, labels: tuple[Label, ...]) -> str:
    title = next((label for label in labels if label.name == "title"), None)
    return tell(title.text_in(text)) if title else "und"


def _normal(name: str, raw: str) -> str:
    if name in ("date", "event_date", "accessed"):
        return edtf(raw)
    if name in ("pages", "locator"):
        return normal_pages(raw)
    if name in ("volume", "issue"):
        return normal_number(raw)
    if name == "url":
        return re.sub(r"\s+", "", raw)
    return re.sub(r"\s+", " ", raw)


def _evidence(note: str, label: Label) -> Evidence:
    return Evidence(note, (label.start, label.end), label.by, label.confidence)


def _add_names(fields: dict[str, Field], source: _Source, label: Label) -> None:
    names = _names(source, label)
    before = fields.get(label.name)
    if before and not isinstance(before.value, str):
        fields[label.name] = replace(before, value=(*before.value, *names))
    elif names:
        fields[label.name] = Field(names, _evidence(source.note, label))


def _names(source: _Source, label: Label) -> tuple[Name, ...]:
    printed = label.text_in(source.text)
    glosses = (item for item in source.labels if item.name == "author_translation")
    gloss = next(glosses, None) if label.name == "author" else None
    body = gloss is not None or _unnamed(label, printed)
    names = read_names(printed, title_language=source.language, memory=source.memory, body=body)
    if gloss and len(names) == 1:
        return (replace(names[0], translated=gloss.text_in(source.text)),)
    return names


def _unnamed(label: Label, printed: str) -> bool:
    """A person interviewed may be described and not named: "a Chinese diplomat", "A military officer of …"."""
    words = printed.split()
    return label.by == "interview" and (len(words) > 3 or words[0] in ("a", "an", "the", "A", "An", "The"))
