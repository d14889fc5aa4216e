"""A capital where a sentence opens with a description instead of a name: "A senior colonel, interview"."""

from __future__ import annotations

import re

from citekit.style.node import Leaf, Span, Tree, leaves

_ARTICLE = re.compile(r"(?:an?|the)\s")


def capital(tree: Span) -> Span:
    """The tree, with a capital where its text opens with a small article."""
    first = next((leaf for leaf in leaves(tree) if leaf.text.strip("( ")), None)
    return _replaced(tree, first) if first and _ARTICLE.match(first.text) else tree


def _replaced(tree: Span, old: Leaf) -> Span:
    return Span(tuple(_child(child, old) for child in tree.children), tree.style, tree.href)


def _child(child: Tree, old: Leaf) -> Tree:
    if isinstance(child, Span):
        return _replaced(child, old)
    return Leaf(old.text[0].upper() + old.text[1:], old.source) if child is old else child
