"""A work to the tags of a reference, by the table of a format, and references back to works.

RIS and EndNote XML differ in how a reference is spelled and in the names of its fields, not in what is done: each value
goes under the tag that the table has for it; what the tags then tell is read back at once; and what is still wanting
rides along in one opaque value, a JSON merge patch (RFC 7396) after the word ``citekit:``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from citekit.language import fold_ascii
from citekit.model import Finding, Library, Name, Title, Work
from citekit.write import annotation, first_edition, rest
from citekit.write.latex import even
from citekit.write.plain_names import name_line
from citekit.write.record import Record, work_of
from citekit.write.slots import Form, Pair
from citekit.write.tagged_read import LINES, ROLES, TITLES, evened, keywords_of, record_of
from citekit.write.types import kind

OPAQUE = "citekit: "
"""What the opaque value begins with."""


def reference(form: Form, work: Work, key: str, opaque: str) -> tuple[str, list[Pair]]:
    """The code of a work's reference and its pairs; the tag ``opaque`` is there only when it is needed."""
    code = _code(form, work)
    own = [(tag, value) for tag, value in _pairs(form, code, replace(work, key=key)) if value]
    kept = list(_kept(form, work))
    pairs = _as_it_stood(form, code, own, kept)
    line = rest.line_of(record_of(form, code, pairs), work)
    return code, [*pairs, (opaque, OPAQUE + line)] if line else pairs


def work_from(form: Form, code: str, pairs: list[Pair], opaque: str) -> Work:
    """The work that a reference tells; an opaque value that is not citekit's stays what it is, somebody's field."""
    lines = [value for tag, value in pairs if tag == opaque and value.startswith(OPAQUE)]
    if lines:
        told = record_of(form, code, [pair for pair in pairs if pair != (opaque, lines[0])])
        work = rest.work_with(told, lines[0].removeprefix(OPAQUE))
        if work:
            return work
    return work_of(record_of(form, code, pairs))


