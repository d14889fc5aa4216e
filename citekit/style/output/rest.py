"""reStructuredText: one mark at a time, since its inline markup cannot nest, and never without a boundary."""

from __future__ import annotations

import re
from collections.abc import Iterable

from citekit.style.node import Tree
from citekit.style.output.layout import PLAIN, Layout
from citekit.style.output.links import ascii_only
from citekit.style.output.runs import Block, Run, blocks, join_blocks, tight

_SIGN = re.compile(r"(?P<url>https?://[^\s\\*`|<>]*[^\W_])|[\\*`|_]|:(?=:)|(?<=:):|:$")
_START = re.compile(r"\A(?:[!-/:-@\[-`{-~•‣⁃]|(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)](?=\s|\Z))")
_MARKUP = {
    "bold": ("**", "**"),
    "italic": ("*", "*"),
    "oblique": ("*", "*"),
    "superscript": (":sup:`", "`"),
    "subscript": (":sub:`", "`"),
}
_ROLES = frozenset({"superscript", "subscript"})
_SIMPLE = re.compile(r"[^\\*`|_]+")  # what a role holds without an escape
_BEFORE = frozenset(" -/([{<")
_AFTER = frozenset(" -/)]}>.,;!?")


def escape(text: str) -> str:
    """A text inside a line."""
    return _SIGN.sub(lambda found: found[0] if found["url"] else f"\\{found[0]}", text)


def write_entry(tree: Tree) -> str:
    """One entry, note or citation, as a paragraph; blocks inside it are lines of a line block."""
    found = blocks(tree)
    text = join_blocks(found, _written, "\n", "\n    ")
    return "\n".join(f"| {line}" for line in text.split("\n")) if "\n" in text else text


def write_bibliography(entries: Iterable[Tree], layout: Layout = PLAIN) -> str:
    """A paragraph an entry; the layout is left to the style of the document."""
    del layout
    return "".join(f"{write_entry(entry)}\n\n" for entry in entries)


def _written(block: Block) -> str:
    text = ""
    plain = True
    for run in tight([_with_one_mark(run) for run in block.runs]):
        if not run.marks:
            words = run.text if text else run.text.lstrip(" ")
            piece = escape(words)
            if not plain and words and words[0] not in _AFTER:
                piece = f"\\ {piece}"
            elif not text:
                piece = _START.sub(r"\\\g<0>", piece) if not piece.startswith("\\") else piece
        else:
            piece = _marked(run)
            if text and not (plain and text[-1] in _BEFORE):
                piece = f"\\ {piece}"
        text += piece
        plain = not run.marks
    return text


def _with_one_mark(run: Run) -> Run:
    """The run with the mark that tells most: a link, else the innermost that the format has."""
    simple = _SIMPLE.fullmatch(run.text)
    links = [mark for mark in run.marks if mark[0] == "link"]
    looks = [mark for mark in reversed(run.marks) if mark[0] in _MARKUP and (simple or mark[0] not in _ROLES)]
    return Run(run.text, tuple((links or looks)[:1]))


def _marked(run: Run) -> str:
    ((look, href),) = run.marks
    if look == "link":
        words = escape(run.text).replace("<", r"\<")
        return f"`{words} <{escape(ascii_only(href))}>`__"
    before, after = _MARKUP[look]
    return f"{before}{escape(run.text)}{after}"
