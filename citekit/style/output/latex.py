"""LaTeX in UTF-8, for any engine; links need hyperref."""

from __future__ import annotations

import re
from collections.abc import Iterable

from citekit.style.node import Tree
from citekit.style.output.layout import PLAIN, Layout
from citekit.style.output.links import ascii_only
from citekit.style.output.runs import Mark, Run, blocks, join_blocks, nested

_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    "\u00a0": "~",
}
_SIGN = re.compile("[" + re.escape("".join(_SIGNS)) + "]|-(?=-)|,(?=,)")
_COMMANDS = {
    "italic": r"\textit{",
    "oblique": r"\textsl{",
    "bold": r"\textbf{",
    "small-caps": r"\textsc{",
    "underline": r"\underline{",
    "superscript": r"\textsuperscript{",
    "subscript": r"\textsubscript{",
}


def escape(text: str) -> str:
    """A text as LaTeX prints it: no command, no ligature but those of the script itself."""
    return _SIGN.sub(lambda found: _SIGNS.get(found[0], f"{{{found[0]}}}"), text)


def write_entry(tree: Tree) -> str:
    """One entry, note or citation."""
    return join_blocks(blocks(tree), lambda block: _written(block.runs), "\n\n", "\n\n\\hspace*{2em}")


def write_bibliography(entries: Iterable[Tree], layout: Layout = PLAIN) -> str:
    """A ``list`` with one ``item`` an entry; what stands on the left margin is the item's label."""
    hang = layout.hanging_indent or layout.second_field_align
    lengths = rf"\setlength{{\itemsep}}{{{layout.entry_spacing:.3g}\baselineskip}}\setlength{{\parsep}}{{0pt}}"
    lengths += rf"\setlength{{\leftmargin}}{{{'2em' if hang else '0pt'}}}"
    if not layout.second_field_align:
        lengths += rf"\setlength{{\itemindent}}{{{'-2em' if hang else '0pt'}}}\setlength{{\labelsep}}{{0pt}}"
    lines = "".join(f"{_item(entry)}\n" for entry in entries)
    written = f"\\begin{{list}}{{}}{{{lengths}}}\n{lines}\\end{{list}}\n"
    return (
        written
        if layout.line_spacing == 1
        else f"{{\\linespread{{{layout.line_spacing:.3g}}}\\selectfont\n{written}}}\n"
    )


def _item(tree: Tree) -> str:
    found = blocks(tree)
    if len(found) > 1 and found[0].display == "left-margin":
        rest = join_blocks(found[1:], lambda block: _written(block.runs), "\n\n", "\n\n\\hspace*{2em}")
        return f"\\item[{{{_written(found[0].runs).rstrip()}}}] {rest.lstrip()}"
    written = write_entry(tree).lstrip()
    return f"\\item {{}}{written}" if written[:1] in ("[", "*") else f"\\item {written}"


def _written(runs: list[Run]) -> str:
    return nested(runs, _opening, _closing, escape)


def _opening(mark: Mark) -> str:
    look, href = mark
    if look == "link":
        return rf"\href{{{re.sub('[%#&_~]', _escaped_in_address, ascii_only(href))}}}{{"
    return _COMMANDS.get(look, "")


def _escaped_in_address(found: re.Match[str]) -> str:
    return rf"\{found[0]}" if found[0] in "%#&_" else "%7E".replace("%", r"\%")


def _closing(mark: Mark) -> str:
    return "}" if mark[0] == "link" or mark[0] in _COMMANDS else ""
