"""Labelled stretches → the fields of a citation: values normalised by named rules, each with its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from citekit.language import tell
from citekit.model import Evidence, Field, Name
from citekit.parse.dates import edtf
from citekit.parse.labels import Label
from citekit.parse.memory import Memory
from citekit.parse.pages import is_range, normal_pages
from citekit.parse.people import read_names
from citekit.parse.volume import normal_number

_NAMES = ("author", "editor", "translator")
_WHOLE = frozenset({"book", "report", "un-document", "thesis", "webpage", "archival", "legal-case", "legislation", "treaty"})


def make_fields(text: str, note: str, labels: Iterable[Label], memory: Memory) -> dict[str, Field]:
    """Make the fields of one citation from its labels.

    Text values are the labelled stretch itself; dates become EDTF, page ranges get plain hyphens, names are read into
    parts. Of two labels of one text field the first counts.
    """
    labels = list(labels)
    fields: dict[str, Field] = {}
    language = _title_language(text, labels)
    for label in labels:
        if label.name in _NAMES:
            _add_names(fields, text, note, label, labels, language, memory)
        elif label.name not in fields and label.name not in ("author_translation", "ibid"):
            value = _normal(label.name, label.text_in(text))
            if value:
                fields[label.name] = Field(value, _evidence(note, label))
    title = next((item for item in labels if item.name == "title"), None)
    if title and language != "und":
        fields["title_language"] = Field(language, Evidence(note, (title.start, title.end), "language-of-title", 0.97))
    return fields


def settle_dates_and_pages(fields: dict[str, Field], work_type: str) -> dict[str, Field]:
    """Tell event date from publication date, pinpoint from extent, once the type is known.

    The only date printed is the date; a single page is a pinpoint, and so is a range in something that has no extent
    of its own inside a host (a book, a report).
    """
    settled = dict(fields)
    if "event_date" in settled and "date" not in settled:
        settled["date"] = settled["event_date"]
        if work_type != "speech":
            del settled["event_date"]
    pages = settled.get("pages")
    if pages and isinstance(pages.value, str) and "locator" not in settled and (not is_range(pages.value) or work_type in _WHOLE):
        settled["locator"] = settled.pop("pages")
    return settled


def _title_language(text: str, labels: list[Label]) -> str:
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


def _add_names(
    fields: dict[str, Field], text: str, note: str, label: Label, labels: list[Label], language: str, memory: Memory
) -> None:
    names = _names(text, label, labels, language, memory)
    before = fields.get(label.name)
    if before and not isinstance(before.value, str):
        names = (*before.value, *names)
        fields[label.name] = replace(before, value=names)
    elif names:
        fields[label.name] = Field(names, _evidence(note, label))


def _unnamed(label: Label, printed: str) -> bool:
    """A person interviewed may be described and not named: "a Chinese diplomat", "A military officer of …"."""
    return label.by == "interview" and (len(printed.split()) > 3 or printed.split()[0] in ("a", "an", "the", "A", "An", "The"))


def _names(text: str, label: Label, labels: list[Label], language: str, memory: Memory) -> tuple[Name, ...]:
    printed = label.text_in(text)
    gloss = next((item for item in labels if item.name == "author_translation"), None) if label.name == "author" else None
    names = read_names(printed, title_language=language, memory=memory, body=gloss is not None or _unnamed(label, printed))
    if gloss and len(names) == 1:
        return (replace(names[0], translated=gloss.text_in(text)),)
    return names
