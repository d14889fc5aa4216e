"""The entries of a bibliography: margins, and what stands for an author named before (CSL 1.0.2, "Bibliography")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from citekit.style.box import Box, Node, Text, has_text, plain
from citekit.style.elements import run
from citekit.style.node import Source
from citekit.style.style import Area, Layout
from citekit.style.superior import affix

if TYPE_CHECKING:
    from citekit.style.processor import Processor


_NUMBER = Source("number", "citation-number")


def entry_nodes(processor: Processor, area: Area) -> Iterator[tuple[str, Node]]:
    """Item id and node of each entry that prints something, one at a time."""
    align = area.options.get("second-field-align", "")
    substitute = area.options.get("subsequent-author-substitute")
    rule = area.options.get("subsequent-author-substitute-rule", "complete-all")
    before: Node | None = None
    for each in processor.order:
        item = processor.items[each]
        state = processor.state.get(each)
        ctx = processor.context(item, "bibliography", state=state)
        layout = area.layout(item.language)
        nodes = run(layout.renders(item.type), ctx)
        if not any(map(has_text, nodes)):
            if processor.style.is_numbered:
                yield each, Box([Text(f"{ctx.number}. ", _NUMBER), processor.unprinted()])
            continue
        names = ctx.first_names
        if substitute is not None and names is not None:
            if before is not None:
                nodes = _substituted(nodes, names, before, substitute, rule)
            before = names
        elif substitute is not None:
            before = None
        yield each, _whole(nodes, layout, align=bool(align))


def _whole(nodes: list[Node], layout: Layout, *, align: bool) -> Node:
    before: list[Node] = [affix(layout.prefix)] if layout.prefix else []
    after: list[Node] = [affix(layout.suffix)] if layout.suffix else []
    if align and len(nodes) > 1 and not any(isinstance(node, Box) and node.display for node in nodes):
        kids: list[Node] = [
            Box([*before, nodes[0]], display="left-margin"),
            Box([*nodes[1:], *after], display="right-inline"),
        ]
    else:
        kids = [*before, *nodes, *after]
        last = kids[-2] if len(kids) > 1 else None
        if after and isinstance(last, Box) and last.display:
            kids = [*kids[:-2], Box([*last.kids, *after], display=last.display)]
    return Box(kids, layout.marks)


def _people(node: Node) -> list[tuple[Any, ...]]:
    """The names of a node of names, list by list, as they are shown."""
    if isinstance(node, Text):
        return []
    if node.what == "names":
        return [tuple(plain(kid) for kid in node.kids if isinstance(kid, Box) and kid.what == "name")]
    return [each for kid in node.kids for each in _people(kid)]


def _substituted(nodes: list[Node], names: Node, before: Node, substitute: str, rule: str) -> list[Node]:
    now, then = _people(names), _people(before)
    if not now:  # what stands in the place of names is compared as text
        if plain(names) != plain(before) or _people(before):
            return nodes
        return [_replaced(node, names, _mark(substitute)) for node in nodes]
    if rule in ("complete-all", "complete-each"):
        if now != then:
            return nodes
        new = _all(names, substitute) if rule == "complete-all" else _each(names, substitute, None)
    else:
        flat_now, flat_then = [n for row in now for n in row], [n for row in then for n in row]
        same = 0
        while same < min(len(flat_now), len(flat_then)) and flat_now[same] == flat_then[same]:
            same += 1
        if not same:
            return nodes
        new = _each(names, substitute, 1 if rule == "partial-first" else same)
    return [_replaced(node, names, new) for node in nodes]


def _mark(substitute: str) -> Node:
    return Text(substitute, Source("affix", "subsequent-author-substitute"))


def _all(node: Node, substitute: str) -> Node:
    """The node with each list of names replaced as a whole; labels stay."""
    done = [False]

    def change(each: Node) -> Node:
        if isinstance(each, Text):
            return each
        if each.what == "names":
            if done[0]:
                return Box([])
            done[0] = True
            return _mark(substitute) if substitute else Box([])
        return each.with_kids([change(kid) for kid in each.kids])

    return change(node)


def _each(node: Node, substitute: str, limit: int | None) -> Node:
    """The node with each name replaced, as far as a limit."""
    left = [limit if limit is not None else 10**9]

    def change(each: Node) -> Node:
        if isinstance(each, Text):
            return each
        if each.what == "name":
            if left[0] <= 0:
                return each
            left[0] -= 1
            return _mark(substitute)
        return each.with_kids([change(kid) for kid in each.kids])

    return change(node)


def _replaced(node: Node, old: Node, new: Node) -> Node:
    if node is old:
        return new
    if isinstance(node, Text):
        return node
    kids = [_replaced(kid, old, new) for kid in node.kids]
    if all(kid is other for kid, other in zip(kids, node.kids, strict=True)):
        return node
    return node.with_kids(kids)
