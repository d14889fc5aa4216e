"""Plain text: the words and nothing else; what is displayed as a block gets a line of its own."""

from __future__ import annotations

from collections.abc import Iterable

from citekit.style.node import Tree
from citekit.style.output.layout import PLAIN, Layout
from citekit.style.output.runs import blocks, join_blocks


def write_entry(tree: Tree) -> str:
    """One entry, note or citation."""
    found = blocks(tree)
    if len(found) == 1:
        return "".join(run.text for run in found[0].runs)
    return join_blocks(found, lambda block: "".join(run.text for run in block.runs), "\n", "\n    ")


def write_bibliography(entries: Iterable[Tree], layout: Layout = PLAIN) -> str:
    """A paragraph an entry, with as many empty lines between two as the layout says, rounded."""
    gap = "\n" * (1 + round(layout.entry_spacing))
    return gap.join(map(write_entry, entries)) + "\n"
