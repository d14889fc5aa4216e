"""Where the works of a library stand in its text, and where their values do: by the form of the text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from citekit.check.entry import Entry
from citekit.check.sources import Spot
from citekit.check.sources.slots import slot_of
from citekit.model import Library, Span
from citekit.write.csl_variables import DATES, OLDER, ROLES, TEXTS
from citekit.write.json_pieces import json_pieces
from citekit.write.ris_lines import split
from citekit.write.ris_table import ROWS

Places = Callable[[str, Library], list[Span]]
"""A text and the library that was read from it → the stretch of each work."""

Locator = Callable[[str, Library, Entry, str], Spot | None]

_LINE_END = re.compile(r"\r\n|\r|\n")


def _json_places(text: str, library: Library) -> list[Span]:
    spans = [(piece.start, piece.end) for piece in json_pieces(text) if isinstance(piece.value, dict)]
    return spans if len(spans) == len(library.works) else _found_places(text, library)


def _json_locate(text: str, _library: Library, entry: Entry, name: str) -> Spot | None:
    """A member of the item by the name of its variable, the value alone where it is a string."""
    start, end = entry.span
    if not name:
        return Spot((start, _line_end(text, start, end)))
    slot = slot_of(name)
    variable = (TEXTS | DATES | {role: role for role in ROLES} | _VARIABLES).get(slot, name.removeprefix("csl."))
    for member in (variable, *(old for old, new in OLDER.items() if new == variable)):
        found = re.compile(rf'"{re.escape(member)}"\s*:\s*').search(text, start, end)
        if found:
            return _json_value(text, found.end(), entry.fields.get(name, ""))
    return None


_VARIABLES = {"title": "title", "container": "container-title", "publisher": "publisher"}


def _json_value(text: str, at: int, value: str) -> Spot:
    try:
        _, end = json.JSONDecoder().raw_decode(text, at)
    except ValueError:
        return Spot((at, at + 1))
    if text[at] == '"':
        return Spot((at + 1, end - 1), exact=text[at + 1 : end - 1] == value)
    return Spot((at, end))


def _ris_places(text: str, library: Library) -> list[Span]:
    starts = [0, *(found.end() for found in _LINE_END.finditer(text)), len(text)]
    references = [found for found in split(text)[1] if found.code or found.pairs]
    spans = [(starts[found.line - 1], starts[min(found.last, len(starts) - 1)]) for found in references]
    return spans if len(spans) == len(library.works) else _found_places(text, library)


_TAGS = {row.slot: row for row in ROWS}
_OLD_TAGS = {"author": ["A1"], "title": ["T1"], "doi": ["DI"], "abstract": ["N2"], "date": ["Y1"]}


def _ris_locate(text: str, library: Library, entry: Entry, name: str) -> Spot | None:
    """The value of the first line with one of the tags that the slot has."""
    start, end = entry.span
    if not name:
        return Spot((start, _line_end(text, start, end)))
    slot = slot_of(name)
    row = _TAGS.get(slot)
    tags = (
        [name.removeprefix("ris.")]
        if not row
        else re.findall("[A-Z][A-Z0-9]", " ".join((row.tags, *row.types.values())))
    )
    for tag in [*tags, *_OLD_TAGS.get(slot, ())]:
        for found in re.compile(rf"(?im)^[ \t]*{tag}[ \t]+-[ \t]*([^\r\n]*)").finditer(text, start, end):
            if found[1].strip():
                value = found[1].rstrip()
                return Spot((found.start(1), found.start(1) + len(value)), exact=value == entry.fields.get(name))
    return _found_value(text, library, entry, name)


def _found_places(text: str, library: Library) -> list[Span]:
    """Each work where its key or its title stands next."""
    starts, at = [], 0
    for work in library.works:
        found = [text.find(word, at) for word in (work.key, work.title.display) if word]
        at = min((place for place in found if place >= 0), default=at)
        starts.append(at)
    return [(start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _found_value(text: str, _library: Library, entry: Entry, name: str) -> Spot | None:
    """The value where it stands in the work's stretch as it is."""
    start, end = entry.span
    if not name:
        return Spot((start, _line_end(text, start, end)))
    value = entry.fields.get(name, "")
    at = text.find(value, start, end) if value else -1
    return Spot((at, at + len(value))) if at >= 0 else None


def _no_places(_text: str, library: Library) -> list[Span]:
    return [(0, 0)] * len(library.works)


def _cited_value(_text: str, library: Library, entry: Entry, name: str) -> Spot | None:
    """The stretch of the first citation that says the value, or of the citation itself."""
    slot = slot_of(name)
    cited = [citation for citation in library.citations if citation.work == entry.key]
    for citation in cited:
        field = citation.fields.get(slot)
        if field and field.evidence.span:
            exact = field.value == entry.fields.get(name)
            return Spot(field.evidence.span, exact, field.evidence.note)
    return Spot(cited[0].span, note=cited[0].note) if cited else None


def _line_end(text: str, start: int, end: int) -> int:
    stop = text.find("\n", start, end)
    return len(text[start : stop if stop >= 0 else end].rstrip()) + start


PLACES: dict[str, Places] = {
    "csl-json": _json_places,
    "ris": _ris_places,
    "paper": _no_places,
    "": _found_places,
}
"""Form → where its works are; the empty form stands for any other."""

LOCATORS: dict[str, Locator] = {
    "csl-json": _json_locate,
    "ris": _ris_locate,
    "paper": _cited_value,
    "": _found_value,
}
"""Form → where a value is."""
