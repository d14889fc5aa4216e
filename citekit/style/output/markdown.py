"""Markdown as pandoc reads it: emphasis, spans with a class, superscripts, links; every other sign escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from citekit.style.node import Tree
from citekit.style.output.layout import PLAIN, Layout
from citekit.style.output.runs import Block, Mark, Run, blocks, join_blocks, nested, tight

_SIGN = re.compile(r"[\\`*_{}\[\]<>@$^~|\"'&#]|-(?=-)|(?<=-)-|\.(?=\.)|(?<=\.)\.|!$|:$")
_START = re.compile(r"\A(?:[-+:=%!]|\(?(?:[0-9]{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]+)(?P<mark>[.)])(?=\s|\Z))")
_OPEN = {
    "italic": "*",
    "oblique": "*",
    "bold": "**",
    "small-caps": "[",
    "underline": "[",
    "superscript": "^",
    "subscript": "~",
    "link": "[",
}
_CLOSE = _OPEN | {"small-caps": "]{.smallcaps}", "underline": "]{.underline}"}
_TAGS = {"superscript": "sup", "subscript": "sub"}
_SIMPLE = re.compile(r"(?:[^\W_]|[,;:()/–]|\.(?!\.)|-(?!-))+")
_MEETING = re.compile(r"(?<=[*^~\[])\x00(?=[*^~])")
_HIDDEN = "<!-- -->"
"""Keeps two marks apart that would be read as one; pandoc leaves it out."""


def escape(text: str) -> str:
    """A text inside a line."""
    return _SIGN.sub(r"\\\g<0>", text)


def write_entry(tree: Tree) -> str:
    """One entry, note or citation, as a paragraph or a piece of one."""
    return join_blocks(blocks(tree), _written, "\\\n", "\\\n")


def write_bibliography(entries: Iterable[Tree], layout: Layout = PLAIN) -> str:
    """A paragraph an entry; the layout is left to the style of the document."""
    del layout
    return "".join(f"{write_entry(entry)}\n\n" for entry in entries)


def _written(block: Block) -> str:
    runs = [Run(escape(run.text), _ordered(run)) for run in tight(block.runs)]
    text = nested(runs, _opening, _closing, str)
    text = _MEETING.sub(_HIDDEN, text).replace("\x00", "").lstrip(" ")
    return _START.sub(_at_start, text, count=1)


def _ordered(run: Run) -> tuple[Mark, ...]:
    """The marks with the raised ones innermost, as tags where the text is more than pandoc reads between ``^``."""
    tagged = "" if _SIMPLE.fullmatch(run.text) else "tag"
    raised = [(look, tagged) for look, _ in run.marks if look in _TAGS]
    return (*(mark for mark in run.marks if mark[0] not in _TAGS), *raised)


def _at_start(found: re.Match[str]) -> str:
    """What would open a list or the like, with a backslash before the sign that does."""
    return f"{found[0][:-1]}\\{found['mark']}" if found["mark"] else f"\\{found[0]}"


def _opening(mark: Mark) -> str:
    look, more = mark
    if look in _TAGS and more:
        return f"<{_TAGS[look]}>"
    return f"\x00{_OPEN[look]}" if look in _OPEN else ""


def _closing(mark: Mark) -> str:
    look, more = mark
    if look == "link":
        return f"](<{more}>)"
    if look in _TAGS and more:
        return f"</{_TAGS[look]}>"
    return _CLOSE.get(look, "")