class _Keys:
    """Keys that have been given, so that the next one is another."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def free(self, base: str) -> str:
        """The key itself, or with a number after it."""
        key, number = base, self._last.get(base, 1)
        while key in self._taken:
            number += 1
            key = f"{base}-{number}"
        self._last[base] = number
        self._taken.add(key)
        return key


def keys(library: Library) -> Iterator[str]:
    """The keys of the works as they are written: on one line, and no two the same."""
    given = _Keys()
    return (given.free(even(work.key)) for work in library.works)


class Loaded(NamedTuple):
    """A work, the key that its reference names, and the line that begins on."""

    work: Work
    key: str
    line: int


def with_keys(loaded: Sequence[Loaded]) -> tuple[list[Work], list[Finding]]:
    """The loaded works, those without a key with one; and a finding for each that has the key of another.

    The key of a work without one is made of its author, year and title.
    """
    given = _Keys(work.key for work, _, _ in loaded)
    seen: set[str] = set()
    named: list[Work] = []
    findings: list[Finding] = []
    for work, key, line in loaded:
        if key in seen:
            message = f"The key {key} names more than one reference."
            findings.append(Finding("RD134", message, text=work.title.display, line=line or None, help=_TWICE))
        seen.update(filter(None, (key,)))
        named.append(work if work.key else replace(work, key=given.free(_made_key(work))))
    return named, findings


_TWICE = "Give one of them another key, or take it out if it is the same work."


def _made_key(work: Work) -> str:
    name = next(iter((*work.author, *work.editor)), Name())
    words = (name.family or name.literal).split(" ")[0], work.year, work.title.display.split(" ")[0]
    return re.sub(r"\W", "", fold_ascii("".join(words))) or "reference"


def _code(form: Form, work: Work) -> str:
    raw = work.extra.get(f"{form.prefix}.{form.type_tag}", "")
    same = form.codes.get(raw) == work.type
    return raw if same else form.code_of.get(work.type, form.code_of["other"])


def _pairs(form: Form, code: str, work: Work) -> Iterator[Pair]:
    """The values under their tags, in the order of the table; a tag that an earlier slot has is not given again."""
    taken: set[str] = set()
    twins: list[Pair] = []
    for row, names in form.table(code):
        tag = names[0]
        found = [pair for pair in _told(form, code, row.slot, tag, work) if row.fits(pair[1])]
        if not found or (tag in taken and tag not in form.shared):
            continue
        taken |= {tag for tag, _ in found}
        yield from found
        twins += [(twin, found[0][1]) for twin in row.twins(code)]
    yield from (pair for pair in twins if pair[0] not in taken)


def _told(form: Form, code: str, slot: str, tag: str, work: Work) -> list[Pair]:
    if slot in ("date", "pages"):
        spell = form.date if slot == "date" else form.pages
        return [pair for pair in spell(even(work.fields.get(slot, ""))) if pair[1]]
    if slot == "genre" and not even(work.fields.get("genre", "")):
        return [(tag, _label(form, code, work))]
    values = _titles(slot, work) if slot in TITLES else _values(form, slot, work)
    return [(tag, value) for value in values if value]


def _titles(slot: str, work: Work) -> list[str]:
    if slot == "key":
        return [work.key]
    if slot == "language":
        return [even(work.title.main.language) if work.title.main else ""]
    if slot == "title_translation":
        face = work.title.translation
        return [even(face.text)] if face and even(face.text) != _shown(work.title) else []
    return [_shown(getattr(work, slot))]


def _values(form: Form, slot: str, work: Work) -> list[str]:
    if slot in ROLES:
        return [name_line(name) for name in getattr(work, slot, None) or work.people.get(slot, ())]
    if slot == "cited":
        return [even(annotation.tell(work.cited))]
    if slot == "first_edition":
        return [first_edition.tell(*(even(work.fields.get(name, "")) for name in first_edition.FIELDS))]
    value = work.fields.get(slot, "")
    if slot in LINES:
        return evened(value).split("\n")
    if slot == "keyword":
        return keywords_of(even(value))
    return [form.accessed(even(value)) if slot == "accessed" else even(value)]


def _shown(title: Title) -> str:
    """The first face that has a text."""
    faces = (title.main, title.original, title.translation)
    return next((text for face in faces if face and (text := even(face.text))), "")


def _label(form: Form, code: str, work: Work) -> str:
    """The name of the type where the code alone stands for another."""
    return kind(work.type).label if form.codes[code] != work.type == _own(form, code, work) else ""


def _own(form: Form, code: str, work: Work) -> str:
    return work.type if form.code_of.get(work.type) == code else ""


def _kept(form: Form, work: Work) -> Iterator[Pair]:
    """The fields of a loaded library of this format, as they stood."""
    for name, value in sorted(work.extra.items()):
        prefix, _, tag = name.partition(".")
        if prefix == form.prefix and form.is_tag(tag):
            yield from ((tag, line) for line in evened(value).split("\n") if line and not line.startswith(OPAQUE))


def _as_it_stood(form: Form, code: str, own: list[Pair], kept: list[Pair]) -> list[Pair]:
    """The pairs together; where a field as it stood tells the same as ours of that tag, ours is left out."""
    for tag in dict.fromkeys(tag for tag, _ in kept):
        fewer = [pair for pair in own if pair[0] != tag]
        ours = [*own, *(pair for pair in kept if pair[0] != tag)]
        if len(fewer) < len(own) and _told_by(form, code, [*fewer, *kept]) == _told_by(form, code, ours):
            own = fewer
    return [*own, *kept]


def _told_by(form: Form, code: str, pairs: list[Pair]) -> Record:
    return {part: value for part, value in record_of(form, code, pairs).items() if part != "extra"}


def in_order(pairs: Iterable[Pair], order: tuple[str, ...]) -> list[Pair]:
    """The pairs in the order of their tags, those of other tags at the end as they come."""
    places = {tag: number for number, tag in enumerate(order)}
    return sorted(pairs, key=lambda pair: places.get(pair[0], len(places)))
