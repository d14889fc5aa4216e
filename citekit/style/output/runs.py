"""A tree, cut for formats that cannot nest as it does: blocks of runs, each run a text with the marks that it bears.

A span that takes a look back (``roman`` inside ``italic``) ends the mark here, since these formats cannot take it back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from citekit.style.node import DISPLAYS, Leaf, Tree
from citekit.style.output.links import safe

Mark: TypeAlias = tuple[str, str]
"""A look, and the address if the look is ``link``."""


class Run(NamedTuple):
    """Text that looks the same throughout; the outermost mark comes first."""

    text: str
    marks: tuple[Mark, ...] = ()


class Block(NamedTuple):
    """Runs on one line; ``display`` is empty or one of ``DISPLAYS``."""

    display: str
    runs: list[Run]


_ENDS = {
    "roman": ("italic", "oblique"),
    "italic": ("oblique",),
    "oblique": ("italic",),
    "unbold": ("bold", "light"),
    "bold": ("light",),
    "light": ("bold",),
    "caps-normal": ("small-caps",),
    "no-underline": ("underline",),
    "baseline": ("superscript", "subscript"),
    "superscript": ("subscript",),
    "subscript": ("superscript",),
}
"""Look → the looks that it ends."""
_MARKS = frozenset("italic oblique bold light small-caps underline superscript subscript".split())
_BREAKS = re.compile(r"[ \t]*[\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]+[ \t]*")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def one_line(text: str) -> str:
    """A text without line breaks, and without characters that stand for nothing and that no format can hold."""
    return _CONTROLS.sub("", _BREAKS.sub(" ", text)) if _ODD.search(text) else text


def blocks(tree: Tree) -> list[Block]:
    """The blocks of a tree, in the order of the text; equal neighbours are one run, and no run is empty."""
    pieces: list[tuple[str, tuple[Mark, ...], str]] = []
    _collect(tree, "", (), pieces)
    found: list[Block] = []
    for (display, marks), group in groupby(pieces, key=itemgetter(0, 1)):
        text = one_line("".join([piece[2] for piece in group]))
        if not text:
            continue
        if not found or found[-1].display != display:
            found.append(Block(display, []))
        found[-1].runs.append(Run(text, marks))
    return found


def _collect(
    node: Tree, display: str, marks: tuple[Mark, ...], pieces: list[tuple[str, tuple[Mark, ...], str]]
) -> None:
    if isinstance(node, Leaf):
        pieces.append((display, marks, node.text))
        return
    style = node.style
    if style in DISPLAYS:
        display = style
    elif style:
        marks = _marked(marks, style, node.href)
    for child in node.children:
        _collect(child, display, marks, pieces)


def _marked(marks: tuple[Mark, ...], style: str, href: str) -> tuple[Mark, ...]:
    if style in _ENDS:
        marks = tuple(mark for mark in marks if mark[0] not in _ENDS[style])
    look, target = style, ""
    if style == "link":
        target = safe(href)
        if not target:
            return marks
        marks = tuple(mark for mark in marks if mark[0] != "link")
    elif style not in _MARKS:
        return marks
    return marks if (look, target) in marks else (*marks, (look, target))


def tight(runs: list[Run]) -> list[Run]:
    """The same runs with blanks at their edges outside the marks that do not go on beyond them."""
    if not any(run.marks for run in runs):
        return runs
    cut: list[Run] = []
    for run in runs:
        core = run.text.strip()
        if not core or not run.marks:
            cut.append(Run(run.text, run.marks if core else ()))
            continue
        start = run.text.index(core)
        cut += [Run(run.text[:start]), Run(core, run.marks), Run(run.text[start + len(core) :])]
    cut = [run for run in cut if run.text]
    return _merged(Run(run.text, _around(cut, at)) if run.text.isspace() else run for at, run in enumerate(cut))


def _merged(runs: Iterable[Run]) -> list[Run]:
    """The runs with equal neighbours as one."""
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].marks == run.marks:
            merged[-1] = Run(merged[-1].text + run.text, run.marks)
        else:
            merged.append(run)
    return merged


def _around(runs: list[Run], at: int) -> tuple[Mark, ...]:
    """The marks that go on across the blank at ``at``."""
    before = next((run.marks for run in runs[at - 1 :: -1] if run.text.strip()), ()) if at else ()
    after = next((run.marks for run in runs[at + 1 :] if run.text.strip()), ())
    return tuple(one for one, other in zip(before, after, strict=False) if one == other)[: shared(before, after)]


def shared(one: tuple[Mark, ...], other: tuple[Mark, ...]) -> int:
    """How many outer marks two runs have in common."""
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        count += 1
    return count


def nested(
    runs: list[Run], opening: Callable[[Mark], str], closing: Callable[[Mark], str], escape: Callable[[str], str]
) -> str:
    """The runs with each mark opened and closed once for all the neighbours that share it."""
    pieces: list[str] = []
    open_marks: tuple[Mark, ...] = ()
    for run in [*runs, Run("")]:
        if run.marks != open_marks:
            kept = shared(open_marks, run.marks)
            pieces += [closing(mark) for mark in reversed(open_marks[kept:])]
            pieces += [opening(mark) for mark in run.marks[kept:]]
            open_marks = run.marks
        pieces.append(escape(run.text))
    return "".join(pieces)


def join_blocks(found: list[Block], write: Callable[[Block], str], block: str, indent: str) -> str:
    """The blocks as text: a left margin stays on the line, after a blank; ``block`` and ``indent`` open theirs."""
    text = ""
    last = ""
    for each in found:
        written = write(each)
        if not text:
            text = written
        elif each.display in ("block", "indent") or last in ("block", "indent"):
            text = text.rstrip(" ") + (indent if each.display == "indent" else block) + written.lstrip(" ")
        elif last == "left-margin":
            text = f"{text.rstrip(' ')} {written.lstrip(' ')}"
        else:
            text += written
        last = each.display
    return text
