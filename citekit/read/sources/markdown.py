"""Markdown: ``[^1]`` with its definition, and ``^[notes in the line]``, as pandoc and its kin have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from citekit.model import Document
from citekit.read.bytes import decode
from citekit.read.markup.assemble import assemble
from citekit.read.markup.found import Found
from citekit.read.markup.prose import Prose
from citekit.read.options import NONE, Options

if TYPE_CHECKING:
    from markdown_it.token import Token

_STYLES = {"em_open": "italic"}
_TAGS = {"i": "italic", "em": "italic", "cite": "italic", "sup": "superscript"}
_TAG = re.compile(r"<(?P<end>/?)(?P<name>\w+)[^>]*>")
_LOST = re.compile(r"\[\^(?P<label>[^\]\s]{1,64})\]")
_RAISED = re.compile(r"(?<!\^)\^(?P<raised>[\w.,-]{1,12})\^(?!\^)")
_SMALL = re.compile(r"\[(?P<text>[^\[\]]*)\]\{\.(?:smallcaps|sc)\}")


class _Parser(MarkdownIt):
    """A parser that leaves addresses as they were typed."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        """The address itself."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the same
        """The address itself."""
        return link


def read_markdown(data: bytes, source: str, options: Options = NONE) -> Document:  # noqa: ARG001 - every reader takes them
    """Read the notes of a Markdown file in the order in which it calls them; those that it never calls come last.

    Raises :class:`CitekitError` where the bytes are no text.
    """
    decoded = decode(data, source)
    parser = _Parser("commonmark").enable("table").use(footnote_plugin).use(front_matter_plugin)
    text = decoded.text.removeprefix("\ufeff")
    environment: dict[str, Any] = {}
    tokens = parser.parse(text, environment)
    uncalled = [label[1:] for label, at in environment.get("footnotes", {}).get("refs", {}).items() if at < 0]
    if uncalled:  # called at the end of the text, they are parsed as the others are
        calls = " ".join(f"[^{label}]" for label in uncalled)
        tokens = parser.parse(f"{text}\n\n{calls}\n", {})
        tokens = _without_calls(tokens)
    sheet = _Sheet()
    sheet.read(tokens)
    return assemble(list(sheet.found()), sheet.body, source, decoded.encoding)


def _without_calls(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without the paragraph that was added at the end of the text."""
    end = next((at for at, token in enumerate(tokens) if token.type == "footnote_block_open"), len(tokens))
    return [*tokens[: end - 3], *tokens[end:]]


@dataclass(slots=True)
class _Sheet:
    """The body and the notes as they are put together."""

    body: Prose = field(default_factory=lambda: Prose(lines=True))
    notes: dict[int, tuple[str, Prose]] = field(default_factory=dict)
    lost: dict[str, int] = field(default_factory=dict)

    def read(self, tokens: Sequence[Token]) -> None:
        """Go through the blocks."""
        into = self.body
        for token in tokens:
            if token.type == "footnote_open":
                into = Prose()
                self.notes[token.meta["id"]] = (token.meta.get("label") or "", into)
            elif token.type == "footnote_close":
                into = self.body
            elif token.type == "inline":
                self._write(token.children or (), into)
                into.break_line()
            elif token.type in ("fence", "code_block") and into is self.body:
                into.write(token.content)
                into.break_line()

    def _write(self, tokens: Sequence[Token], into: Prose) -> None:
        """Write a line of tokens; what is set apart is known when it ends."""
        opened: list[tuple[int, str, str]] = []
        for token in tokens:
            if token.type == "text":
                self._text(token.content if _is_address(opened) else _dashed(token.content), into)
            elif token.type in ("code_inline", "image"):
                into.write(token.content)
            elif token.type in ("softbreak", "hardbreak"):
                into.write(" ")
            elif token.type == "footnote_ref" and into is self.body:
                into.call(str(token.meta["id"]))
            elif token.type == "html_inline":
                _tag(token.content, into, opened)
            elif token.nesting == 1:
                target = str(token.attrGet("href") or "")
                opened.append((into.length, "link" if target else _STYLES.get(token.type, ""), target))
            elif token.nesting == -1 and opened:
                _close(opened, into)

    def _text(self, text: str, into: Prose) -> None:
        """Text, in which calls of notes that are not there and raised signs may stand."""
        done = 0
        for match in _LOST.finditer(text) if into is self.body else ():
            into.write(text[done : match.start()])
            self.lost.setdefault(match["label"], into.length)
            done = match.end()
        rest = _SMALL.sub(lambda match: match["text"], text[done:])
        done = 0
        for match in _RAISED.finditer(rest):
            into.write(rest[done : match.start()])
            with into.set_apart("superscript"):
                into.write(match["raised"])
            done = match.end()
        into.write(rest[done:])

    def found(self) -> Iterator[Found]:
        """The notes in order of their calls, numbered from 1 as they are when the file is set."""
        called: dict[str, list[int]] = {}
        for place, key in self.body.calls:
            called.setdefault(key, []).append(place)
        notes: list[tuple[list[int], str, Prose | None]] = [
            (called.get(str(key), []), label, prose) for key, (label, prose) in self.notes.items()
        ]
        notes += [([place], label, None) for label, place in self.lost.items()]
        numbers = count(1)
        for places, label, prose in sorted(notes, key=lambda one: (not one[0], one[0])):
            why = f"the file defines it as [^{label}]" if label else "it stands in the line as ^[…]"
            number = next(numbers)
            yield Found(str(number), number, prose=prose, places=tuple(places), because=why)


def _is_address(opened: Sequence[tuple[int, str, str]]) -> bool:
    return bool(opened) and opened[-1][1] == "link"


def _dashed(text: str) -> str:
    """Two and three hyphens are dashes, as pandoc, Quarto and kramdown print them."""
    return text.replace("---", "—").replace("--", "–")


def _tag(markup: str, into: Prose, opened: list[tuple[int, str, str]]) -> None:
    tag = _TAG.fullmatch(markup)
    if not tag or tag["name"] not in _TAGS:
        return
    if not tag["end"]:
        opened.append((into.length, _TAGS[tag["name"]], ""))
    elif opened:
        _close(opened, into)


def _close(opened: list[tuple[int, str, str]], into: Prose) -> None:
    start, style, target = opened.pop()
    if style:
        into.mark(start, style, target=target)
