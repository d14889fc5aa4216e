"""The rendering elements but for names and dates: text, number, label, group, choose (CSL 1.0.2, "Rendering Elements").

Each function compiles one element into a closure that renders it in a context, or gives None.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias
from xml.etree.ElementTree import Element

from citekit.style import numbers
from citekit.style.box import Box, Node, Text, joined, mapped
from citekit.style.context import Context
from citekit.style.dress import Dress, dresser
from citekit.style.faces import faced
from citekit.style.locators import locator_node
from citekit.style.node import Source
from citekit.style.pages import page_range
from citekit.style.rich import rich
from citekit.style.superior import raised

if TYPE_CHECKING:
    from citekit.style.compiler import Compiler, Scope

Render: TypeAlias = Callable[[Context], Node | None]

RUN = "run"
"""``what`` of a box whose kids take the delimiter of whatever stands around it."""


def text(compiler: Compiler, element: Element, scope: Scope) -> Render:
    """``cs:text``: a variable, a macro, a term or a value."""
    dress = dresser(element)
    if (name := element.get("variable")) is not None:
        return _variable(compiler, name, element.get("form", "long"), dress)
    if (name := element.get("macro")) is not None:
        return _macro(compiler, name, scope, dress)
    if (name := element.get("term")) is not None:
        return _term(element, name, dress)
    value = element.get("value", "")
    if not value:
        return _nothing
    return _dressed_constant(raised(value, Source("value")), dress)


def _nothing(ctx: Context) -> None:  # noqa: ARG001
    return None


def _dressed_constant(node: Node, dress: Dress | None) -> Render:
    if dress is None:
        return lambda ctx: node  # noqa: ARG005
    return lambda ctx: dress(node, ctx)


def _macro(compiler: Compiler, name: str, scope: Scope, dress: Dress | None) -> Render:
    inner = compiler.macro(name, scope)

    def render(ctx: Context) -> Node | None:
        called, filled = ctx.called, ctx.filled
        ctx.called = ctx.filled = False
        node = inner(ctx)
        if node is None or (ctx.called and not ctx.filled):
            ctx.called, ctx.filled = called or ctx.called, filled
            return None
        ctx.called = ctx.filled = True
        if isinstance(node, Box) and node.what == RUN:
            node = Box(node.kids)
        return dress(node, ctx) if dress else node

    return render


def _term(element: Element, name: str, dress: Dress | None) -> Render:
    form, plural = element.get("form", "long"), element.get("plural") == "true"
    source = Source("term", name)
    cache: dict[str, Node | None] = {}

    def render(ctx: Context) -> Node | None:
        locale = ctx.locale
        if locale.tag not in cache:
            found = locale.term(name, form, plural=plural)
            cache[locale.tag] = raised(found, source) if found else None
        node = cache[locale.tag]
        return dress(node, ctx) if node is not None and dress else node

    return render


def _variable(compiler: Compiler, name: str, form: str, dress: Dress | None) -> Render:
    get = _SPECIAL.get(name)
    if get is None:
        get = _paged(compiler, name) if name in numbers.VARIABLES else _plain(name, form)

    silent = name == "year-suffix"  # it is no variable of the item, so that its absence empties no group

    def render(ctx: Context) -> Node | None:
        if not silent:
            ctx.called = True
        if name in ctx.hidden:
            return None
        node = get(ctx)
        if node is None:
            return None
        ctx.use(name)
        return dress(node, ctx) if dress else node

    return render


def _plain(name: str, form: str) -> Render:
    source = Source("variable", name)
    short = form == "short"

    def get(ctx: Context) -> Node | None:
        item = ctx.item
        if short:
            value = item.short(name)
            if value:
                return rich(value, source)
        value = item.text(name)
        if not value:
            value = item.short(name.removesuffix("-short")) if name.endswith("-short") else ""
            if not value and name not in item.faces:
                return None
        if name in item.faces:
            return faced(ctx, name, value, bare=short or ctx.sorting is not None)
        if name in _LINKS and ctx.links:
            return Box([Text(value, source)], ("link",), href=_LINKS[name] + value if "://" not in value else value)
        return rich(value, source)

    return get


_LINKS = {
    "DOI": "https://doi.org/",
    "URL": "",
    "PMID": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
}
"""Variables that are addresses, and what makes one of them (CSL 1.0.2, "Hyperlinks")."""


def _paged(compiler: Compiler, name: str) -> Render:
    source = Source("variable", name)
    whole = "page" if name == "page-first" else name
    form = compiler.page_format if name == "page" else ""

    def get(ctx: Context) -> Node | None:
        value = ctx.item.text(whole)
        if name == "page-first":
            value = ctx.item.text(name) or numbers.parts(value).pieces[0].split("-")[0]
        if not value:
            return None
        if name == "page":
            value = page_range(value, form, ctx.locale.term("page-range-delimiter") or "–")
        elif numbers.is_numeric(value):
            value = page_range(value, "", "–")
        return rich(value.replace("\\-", "-"), source)

    return get


def _citation_number(ctx: Context) -> Node | None:
    return Text(str(ctx.number), Source("number", "citation-number")) if ctx.number else None


def _year_suffix(ctx: Context) -> Node | None:
    return suffix_node(ctx)


def suffix_node(ctx: Context) -> Node | None:
    """The year suffix of the item, once in a rendering."""
    if not ctx.disambiguation.suffix or ctx.sorting is not None:
        return None
    ctx.suffix_done = True
    return Box([Text(ctx.disambiguation.suffix, Source("number", "year-suffix"))], what="suffix")


def _citation_label(ctx: Context) -> Node | None:
    from citekit.style.citation_label import citation_label  # noqa: PLC0415 - few styles have one

    found: list[Node] = [Text(citation_label(ctx.item), Source("number", "citation-label"))]
    suffix = suffix_node(ctx)
    return Box([*found, suffix]) if suffix else found[0]


def _first_note(ctx: Context) -> Node | None:
    return Text(ctx.first_note, Source("number", "first-reference-note-number")) if ctx.first_note else None


_SPECIAL: dict[str, Render] = {
    "citation-number": _citation_number,
    "year-suffix": _year_suffix,
    "citation-label": _citation_label,
    "first-reference-note-number": _first_note,
    "locator": locator_node,
}


def number(compiler: Compiler, element: Element, scope: Scope) -> Render:
    """``cs:number``: a number variable as a numeral, an ordinal, a word or in Roman numerals."""
    name, form = element.get("variable", ""), element.get("form", "numeric")
    dress = dresser(element)
    if form == "numeric" and name in _SPECIAL:
        return _variable(compiler, name, "long", dress)
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
    if form == "numeric":
        return Text(page_range(value, "", "–"), source)
    kids: list[Node] = []
    for at, piece in enumerate(found.pieces):
        if at:
            sign = found.joins[at - 1]
            kids.append(
                Text({",": ", ", "&": " & ", ";": "; "}.get(sign, "–" if len(sign) < 3 else f" {sign} "), source)
            )
        kids.append(_one(ctx, piece, name, form, source))
    return kids[0] if len(kids) == 1 else Box(kids)


def _one(ctx: Context, piece: str, name: str, form: str, source: Source) -> Node:
    if not piece.isdecimal():
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


def label(compiler: Compiler, element: Element, scope: Scope) -> Render:
    """``cs:label`` of a number variable: its term, for one or for several."""
    name, form = element.get("variable", ""), element.get("form", "long")
    plural = element.get("plural", "contextual")
    dress = dresser(element)

    def render(ctx: Context) -> Node | None:
        if ctx.sorting is not None:
            return None
        value = value_of(ctx, name)
        if not value or name in ctx.hidden:
            return None
        term = name
        if name == "locator":
            term = ctx.cite.label if ctx.cite else "page"
            if locator_opens_with_label(ctx):
                return None
        several = plural == "always" or (plural == "contextual" and is_plural(name, value))
        found = ctx.locale.term(term, form, plural=several)
        if not found:
            return None
        node = raised(found, Source("label", term))
        return dress(node, ctx) if dress else node

    return render


def locator_opens_with_label(ctx: Context) -> bool:
    """Whether the locator brings its label with it ("vol. 1, fol. 186")."""
    from citekit.style.locators import opens_with_label  # noqa: PLC0415

    return bool(ctx.cite) and opens_with_label(ctx.cite.locator if ctx.cite else "", ctx.locale)


def is_plural(name: str, value: str) -> bool:
    """Whether a number variable tells of several: more numbers than one, or a count above one."""
    if name.startswith("number-of-"):
        found = numbers.first_integer(value)
        return found is not None and found != 1
    from citekit.style.locators import several  # noqa: PLC0415

    return several(value)


def group(compiler: Compiler, element: Element, scope: Scope) -> Render:
    """``cs:group``: its parts with a delimiter, and nothing when it calls variables that are all empty."""
    delimiter = element.get("delimiter", "")
    dress = dresser(element)
    renders = compiler.children(element, scope)

    def render(ctx: Context) -> Node | None:
        called, filled = ctx.called, ctx.filled
        ctx.called = ctx.filled = False
        nodes = run(renders, ctx)
        if not nodes or (ctx.called and not ctx.filled):
            ctx.called, ctx.filled = called or ctx.called, filled
            return None
        ctx.called = ctx.filled = True
        node = joined(nodes, delimiter)
        return dress(node, ctx) if node is not None and dress else node

    return render


def run(renders: list[Render], ctx: Context) -> list[Node]:
    """What the renders give, boxes that only hold a run opened."""
    nodes: list[Node] = []
    for render in renders:
        node = render(ctx)
        if node is None:
            continue
        if isinstance(node, Box) and node.what == RUN:
            nodes += node.kids
        else:
            nodes.append(node)
    return nodes


def choose(compiler: Compiler, element: Element, scope: Scope) -> Render:
    """``cs:choose``: the first branch whose conditions hold."""
    from citekit.style.conditions import condition  # noqa: PLC0415

    branches = []
    for child in element:
        tag = child.tag.rpartition("}")[2]
        if tag in ("if", "else-if"):
            branches.append((condition(child), compiler.children(child, scope)))
        elif tag == "else":
            branches.append((None, compiler.children(child, scope)))

    def render(ctx: Context) -> Node | None:
        for holds, renders in branches:
            if holds is None or holds(ctx):
                if len(renders) == 1:
                    return renders[0](ctx)
                nodes = run(renders, ctx)
                if not nodes:
                    return None
                return nodes[0] if len(nodes) == 1 else Box(nodes, what=RUN)
        return None

    return render


__all__ = ["Render", "choose", "group", "label", "mapped", "number", "text"]
