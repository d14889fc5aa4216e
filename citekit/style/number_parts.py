"""``cs:number`` and the ``cs:label`` of a number variable (CSL 1.0.2, "Number", "Label")."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from citekit.style import numbers
from citekit.style.box import Box, Node, Text
from citekit.style.context import Context
from citekit.style.dress import dresser
from citekit.style.elements import Render
from citekit.style.locators import opens_with_label, several
from citekit.style.node import Source
from citekit.style.superior import raised
from citekit.style.texts import SPECIAL, variable

if TYPE_CHECKING:
    from citekit.style.compiler import Compiler, Scope


def number(compiler: Compiler, element: Element, scope: Scope) -> Render:  # noqa: ARG001 - the signature of a maker
    """``cs:number``: a number variable as a numeral, an ordinal, a word or in Roman numerals."""
    name, form = element.get("variable", ""), element.get("form", "numeric")
    dress = dresser(element)
    if form == "numeric" and name in SPECIAL:
        return variable(compiler, name, "long", dress)
    source = Source("variable", name)

    def render(ctx: Context) -> Node | None:
        ctx.called = True
        if name in ctx.hidden:
            return None
        value = value_of(ctx, name)
        if not value:
            return None
        ctx.use(name)
        node = _formed(ctx, value, name, form, source)
        return dress(node, ctx) if dress else node

    return render


def value_of(ctx: Context, name: str) -> str:
    """The text of a number variable, those that the processor counts itself included."""
    if name == "locator":
        return ctx.cite.locator if ctx.cite else ""
    if name == "citation-number":
        return str(ctx.number) if ctx.number else ""
    if name == "first-reference-note-number":
        return ctx.first_note
    if name == "page-first":
        return ctx.item.text(name) or ctx.item.text("page").split("-")[0].split("–")[0]
    return ctx.item.text(name)


def _formed(ctx: Context, value: str, name: str, form: str, source: Source) -> Node:
    found = numbers.parts(value)
    if not found.numeric:
        return Text(value, source)
    kids: list[Node] = []
    for at, piece in enumerate(found.pieces):
        if at:
            sign = found.joins[at - 1]
            kids.append(
                Text({",": ", ", "&": " & ", ";": "; "}.get(sign, "–" if len(sign) < 3 else f" {sign} "), source)
            )
        kids.append(_one(ctx, piece, name, form, source))
    return kids[0] if len(kids) == 1 else Box(kids)


_FORMED = ("ordinal", "long-ordinal", "roman")


def _one(ctx: Context, piece: str, name: str, form: str, source: Source) -> Node:
    if form not in _FORMED or not piece.isdecimal():
        return Text(piece, source)
    integer = int(piece)
    if form == "roman":
        return Text(numbers.roman(integer), source)
    noun = (ctx.cite.label if ctx.cite else "page") if name == "locator" else name
    gender = ctx.locale.gender(noun)
    if form == "long-ordinal" and 1 <= integer <= 10:
        word = ctx.locale.long_ordinal(integer, gender)
        if word:
            return Text(word, source)
    ending = ctx.locale.ordinal(integer, gender)
    return (
        Box([Text(str(integer), source), raised(ending, Source("term", "ordinal"))]) if ending else Text(piece, source)
    )


def label(compiler: Compiler, element: Element, scope: Scope) -> Render:  # noqa: ARG001 - the signature of a maker
    """``cs:label`` of a number variable: its term, for one or for several."""
    name, form = element.get("variable", ""), element.get("form", "long")
    plural = element.get("plural", "contextual")
    dress = dresser(element, worded=True)

    def render(ctx: Context) -> Node | None:
        if ctx.sorting is not None:
            return None
        value = value_of(ctx, name)
        if not value or name in ctx.hidden:
            return None
        term = name
        if name == "locator":
            term = ctx.cite.label if ctx.cite else "page"
            if opens_with_label(value, ctx.locale):
                return None
        many = plural == "always" or (plural == "contextual" and is_plural(name, value))
        found = ctx.locale.term(term, form, plural=many)
        if not found:
            return None
        node = raised(found, Source("label", term))
        return dress(node, ctx) if dress else node

    return render


def is_plural(name: str, value: str) -> bool:
    """Whether a number variable tells of several: more numbers than one, or a count above one."""
    if name.startswith("number-of-"):
        found = numbers.first_integer(value)
        return found is not None and found != 1
    return several(value)
