"""``cs:names``: name variables with their labels, or what substitutes for them (CSL 1.0.2, "Names")."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element

from citekit.style.box import Box, Node, Text, joined, plain
from citekit.style.context import Context
from citekit.style.dress import Dress, dresser
from citekit.style.elements import Render
from citekit.style.groups import substitutes
from citekit.style.locale import NS
from citekit.style.name_list import Style, list_of_names, style_of
from citekit.style.node import Source
from citekit.style.superior import raised

if TYPE_CHECKING:
    from citekit.style.compiler import Compiler, Scope

_BETWEEN = Source("affix", "name-delimiter")


class Labelled(NamedTuple):
    """The label of a names element: its form, its plural, its looks, whether it stands before the names."""

    form: str
    plural: str
    dress: Dress | None
    before: bool


def names(compiler: Compiler, element: Element, scope: Scope) -> Render:
    """Compiles a ``cs:names``."""
    from citekit.style.compiler import options_of  # noqa: PLC0415

    source = element
    if scope.parent is not None and element.find(f"{NS}name") is None and not _has_children(element):
        source = scope.parent  # "a shorthand version of cs:names without child elements" takes those of its parent
    options = dict(options_of(element, scope.options))
    style = style_of(source, options)
    label = _label(source)
    variables = element.get("variable", "").split()
    dress = dresser(element)
    delimiter = element.get("delimiter", options.get("names-delimiter", ""))
    substitute = element.find(f"{NS}substitute")
    instead: list[Render] | None = None if substitute is not None else []

    def render(ctx: Context) -> Node | None:
        nonlocal instead
        ctx.called = True
        found = _lists(ctx, variables, style, label)
        if not found:
            if instead is None and substitute is not None:
                instead = substitutes(compiler, substitute, scope._replace(parent=element))
            if not instead:
                return None
            node = _substituted(ctx, instead)
            return dress(node, ctx) if node is not None and dress and ctx.sorting is None else node
        ctx.filled = True
        if style.form == "count" or (ctx.sorting is not None and ctx.sorting.form == "count"):
            return Text(str(sum(block.shown for block in ctx.blocks[-len(found) :])), Source("number", "names"))
        if ctx.skip_names and not ctx.names_done:
            ctx.names_done = True
            return None
        found = [each for each in found if plain(each)]
        node = joined(found, delimiter)
        if node is not None and dress and ctx.sorting is None:
            node = dress(node, ctx)
        if ctx.first_names is None:
            ctx.first_names = node
        ctx.names_done = True
        return node

    return render


def _has_children(element: Element) -> bool:
    return any(child.tag in (f"{NS}name", f"{NS}label", f"{NS}et-al", f"{NS}institution") for child in element)


def _substituted(ctx: Context, instead: list[Render]) -> Node | None:
    """The first substitute with output; the variables it prints are empty from then on."""
    outer = ctx.tracked
    first = ctx.first_names
    for render in instead:
        ctx.tracked = set()
        ctx.silenced = False
        done = ctx.names_done
        node = render(ctx)
        used = ctx.tracked
        ctx.tracked = outer
        if node is None and ctx.skip_names and ctx.names_done and not done:
            return None  # this was the author that is left out: nothing stands in for it
        if node is None and ctx.silenced:
            return None  # a term without text is found, and says that nothing is to stand here
        if node is not None:
            ctx.hidden |= used
            if outer is not None:
                outer |= used
            ctx.filled = True
            if first is None:
                ctx.first_names = ctx.first_names or node
                if ctx.skip_names and not ctx.names_done:
                    ctx.names_done = True
                    return None
            return Box([node], what="substitute")
    return None


def _lists(ctx: Context, variables: list[str], style: Style, label: Labelled | None) -> list[Node]:
    """The node of each variable that has names, its label with it."""
    item = ctx.item
    filled = [name for name in variables if name not in ctx.hidden and item.names(name)]
    merged = ""
    if (
        len(filled) == 2
        and set(filled) == {"editor", "translator"}
        and item.names("editor") == item.names("translator")
    ):
        form = label.form if label else "long"
        terms = [(name, ctx.locale.term(name, form)) for name in ("editortranslator", "editor-translator")]
        merged, word = next(((name, word) for name, word in terms if word is not None), ("", ""))
        if word:
            for name in filled:
                ctx.use(name)
            filled = filled[:1]
        else:
            merged = ""
    nodes: list[Node] = []
    for name in filled:
        people = item.names(name)
        node = list_of_names(ctx, people, style, name)
        ctx.use(name)
        nodes.append(_labelled(ctx, node, label, merged or name, len(people)))
    return nodes


def _labelled(ctx: Context, node: Node, label: Labelled | None, name: str, count: int) -> Node:
    if label is None or ctx.sorting is not None:
        return node
    several = label.plural == "always" or (label.plural == "contextual" and count > 1)
    found = ctx.locale.term(name, label.form, plural=several)
    if not found:
        return node
    term = raised(found, Source("label", name))
    if label.dress:
        term = label.dress(term, ctx)
    return Box([term, node] if label.before else [node, term])


def _label(element: Element) -> Labelled | None:
    children = [child.tag for child in element]
    label = element.find(f"{NS}label")
    if label is None:
        return None
    name = f"{NS}name"
    before = name in children and children.index(f"{NS}label") < children.index(name)
    return Labelled(label.get("form", "long"), label.get("plural", "contextual"), dresser(label, worded=True), before)
