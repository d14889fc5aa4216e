"""The tree of formatted text."""

from __future__ import annotations

import pytest

from citekit.style.node import Leaf, Source, Span, leaves, text

TITLE = Leaf("Fog", Source("variable", "title", "a"))
DOT = Leaf(". ", Source("affix"))
NAME = Leaf("Zhao", Source("variable", "author", "a", "family"))

TREES = [
    (TITLE, [TITLE], "Fog"),
    (Span(()), [], ""),
    (Span((NAME, DOT, Span((TITLE,), "italic"), DOT)), [NAME, DOT, TITLE, DOT], "Zhao. Fog. "),
    (Span((Span((Span((NAME,)), DOT)), Span(()), TITLE), "block"), [NAME, DOT, TITLE], "Zhao. Fog"),
]


@pytest.mark.parametrize(("tree", "pieces", "words"), TREES)
def test_the_leaves_come_in_the_order_of_the_text(tree, pieces, words):
    assert list(leaves(tree)) == pieces
    assert text(tree) == words


def test_a_tree_of_any_depth_has_a_text():
    tree = TITLE
    for _ in range(5000):
        tree = Span((tree,), "italic")
    assert text(tree) == "Fog"
