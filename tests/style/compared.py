"""What pandoc makes of the same items in the same style, and both answers in a form that can be compared.

Nothing counts but the text and how it looks: no capitals, no blanks, no number in the margin; superior letters as
raised ones; marks on letters and digits alone, since a full stop shows no slant.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from operator import itemgetter
from pathlib import Path
from typing import Any

from citekit.style.node import Leaf, Tree
from citekit.style.processor import Processor
from citekit.style.style import Style
from citekit.style.superior import SUPERIOR

Char = tuple[str, frozenset[str]]

_TAGS = {"em": "italic", "i": "italic", "strong": "bold", "b": "bold", "sup": "superscript", "sub": "subscript"}
_STYLES = {"italic", "bold", "superscript", "subscript", "small-caps", "underline"}
_OFF = {"roman": "italic", "unbold": "bold", "caps-normal": "small-caps", "no-underline": "underline"}
_MARGIN = "left-margin"
_LABEL = re.compile(r"[\[(]?\d+[\])]?[.:,]?")
_ALIKE = {"\u2011": "-", "…": "..."}


class _Entries(HTMLParser):
    """Collects the entries of a bibliography: id → its characters with their marks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, list[Char]] = {}
        self.open: list[tuple[str, str]] = []
        self.current: list[Char] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kind = given.get("class", "")
        mark = _TAGS.get(tag, "")
        if tag == "span":
            mark = "small-caps" if kind == "smallcaps" else "underline" if kind == "underline" else ""
        elif tag == "u":
            mark = "underline"
        elif tag == "div" and kind == "csl-left-margin":
            mark = _MARGIN
        elif tag == "div" and given.get("id", "").startswith("ref-"):
            self.current = self.found.setdefault(given["id"].removeprefix("ref-"), [])
        self.open.append((tag, mark))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.current is not None:
            marks = frozenset(mark for _, mark in self.open if mark)
            self.current += [(char, marks) for char in data]


def pandoc_entries(pandoc: str, style: Path, items: Sequence[Mapping[str, Any]]) -> dict[str, list[Char]]:
    """What pandoc lists in a style: id → characters with their marks."""
    options = ["-f", "csljson", "-t", "html", "--wrap=none", "--citeproc", "-M", "link-bibliography=false"]
    told = subprocess.run(
        [pandoc, *options, "--csl", style],
        input=json.dumps(items),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    entries = _Entries()
    entries.feed(told.stdout)
    return entries.found


def chars(tree: Tree, marks: frozenset[str] = frozenset()) -> list[Char]:
    """The characters of a tree with their marks."""
    if isinstance(tree, Leaf):
        return [(char, marks) for char in tree.text]
    if tree.style in _STYLES or tree.style == _MARGIN:
        marks |= {tree.style}
    elif tree.style == "oblique":
        marks |= {"italic"}
    marks -= {_OFF.get(tree.style, "")}
    return [each for child in tree.children for each in chars(child, marks)]


def canonical(found: Sequence[Char]) -> str:
    """The line that is compared."""
    line, on = "", frozenset[str]()
    for char, marks in found:
        if char.isspace() or _MARGIN in marks:
            continue
        raised = SUPERIOR.get(char)
        now = marks | {"superscript"} if raised else marks
        shown = raised or _ALIKE.get(char, char)
        if shown[0].isalnum() and now != on:
            line += "".join([f"</{each}>" for each in sorted(on - now)] + [f"<{each}>" for each in sorted(now - on)])
            on = now
        line += shown
    return line.casefold()


def differing(
    pandoc: str, style: Path, xml: Style, items: Sequence[Mapping[str, Any]]
) -> tuple[int, list[tuple[str, str, str]]]:
    """How many entries of a style were compared, and those that differ: id, our line, pandoc's line."""
    ours = {entry.id: chars(entry.tree) for entry in Processor(xml, items, tidy=True).bibliography()}
    theirs = pandoc_entries(pandoc, style, items)
    ids = [each for each in map(itemgetter("id"), items) if each in ours or each in theirs]
    pairs = [(each, ours.get(each, []), theirs.get(each, [])) for each in ids]
    return len(ids), [(each, _line(one), _line(two)) for each, one, two in pairs if not equal(one, two)]


def _line(found: Sequence[Char]) -> str:
    return "".join(char for char, _ in found).strip()


def equal(ours: Sequence[Char], theirs: Sequence[Char]) -> bool:
    """Whether two entries are the same but for what does not count."""
    one, two = canonical(ours), canonical(theirs)
    return one == two or _LABEL.sub("", one, count=1) == _LABEL.sub("", two, count=1)
