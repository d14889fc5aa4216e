"""``cs:group`` and ``cs:choose`` (CSL 1.0.2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from citekit.style.box import Box, Node, joined
from citekit.style.conditions import Holds, condition
from citekit.style.context import Context
from citekit.style.dress import dresser
from citekit.style.elements import RUN, Render, grouped, run
from citekit.style.locale import NS

if TYPE_CHECKING:
    from citekit.style.compiler import Compiler, Scope


def group(compiler: Compiler, element: Element, scope: Scope) -> Render | None:
    """``cs:group``: its parts with a delimiter, and nothing when it calls variables that are all empty."""
    delimiter = element.get("delimiter", "")
    dress = dresser(element)
    renders = compiler.children(element, scope)
    if not renders:
        return None

    def render(ctx: Context) -> Node | None:
        node = joined(grouped(renders, ctx), delimiter)
        return dress(node, ctx) if node is not None and dress else node

    return render


def choose(compiler: Compiler, element: Element, scope: Scope) -> Render | None:
    """``cs:choose``: the first branch whose conditions hold; None where no branch can hold for the type of item."""
    return _chosen(element, scope, lambda child: _branch(compiler.children(child, scope)))


def substitutes(compiler: Compiler, element: Element, scope: Scope) -> list[Render]:
    """The closures of what may stand in for names, one after the other; so do the parts of a choice among them."""

    def one(child: Element) -> Render | None:
        if child.tag == _CHOOSE:
            return _chosen(child, scope, lambda branch: _first(substitutes(compiler, branch, scope)))
        return compiler.element(child, scope)

    return [render for child in element if (render := one(child)) is not None]


def _chosen(element: Element, scope: Scope, compiled: Callable[[Element], Render | None]) -> Render | None:
    branches = _branches(element, scope)
    if not branches:
        return None
    if branches[0][0] is None:
        return compiled(branches[0][1])
    taken: dict[int, Render | None] = {}

    def render(ctx: Context) -> Node | None:
        for at, (holds, child) in enumerate(branches):
            if holds is None or holds(ctx):
                if at not in taken:
                    taken[at] = compiled(child)
                branch = taken[at]
                return branch(ctx) if branch else None
        return None

    return render


def _branches(element: Element, scope: Scope) -> list[tuple[Holds | None, Element]]:
    """The branches that can be taken; None for a condition that always holds, which is the last."""
    found: list[tuple[Holds | None, Element]] = []
    for child in element:
        holds = condition(child, scope) if child.tag in _IFS else child.tag == _ELSE
        if holds is True:
            return [*found, (None, child)]
        if holds is not False:
            found.append((holds, child))
    return found


_CHOOSE = f"{NS}choose"
_IFS = (f"{NS}if", f"{NS}else-if")
_ELSE = f"{NS}else"


def _branch(renders: list[Render]) -> Render | None:
    """One closure of several, whose parts take the delimiter of what stands around them."""
    if len(renders) < 2:
        return renders[0] if renders else None

    def render(ctx: Context) -> Node | None:
        nodes = run(renders, ctx)
        if len(nodes) < 2:
            return nodes[0] if nodes else None
        return Box(nodes, what=RUN)

    return render


def _first(renders: list[Render]) -> Render | None:
    """One closure of several: the first that prints something."""
    if len(renders) < 2:
        return renders[0] if renders else None
    return lambda ctx: next((node for render in renders if (node := render(ctx)) is not None), None)
