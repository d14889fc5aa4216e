"""Formatted text as a tree: leaves of plain text that say where they come from, and spans that say how they look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias


class Source(NamedTuple):
    """Where a piece of text comes from.

    ``kind`` is ``variable``, ``term``, ``label``, ``affix``, ``value``, ``number`` or ``punctuation``; ``face`` is
    ``original`` or ``translation``, or empty for the text of the variable itself.
    """

    kind: str
    name: str = ""
    """The variable or term: ``title``."""
    item: str = ""
    """The id of the item."""
    part: str = ""
    """The part of a name or date: ``family``, ``given``, ``year``, ``month`` …"""
    index: int = 0  # type: ignore[assignment] # hides tuple.index, which nobody asks of a source
    """Which name of the variable it is, from 0."""
    face: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A piece of plain text from one source."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Span:
    """Pieces that look alike.

    ``style`` is empty or one of ``STYLES``; ``href`` is the address of a ``link``.
    """

    children: tuple[Leaf | Span, ...]
    style: str = ""
    href: str = ""


Tree: TypeAlias = Leaf | Span

DISPLAYS = frozenset({"block", "left-margin", "right-inline", "indent"})
"""The styles that set their content apart as a block of its own (``display``, CSL 1.0.2)."""

STYLES = DISPLAYS | {
    "italic",
    "oblique",
    "roman",  # font-style="normal"
    "bold",
    "light",
    "unbold",  # font-weight="normal"
    "small-caps",
    "caps-normal",  # font-variant="normal"
    "underline",
    "no-underline",
    "superscript",
    "subscript",
    "baseline",
    "link",
    "nocase",
    "nodecor",
}
"""How a span can look; ``nocase`` and ``nodecor`` look like nothing, they keep others off."""


def leaves(tree: Tree) -> Iterator[Leaf]:
    """The leaves of a tree, in the order of the text."""
    stack = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, Leaf):
            yield node
        else:
            stack.extend(reversed(node.children))


def text(tree: Tree) -> str:
    """The plain text of a tree: its leaves, joined."""
    return "".join([leaf.text for leaf in leaves(tree)])
