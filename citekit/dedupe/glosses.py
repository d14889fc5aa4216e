"""Gloss memory: "Renmin Ribao (People's Daily)" is glossed once and serves the periodical ever after.

The glosses of a document belong to its works; a citation's own fields stay as printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from citekit.dedupe import blank
from citekit.language import tell
from citekit.language.agree import squeeze
from citekit.model import Citation, Face, Name, Title, Work

_KINDS = ("container", "publisher")
_FACES = ("translation", "original")
_ROLES = ("author", "editor", "translator")


@dataclass(frozen=True, slots=True)
class Gloss:
    """What a name is glossed with (its translation or original script), and the citation that says so."""

    kind: str
    face: str
    name: str
    text: str
    citation: Citation


@dataclass(slots=True)
class Glosses:
    """The glosses of a document: the first one of each name holds, later ones that differ are kept apart."""

    first: dict[tuple[str, str, str], Gloss] = field(default_factory=dict)
    differing: list[tuple[Gloss, Gloss]] = field(default_factory=list)

    def add(self, gloss: Gloss) -> None:
        """Enter a gloss; a second, differing wording is entered once."""
        key = (gloss.kind, gloss.face, squeeze(gloss.name))
        held = self.first.setdefault(key, gloss)
        known = {squeeze(held.text)} | {squeeze(other.text) for first, other in self.differing if first is held}
        if squeeze(gloss.text) not in known:
            self.differing.append((held, gloss))

    def find(self, kind: str, face: str, name: str) -> Gloss | None:
        """The gloss of a name, or None."""
        return self.first.get((kind, face, squeeze(name)))


def _printed(citation: Citation) -> Iterator[Gloss]:
    for kind in _KINDS:
        name = blank.text(citation, kind)
        for face in _FACES:
            text = citation.text(f"{kind}_{face}")
            if name and text:
                yield Gloss(kind, face, name, text, citation)
    for role in _ROLES:
        for body in citation.names(role):
            if body.literal and body.translated:
                yield Gloss("body", "translation", body.literal, body.translated, citation)
            if body.literal and body.original:
                yield Gloss("body", "original", body.literal, body.original, citation)


def glosses_of(citations: Iterable[Citation]) -> Glosses:
    """All glosses that a document prints, the first of each name first."""
    found = Glosses()
    for citation in citations:
        for gloss in _printed(citation):
            found.add(gloss)
    return found


def with_glosses(work: Work, glosses: Glosses) -> Work:
    """The work with the glosses it lacks, each named in ``inherited`` with the citation it comes from."""
    inherited = dict(work.inherited)
    container = _glossed(work.container, "container", glosses, inherited)
    publisher = _glossed(work.publisher, "publisher", glosses, inherited)
    author, editor, translator = (_named(work, role, glosses, inherited) for role in _ROLES)
    if inherited == work.inherited:
        return work
    return replace(
        work,
        container=container,
        publisher=publisher,
        author=author,
        editor=editor,
        translator=translator,
        inherited=inherited,
    )


def _glossed(title: Title, kind: str, glosses: Glosses, inherited: dict[str, str]) -> Title:
    if title.main is None:
        return title
    for face in _FACES:
        gloss = glosses.find(kind, face, title.main.text)
        if gloss and getattr(title, face) is None:
            inherited[f"{kind}_{face}"] = gloss.citation.key
            found = Face(gloss.text, tell(gloss.text))
            title = replace(title, translation=found) if face == "translation" else replace(title, original=found)
    return title


def _named(work: Work, role: str, glosses: Glosses, inherited: dict[str, str]) -> tuple[Name, ...]:
    names: tuple[Name, ...] = getattr(work, role)
    return tuple(_with_gloss(name, role, glosses, inherited) for name in names)


def _with_gloss(name: Name, role: str, glosses: Glosses, inherited: dict[str, str]) -> Name:
    if not name.literal:
        return name
    translation = glosses.find("body", "translation", name.literal)
    if translation and not name.translated:
        inherited[f"{role}_translation"] = translation.citation.key
        name = replace(name, translated=translation.text)
    original = glosses.find("body", "original", name.literal)
    if original and not name.original:
        inherited[f"{role}_original"] = original.citation.key
        name = replace(name, original=original.text)
    return name
