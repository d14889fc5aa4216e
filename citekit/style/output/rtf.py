r"""RTF 1.9 that word processors read and paste: ASCII throughout, all else as ``{\uc0\u8211}``.

Not ``\u8211?``, with a sign for old readers behind each: not every reader of today skips just that sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from citekit.style.node import Tree
from citekit.style.output.layout import PLAIN, Layout
from citekit.style.output.links import ascii_only
from citekit.style.output.runs import Mark, Run, blocks, join_blocks, nested

_HEAD = (
    "{\\rtf1\\ansi\\ansicpg1252\\deff0\n"
    "{\\fonttbl{\\f0\\froman Times New Roman;}}\n"
    "{\\colortbl;\\red5\\green99\\blue193;}\n"
)
_SPECIAL = re.compile(r"[\\{}]|[^\x20-\x7e]+")
_WORDS = {
    "italic": "\\i",
    "oblique": "\\i",
    "bold": "\\b",
    "small-caps": "\\scaps",
    "underline": "\\ul",
    "superscript": "\\super",
    "subscript": "\\sub",
}
_LINE, _INDENT = "\\line\n", "\\line\\tab\n"
_TWIPS = 240  # of a line of 12 points
_HANG = 720  # half an inch


def escape(text: str) -> str:
    """A text as RTF: its own signs escaped, what is no ASCII as signed 16-bit units."""
    return text if text.isascii() and not _SPECIAL.search(text) else _SPECIAL.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    if sign.isascii():
        return f"\\{sign}"
    data = sign.encode("utf-16-le", "surrogatepass")
    units = (int.from_bytes(data[at : at + 2], "little", signed=True) for at in range(0, len(data), 2))
    return "{\\uc0" + "".join(f"\\u{unit}" for unit in units) + "}"


def write_entry(tree: Tree) -> str:
    """One entry, note or citation, as a piece to be set into a document."""
    return join_blocks(blocks(tree), lambda block: _written(block.runs), _LINE, _INDENT)


def write_bibliography(entries: Iterable[Tree], layout: Layout = PLAIN) -> str:
    """A whole document, a paragraph an entry."""
    spacing = f"\\sa{round(layout.entry_spacing * _TWIPS)}\\sl{round(layout.line_spacing * _TWIPS)}\\slmult1"
    hang = layout.hanging_indent or layout.second_field_align
    indent = f"\\li{_HANG}\\fi-{_HANG}" if hang else ""
    paragraphs = "".join(f"\\pard{spacing}{indent} {_paragraph(entry, layout)}\\par\n" for entry in entries)
    return f"{_HEAD}{paragraphs}}}\n"


def _paragraph(tree: Tree, layout: Layout) -> str:
    found = blocks(tree)
    if layout.second_field_align and len(found) > 1 and found[0].display == "left-margin":
        rest = join_blocks(found[1:], lambda block: _written(block.runs), _LINE, _INDENT)
        return f"{_written(found[0].runs).rstrip()}\\tab {rest.lstrip()}"
    return write_entry(tree)


def _written(runs: list[Run]) -> str:
    return nested(runs, _opening, _closing, escape)


def _opening(mark: Mark) -> str:
    look, href = mark
    if look == "link":
        return f'{{\\field{{\\*\\fldinst{{HYPERLINK "{ascii_only(href)}"}}}}{{\\fldrslt{{\\ul\\cf1 '
    return f"{{{_WORDS[look]} " if look in _WORDS else ""


def _closing(mark: Mark) -> str:
    return "}}}" if mark[0] == "link" else "}" if mark[0] in _WORDS else ""
