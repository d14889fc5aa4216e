"""One work with a romanised string of it emended: the field has the new form, a variant keeps the printed one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from citekit.fields import NAME_FIELDS
from citekit.model import Citation, Face, Name, Span, Title, Variant, Work
from citekit.romanise.apart import apart, faces_of
from citekit.romanise.emend.decisions import plain
from citekit.romanise.emend.strings import name_text
from citekit.romanise.language import language_of


def emended(work: Work, field: str, printed: str, new: str, citations: Mapping[str, Citation]) -> Work | None:
    """The work with ``new`` where its field has ``printed``; None where the field has another form.

    ``citations`` are those of the paper by key; those that print the old form are named in the variant.
    """
    if field in NAME_FIELDS:
        names: tuple[Name, ...] = getattr(work, field)
        changed = tuple(_renamed(name, new) if plain(name_text(name)) == plain(printed) else name for name in names)
        if changed == names:
            return None
        return _keeping(replace(work, **_one(field, changed)), field, shown(names), shown(changed), citations)
    title: Title = getattr(work, field)
    start, end = _span(title, printed)
    if not title.main or start == end:
        return None
    old = title.main.text
    text = old[:start] + new + old[end:]
    with_new = replace(title, main=replace(title.main, text=text))
    return _keeping(replace(work, **_one(field, with_new)), field, old, text, citations)


def _span(title: Title, printed: str) -> Span:
    """Where the main face of a title stands in its field, which may hold others beside it; empty if it is another."""
    text = title.main.text if title.main else ""
    if plain(text) == plain(printed):
        return 0, len(text)
    face = faces_of(text).main if apart(title) != title else None
    return face if face and plain(text[slice(*face)]) == plain(printed) else (0, 0)


def with_original(work: Work, field: str, printed: str, characters: str, rule: str) -> Work | None:
    """The work with characters as the original face of a romanised string; None where it has one, or another form.

    ``inherited`` says by what rule it has them: ``{"container_original": "authority-list"}``.
    """
    inherited = {**work.inherited, f"{field}_original": rule}
    if field in NAME_FIELDS:
        names: tuple[Name, ...] = getattr(work, field)
        given = tuple(
            replace(name, original=characters)
            if plain(name_text(name)) == plain(printed) and not name.original
            else name
            for name in names
        )
        return None if given == names else replace(work, inherited=inherited, **_one(field, given))
    title: Title = getattr(work, field)
    start, end = _span(title, printed)
    if start == end or title.original:
        return None
    tag = "ja" if language_of(printed).startswith("ja") else language_of(characters)
    faces = replace(title, original=Face(characters, tag))
    return replace(work, inherited=inherited, **_one(field, faces))


def _one(field: str, value: object) -> dict[str, Any]:
    return {field: value}


def shown(names: Iterable[Name]) -> str:
    """Names in one line, as a variant has them."""
    return "; ".join(name.display for name in names)


def _renamed(name: Name, new: str) -> Name:
    """A name printed anew: a body as it is, a person cut behind as many words as its surname has."""
    if name.literal:
        return replace(name, literal=new)
    words = new.replace(",", "").split()
    family = len(name.family.split())
    return replace(name, family=" ".join(words[:family]), given=" ".join(words[family:]))


def _keeping(work: Work, field: str, old: str, new: str, citations: Mapping[str, Citation]) -> Work:
    """The work with its printed form among the variants, and without the variant that is its form now."""
    printing = tuple(place.citation for place in work.cited if _prints(citations.get(place.citation), field, old))
    variant = Variant(field, old, printing)
    others = tuple(
        one for one in work.variants if one.field != field or plain(one.value) not in {plain(old), plain(new)}
    )
    return replace(work, variants=(*others, variant))


def _prints(citation: Citation | None, field: str, text: str) -> bool:
    if citation is None:
        return False
    printed = shown(citation.names(field)) if field in NAME_FIELDS else citation.text(field)
    return plain(printed) == plain(text)


def by_key(citations: Sequence[Citation]) -> dict[str, Citation]:
    """Citations by their keys."""
    return {citation.key: citation for citation in citations}
