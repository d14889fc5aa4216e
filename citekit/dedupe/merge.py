"""A cluster of citations → one Work: the fullest citation leads, the others fill what it lacks, nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.dedupe import blank
from citekit.language import tell
from citekit.model import NAME_FIELDS, TEXT_FIELDS, Citation, Face, Name, Place, Title, Work

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
    full = [order[0], *(one for one in order[1:] if one.form == "full")]
    return Work(
        key="",
        type=next((one.type for one in order if one.type != "other"), "other"),
        title=_title(full),
        container=_faces(telling, "container"),
        publisher=_faces(telling, "publisher"),
        author=_names(telling, "author"),
        editor=_names(telling, "editor"),
        translator=_names(telling, "translator"),
        fields=_fields(telling, full),
        cited=tuple(Place(one.key, one.note, one.form, one.text("locator")) for one in members),
    )


def _fields(telling: Sequence[Citation], full: Sequence[Citation]) -> dict[str, str]:
    """The other fields in their order; only a full citation prints the extent of a work."""
    printed = {name for one in telling for name in one.fields}
    names = (name for name in OTHER_FIELDS if name in printed)
    found = {name: _first(full if name == "pages" else telling, name) for name in names}
    return {name: value for name, value in found.items() if value}


def _first(order: Sequence[Citation], name: str) -> str:
    return next((value for one in order if (value := blank.text(one, name))), "")


def _names(order: Sequence[Citation], role: str) -> tuple[Name, ...]:
    return next((names for one in order if (names := blank.names(one, role))), ())


def _face(text: str, language: str = "") -> Face | None:
    return Face(text, language or tell(text)) if text else None


def _title(full: Sequence[Citation]) -> Title:
    """From full citations: what a short form prints as its title may be the translation."""
    titled = next((one for one in full if blank.text(one, "title")), full[0])
    return Title(
        main=_face(blank.text(titled, "title"), titled.text("title_language")),
        original=_face(_first(full, "title_original")),
        translation=_face(_first(full, "title_translation")),
    )


def _faces(order: Sequence[Citation], kind: str) -> Title:
    """Container or publisher, its glosses from whichever citation prints them."""
    return Title(
        main=_face(_first(order, kind)),
        original=_face(_first(order, f"{kind}_original")),
        translation=_face(_first(order, f"{kind}_translation")),
    )
