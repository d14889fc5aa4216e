"""Records of one work → one record: one leads, the others fill what it lacks, and nothing that they say is lost.

What the leading record has not is taken over, and :attr:`citekit.model.Work.inherited` says from which record. Lists
and notes are joined (:mod:`citekit.dedupe.lists`). A value that differs stays beside the leading one, as a variant that
names its record. The key of a record that goes is a further key of the one that stays: ``ids``, as BibLaTeX has it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Literal, TypeAlias

from rapidfuzz.fuzz import ratio

from citekit.dedupe.lists import is_joined, joined, listed, with_items
from citekit.dedupe.values import Value, Values, Where, label, parts_of, told, values_of
from citekit.language import script, tell
from citekit.model import Face, Name, Place, Variant, Work

How: TypeAlias = Literal["filled", "joined", "beside", "alias"]

ALIASES: Where = ("extra", "ids")
"""Where the further keys of a work stand."""


@dataclass(frozen=True, slots=True)
class Member:
    """A record, what it is called, ``library.bib:zhao2007``, and its values where they have been taken out before."""

    work: Work
    source: str
    values: Values | None = None

    @property
    def all_values(self) -> Values:
        """The values of the record, a table of its own."""
        return values_of(self.work) if self.values is None else dict(self.values)


@dataclass(frozen=True, slots=True)
class Change:
    """What another record brings: the field, the value, where it is from, and what is done with it.

    ``filled``: the leading record had none. ``joined``: it stands in one list or text with the leading record's.
    ``beside``: it differs and is kept as a variant. ``alias``: it is a further key now.
    """

    how: How
    field: str
    value: str
    source: str


def combine(members: Sequence[Member], reserved: Collection[str] = ()) -> tuple[Work, tuple[Change, ...]]:
    """The work that the first of the members leads, and what the others bring to it.

    A key in ``reserved`` belongs to another work and becomes no further key; it is kept as a variant.
    """
    held = _Held(members[0])
    for member in members[1:]:
        held.take(member, reserved)
    return held.work(), tuple(held.changes)


class _Held:
    """The leading record as it takes the others in."""

    def __init__(self, lead: Member) -> None:
        self._lead = lead
        self._values = lead.all_values
        self._from = {label(where): lead.source for where in self._values}
        self._cited = dict.fromkeys(lead.work.cited)
        self._inherited = dict(lead.work.inherited)
        self._told_by = {name: [lead.source] for name in self._inherited}
        self._variants: dict[tuple[str, str], dict[str, None]] = {}
        self._add_variants(lead.work)
        self.changes: list[Change] = []

    def work(self) -> Work:
        """The record with all that it has taken in."""
        variants = tuple(Variant(field, value, tuple(of)) for (field, value), of in self._variants.items())
        work = replace(self._lead.work, **parts_of(self._values))
        return replace(work, cited=tuple(self._cited), variants=variants, inherited=self._inherited)

    def take(self, member: Member, reserved: Collection[str]) -> None:
        """Take in another record."""
        for where, value in member.all_values.items():
            self._take(where, value, member.source)
        self._alias(member, reserved)
        self._cited |= dict.fromkeys(_new_places(member.work.cited, self._cited))
        self._add_variants(member.work)
        for name, origin in member.work.inherited.items():
            if name not in self._inherited:
                self._inherited[name], self._told_by[name] = origin, [member.source]
            elif self._inherited[name] != origin:
                self._beside(f"inherited {name}", origin, member.source)
            else:
                self._told_by[name].append(member.source)

    def _take(self, where: Where, value: Value, source: str) -> None:
        held = self._values.get(where)
        if held is None:
            self._fill(where, value, source)
        elif isinstance(held, str) and isinstance(value, str):
            self._take_text(where, held, value, source)
        elif isinstance(held, Face) and isinstance(value, Face):
            self._take_face(where, held, value, source)
        elif isinstance(held, tuple) and isinstance(value, tuple) and _bare(held) != _bare(value):
            self._beside(label(where), told(value), source)

    def _take_text(self, where: Where, held: str, value: str, source: str) -> None:
        if held == value:
            return
        both = joined(where[1], held, value) if is_joined(*where) else None
        if both is not None:
            if both != held:
                self._values[where] = both
                self.changes.append(Change("joined", label(where), value, source))
        elif where == ("fields", "date") and value.startswith(f"{held}-"):  # 2002-09 tells more than 2002
            self._beside(label(where), held, self._from[label(where)])
            self._fill(where, value, source)
        else:
            self._beside(label(where), value, source)

    def _take_face(self, where: Where, held: Face, value: Face, source: str) -> None:
        if held.text != value.text and where[1] == "main":
            where = (where[0], _other_face(held, value))
        other = self._values.get(where)
        if not isinstance(other, Face):
            self._fill(where, value, source)
            return
        if other.text != value.text:
            self._beside(label(where), value.text, source)
        if value.language and value.language != other.language:
            self._take_language(where, other, value, source)

    def _take_language(self, where: Where, held: Face, value: Face, source: str) -> None:
        name = f"{label(where)}_language"
        if held.language or held.text != value.text:
            self._beside(name, value.language, source)
            return
        self._values[where] = value
        self._inherit(name, source)
        self.changes.append(Change("filled", name, value.language, source))

    def _fill(self, where: Where, value: Value, source: str) -> None:
        self._values[where] = value
        self._from[label(where)] = source
        self._inherit(label(where), source)
        self.changes.append(Change("filled", label(where), told(value), source))

    def _inherit(self, name: str, source: str) -> None:
        """Say where a field is from now; what was said of it before stays beside."""
        before = self._inherited.get(name, source)
        for teller in self._told_by.get(name, ()) if before != source else ():
            self._beside(f"inherited {name}", before, teller)
        self._inherited[name], self._told_by[name] = source, [source]

    def _beside(self, field: str, value: str, source: str) -> None:
        known = self._variants.setdefault((field, value), {})
        if source not in known:
            known[source] = None
            self.changes.append(Change("beside", field, value, source))

    def _alias(self, member: Member, reserved: Collection[str]) -> None:
        key, lead = member.work.key, self._lead.work.key
        if not key or key == lead:
            return
        if key in reserved or listed(ALIASES[1], key) != [key]:
            self._beside("key", key, member.source)
            return
        held = told(self._values.get(ALIASES, ""))
        if key not in listed(ALIASES[1], held):
            self._values[ALIASES] = with_items(ALIASES[1], held, [key])
            self.changes.append(Change("alias", ALIASES[1], key, member.source))

    def _add_variants(self, work: Work) -> None:
        for variant in work.variants:
            self._variants.setdefault((variant.field, variant.value), {}).update(dict.fromkeys(variant.citations))


def _other_face(held: Face, value: Face) -> str:
    """The face that another main title is beside a main title: its characters, its translation, or the same face.

    By the tag of the language, else as :func:`citekit.language.tell` has it.
    """
    if ratio(held.text, value.text) > _ALIKE:
        return "main"
    ours, theirs = (face.language or script(face.text) for face in (held, value))
    if _is_original(theirs):
        return "main" if _is_original(ours) else "original"
    if not (ours or tell(held.text)).startswith(_EAST_ASIAN):  # what the other is need not be told
        return "main"
    return "translation" if (theirs or tell(value.text)) == "en" else "main"


_ALIKE = 80
"""From here on one text is the other with misprints, and in the same language."""
_EAST_ASIAN = ("zh", "ja", "ko")


def _is_original(tag: str) -> bool:
    return tag.startswith(_EAST_ASIAN) and "-Latn" not in tag


_said = attrgetter("family", "given", "particle", "suffix", "literal", "translated", "original")


def _bare(names: tuple[Name, ...]) -> list[tuple[str, ...]]:
    """Names without how they were read."""
    return list(map(_said, names))


def _new_places(places: Sequence[Place], held: Collection[Place]) -> list[Place]:
    return [place for place in places if place not in held]
