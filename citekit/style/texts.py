"""``cs:text``: a variable, a macro, a term or a value (CSL 1.0.2, "Text")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from citekit.style import numbers
from citekit.style.box import Box, Node, Text
from citekit.style.context import Context
from citekit.style.dress import Dress, dresser
from citekit.style.elements import Render, grouped
from citekit.style.faces import faced
from citekit.style.locators import locator_node
from citekit.style.node import Source
from citekit.style.pages import page_range
from citekit.style.rich import rich
from citekit.style.superior import affix, raised

if TYPE_CHECKING:
    from citekit.style.compiler import Compiler, Scope


def text(compiler: Compiler, element: Element, scope: Scope) -> Render | None:
    """``cs:text``: a variable, a macro, a term or a value."""
    dress = dresser(element, worded=element.get("variable") is None and element.get("macro") is None)
    if (name := element.get("variable")) is not None:
        plainly = variable(compiler, name, element.get("form", "long"), dress)
        return _linked(compiler, element, name, plainly) if name in _LINKS else plainly
    if (name := element.get("macro")) is not None:
        return _macro(compiler, name, scope, dress)
    if (name := element.get("term")) is not None:
        return _term(element, name, dress)
    value = element.get("value", "")
    if not value:
        return None
    return _dressed_constant(raised(value, Source("value")), dress)


def _linked(compiler: Compiler, element: Element, name: str, plainly: Render) -> Render:
    """An identifier that may become a link; a prefix that makes an address of it is part of the link."""
    prefix = element.get("prefix", "")
    found = _ADDRESS.search(prefix)
    if found is None:
        return plainly
    rest = Element(element.tag, {**element.attrib, "prefix": prefix[: found.start()]})
    linked = variable(compiler, name, element.get("form", "long"), dresser(rest), address=found[0])
    return lambda ctx: linked(ctx) if ctx.links else plainly(ctx)


_ADDRESS = re.compile(r"https?://\S*$")


def _dressed_constant(node: Node, dress: Dress | None) -> Render:
    if dress is None:
        return lambda ctx: node  # noqa: ARG005
    return lambda ctx: dress(node, ctx)


def _macro(compiler: Compiler, name: str, scope: Scope, dress: Dress | None) -> Render:
    renders: list[Render] | None = None

    def render(ctx: Context) -> Node | None:
        nonlocal renders
        if renders is None:
            renders = compiler.macro(name, scope)
        nodes = grouped(renders, ctx)
        if not nodes:
            return None
        node = nodes[0] if len(nodes) == 1 else Box(nodes)
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
        if node is None:
            ctx.silenced = ctx.silenced or locale.term(name, form) == ""
        return dress(node, ctx) if node is not None and dress else node

    return render


def variable(compiler: Compiler, name: str, form: str, dress: Dress | None, *, address: str = "") -> Render:
    """Renders a standard or number variable, ``short`` in its short form where it has one.

    ``address`` is what stands before an identifier inside its link.
    """
    get = SPECIAL.get(name)
    if get is None:
        get = _paged(compiler, name) if name in numbers.VARIABLES else _plain(name, form, address)

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


def _plain(name: str, form: str, address: str) -> Render:
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
            bare = ctx.brief or ctx.sorting is not None or (short and ctx.area == "citation")
            return faced(ctx, name, value, bare=bare)
        if name in _LINKS and ctx.links:
            before = [affix(address)] if address and "://" not in value else []
            whole = value if "://" in value else (address or _LINKS[name]) + value
            return Box([*before, Text(value, source)], ("link",), href=whole)
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


SPECIAL: dict[str, Render] = {
    "citation-number": _citation_number,
    "year-suffix": _year_suffix,
    "citation-label": _citation_label,
    "first-reference-note-number": _first_note,
    "locator": locator_node,
}
"""Variables that the processor fills itself."""
