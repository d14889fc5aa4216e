"""One name in the order and form a style wants (CSL 1.0.2, "Name", "Name-part Order")."""

from __future__ import annotations

from typing import NamedTuple

from citekit.style.box import Box, Node, Text
from citekit.style.context import Context
from citekit.style.dress import Dress
from citekit.style.initials import initials
from citekit.style.node import Source
from citekit.style.person import Person
from citekit.style.rich import rich

SHORT, INITIALS, FULL = range(3)
"""How much of the given name is told."""


class Look(NamedTuple):
    """How names look: form, initials, sort order, and what is done to family and given names."""

    form: str = "long"
    initialize_with: str | None = None
    initialize: bool = True
    hyphen: bool = True
    sort_order: str = ""
    separator: str = ", "
    demote: str = "display-and-sort"
    family: Dress | None = None
    given: Dress | None = None
    family_affixes: tuple[str, str] = ("", "")
    given_affixes: tuple[str, str] = ("", "")


def level_of(look: Look) -> int:
    """How much of the given name a style tells when nothing is ambiguous."""
    if look.form == "short":
        return SHORT
    return INITIALS if look.initialize_with is not None and look.initialize else FULL


def highest_level(look: Look) -> int:
    """How much of the given name can be told to tell people apart."""
    return FULL if look.form in ("long", "short") else SHORT


def name_node(  # noqa: PLR0913
    ctx: Context, person: Person, look: Look, variable: str, index: int, *, inverted: bool, level: int
) -> Box:
    """The node of a name; ``level`` is how much of the given name is told."""
    maker = _Maker(ctx, look, variable, index)
    if person.literal:
        kids = maker.literal(person)
    elif person.is_cjk:
        kids = maker.cjk(person, level)
    elif level == SHORT:
        kids = [maker.family(person, particle=True)]
    elif person.first == "family" and level == FULL and ctx.sorting is None:
        kids = maker.family_first(person)
    elif inverted:
        kids = maker.inverted(person, level)
    else:
        kids = maker.straight(person, level)
    if not person.literal:
        kids = maker.with_faces(person, kids)
    return Box(kids, what="name", who=person)


