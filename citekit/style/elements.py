"""What every rendering element is: something that compiles to a closure (CSL 1.0.2, "Rendering Elements")."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias
from xml.etree.ElementTree import Element

from citekit.style.box import Box, Node
from citekit.style.context import Context
from citekit.style.locale import NS

if TYPE_CHECKING:
    from citekit.style.compiler import Compiler, Scope

Render: TypeAlias = Callable[[Context], Node | None]
"""Renders a compiled element in a context."""

Maker: TypeAlias = Callable[["Compiler", Element, "Scope"], Render | None]
"""Compiles an element in a scope; None where it can print nothing."""

RUN = "run"
"""``what`` of a box whose kids take the delimiter of whatever stands around it."""


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


def grouped(renders: list[Render], ctx: Context) -> list[Node]:
    """What the renders of a group or macro give: nothing where they call variables and all are empty.

    To what stands around it, what it prints counts as a variable that is filled (CSL 1.0.2, "Group").
    """
    called, filled = ctx.called, ctx.filled
    ctx.called = ctx.filled = False
    nodes = run(renders, ctx)
    if not nodes or (ctx.called and not ctx.filled):
        ctx.called, ctx.filled = called or ctx.called, filled
        return []
    ctx.called = ctx.filled = True
    return nodes


def _late(module: str) -> Maker:
    """The maker of a module that imports this one's nouns."""

    def make(compiler: Compiler, element: Element, scope: Scope) -> Render | None:
        made: Render | None = getattr(import_module(f"citekit.style.{module}"), element.tag.removeprefix(NS))(
            compiler, element, scope
        )
        return made

    return make


MAKERS: dict[str, Maker] = {
    f"{NS}text": _late("texts"),
    f"{NS}number": _late("number_parts"),
    f"{NS}label": _late("number_parts"),
    f"{NS}group": _late("groups"),
    f"{NS}choose": _late("groups"),
    f"{NS}date": _late("date_parts"),
    f"{NS}names": _late("names"),
}
"""Rendering element → what compiles it."""
