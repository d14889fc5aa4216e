"""A cluster of citations → one Work: the fullest citation leads, the others fill what it lacks, nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from citekit.dedupe import blank
from citekit.fields import NAME_FIELDS, TEXT_FIELDS
from citekit.language import tell
from citekit.model import Citation, Face, Name, Place, Title, Work

Values: TypeAlias = Mapping[str, str]

_IN_FACES = frozenset(
    {"title", "title_language", "title_translation", "title_original"}
    | {f"{kind}{face}" for kind in ("container", "publisher") for face in ("", "_translation", "_original")}
)
OTHER_FIELDS = tuple(name for name in TEXT_FIELDS if name not in _IN_FACES and name != "locator")
"""The text fields that stand in :attr:`Work.fields`; a locator belongs to the place that cites."""

_FORMS = ("full", "short", "ibid")


def richness(citation: Citation) -> int:
    """How much a citation prints: its fields, and the given names of its authors."""
    texts = sum(name != "locator" for name in blank.values(citation))
    names = sum(1 + bool(name.given) for role in NAME_FIELDS for name in blank.names(citation, role))
    return texts + names


def ranked(members: Sequence[Citation]) -> list[Citation]:
    """Full citations first, of those the whole ones, then the fullest, then the earliest; an "Ibid." comes last."""
    if len(members) == 1:
        return list(members)
    return sorted(members, key=lambda one: (_FORMS.index(one.form), one.damaged, -richness(one)))


def merge(members: Sequence[Citation]) -> Work:
    """One work, still without key, from citations in the order of the document."""
    order = ranked(members)
    telling = [order[0], *(one for one in order[1:] if one.form != "ibid")]
    printed = [blank.values(one) for one in telling]
    full = [values for one, values in zip(telling, printed, strict=True) if one.form == "full"] or printed[:1]
    return Work(
        key="",
        type=next((one.type for one in order if one.type != "other"), "other"),
        title=_title(full),
        container=_faces(printed, "container"),
        publisher=_faces(printed, "publisher"),
        author=_names(telling, "author"),
        editor=_names(telling, "editor"),
        translator=_names(telling, "translator"),
        fields=_fields(printed, full),
        cited=tuple(Place(one.key, one.note, one.form, one.text("locator")) for one in members),
    )


def _first(printed: Sequence[Values], name: str) -> str:
    return next((values[name] for values in printed if name in values), "")


def _fields(printed: Sequence[Values], full: Sequence[Values]) -> dict[str, str]:
    """The other fields in their order; only a full citation prints the extent of a work."""
    there = {name for values in printed for name in values}
    found = {name: _first(full if name == "pages" else printed, name) for name in OTHER_FIELDS if name in there}
    return {name: value for name, value in found.items() if value}


def _names(order: Sequence[Citation], role: str) -> tuple[Name, ...]:
    """The names as the first citation that has any reads them; the evidence for their order stays with it."""
    found = next((names for one in order if (names := blank.names(one, role))), ())
    return tuple(replace(name, why="") for name in found)


def _face(text: str, language: str = "") -> Face | None:
    return Face(text, language or tell(text)) if text else None


def _title(full: Sequence[Values]) -> Title:
    """From full citations: what a short form prints as its title may be the translation."""
    titled = next((values for values in full if "title" in values), full[0])
    return Title(
        main=_face(titled.get("title", ""), titled.get("title_language", "")),
        original=_face(_first(full, "title_original")),
        translation=_face(_first(full, "title_translation")),
    )


def _faces(printed: Sequence[Values], kind: str) -> Title:
    """Container or publisher, its glosses from whichever citation prints them."""
    return Title(
        main=_face(_first(printed, kind)),
        original=_face(_first(printed, f"{kind}_original")),
        translation=_face(_first(printed, f"{kind}_translation")),
    )