class _Maker:
    __slots__ = ("ctx", "index", "look", "variable")

    def __init__(self, ctx: Context, look: Look, variable: str, index: int) -> None:
        self.ctx = ctx
        self.look = look
        self.variable = variable
        self.index = index

    def text(self, text: str, part: str, face: str = "") -> Node:
        return rich(text, Source("variable", self.variable, part=part, index=self.index, face=face))

    def literal(self, person: Person) -> list[Node]:
        if self.ctx.view == "original" and person.original:
            return [self.text(person.original, "literal", "original")]
        node = self.text(person.literal, "literal")
        if self.look.family:
            node = self.look.family(node, self.ctx)
        kids = [node]
        if self.ctx.sorting is None and self.look.form != "short":
            if person.original and self.ctx.view == "all":
                kids += [_blank(), self.text(person.original, "literal", "original")]
            if person.translation:
                kids += [Text(" [", _AFFIX), self.text(person.translation, "literal", "translation"), Text("]", _AFFIX)]
        return kids

    def with_faces(self, person: Person, kids: list[Node]) -> list[Node]:
        if not person.original or self.ctx.sorting is not None:
            return kids
        if self.ctx.view == "original":
            return [self.text(person.original, "name", "original")]
        if self.ctx.view == "all" and self.look.form != "short":
            return [*kids, _blank(), self.text(person.original, "name", "original")]
        return kids

    def cjk(self, person: Person, level: int) -> list[Node]:
        family = self.family(person, particle=True)
        if level == SHORT or not person.given:
            return [family]
        return [family, self._dressed(self.text(person.given, "given"), given=True)]

    def family(self, person: Person, *, particle: bool) -> Node:
        """The family name, with its particle before it."""
        node = self.text(person.family, "family")
        if particle and person.particle:
            particle_node = self._dressed(self.text(person.particle, "non-dropping-particle"), given=False)
            blank = [] if _joins(person.particle) else [_blank()]
            return Box([particle_node, *blank, self._dressed(node, given=False)])
        return self._dressed(node, given=False)

    def _dressed(self, node: Node, *, given: bool) -> Node:
        dress = self.look.given if given else self.look.family
        return dress(node, self.ctx) if dress else node

    def _wrapped(self, kids: list[Node], *, given: bool) -> Node:
        prefix, suffix = self.look.given_affixes if given else self.look.family_affixes
        if prefix:
            kids = [Text(prefix, _AFFIX), *kids]
        if suffix:
            kids = [*kids, Text(suffix, _AFFIX)]
        return kids[0] if len(kids) == 1 else Box(kids)

    def shown_given(self, person: Person, level: int) -> str:
        """The given name as full as the level says."""
        look = self.look
        if look.initialize_with is None:
            return person.given
        if not look.initialize:
            return initials(person.given, look.initialize_with, hyphen=look.hyphen, whole=True)
        if level == INITIALS:
            return initials(person.given, look.initialize_with, hyphen=look.hyphen)
        return initials(person.given, look.initialize_with, hyphen=look.hyphen, whole=True)

    def given(self, person: Person, level: int, *, particle: bool = True, more: str = "") -> Node | None:
        """The given name, with the particles that go with it."""
        given = self.shown_given(person, level)
        kids: list[Node] = [self._dressed(self.text(given, "given"), given=True)] if given else []
        if particle and person.dropping:
            dropping = self._dressed(self.text(person.dropping, "dropping-particle"), given=True)
            kids += [*([_blank()] if kids else []), dropping]
        if more:
            kept = self._dressed(self.text(more, "non-dropping-particle"), given=False)
            kids += [*([_blank()] if kids else []), kept]
        return self._wrapped(kids, given=True) if kids else None

    def straight(self, person: Person, level: int) -> list[Node]:
        """Given, dropping particle, non-dropping particle, family, suffix."""
        given = self.given(person, level, particle=False)
        rest: list[Node] = [self.family(person, particle=True)]
        if person.dropping:
            blank = [] if _joins(person.dropping) else [_blank()]
            rest = [self._dressed(self.text(person.dropping, "dropping-particle"), given=True), *blank, *rest]
        if person.suffix:
            rest += [Text(", " if person.comma else " ", _AFFIX), self.text(person.suffix, "suffix")]
        last = self._wrapped(rest, given=False)
        return [given, _blank(), last] if given is not None else [last]

    def inverted(self, person: Person, level: int) -> list[Node]:
        """Family first: ``Gogh, Vincent van`` where the particle is demoted, else ``van Gogh, Vincent``."""
        demoted = self.look.demote == "display-and-sort" or (
            self.look.demote == "sort-only" and self.ctx.sorting is not None
        )
        family = self.family(person, particle=not demoted)
        given = self.given(person, level, more=person.particle if demoted else "")
        kids: list[Node] = [self._wrapped([family], given=False)]
        if given is not None:
            kids += [Text(self.look.separator, _AFFIX), given]
        if person.suffix:
            kids += [Text(self.look.separator, _AFFIX), self.text(person.suffix, "suffix")]
        return kids

    def family_first(self, person: Person) -> list[Node]:
        """``Zhao Lei``: the order of the name itself, without a comma."""
        kids: list[Node] = [self.family(person, particle=True)]
        if person.given:
            kids += [_blank(), self._dressed(self.text(person.given, "given"), given=True)]
        if person.suffix:
            kids += [_blank(), self.text(person.suffix, "suffix")]
        return kids


_AFFIX = Source("affix", "name")


def _blank() -> Node:
    return Text(" ", _AFFIX)


def _joins(particle: str) -> bool:
    """Whether a particle stands close to the name: ``d’``, ``al-``, but ``de’ Medici``."""
    return particle.endswith(("'", "’", "-")) and particle[-2:-1] not in "eiu"
