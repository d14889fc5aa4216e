"""A BibTeX text in all its parts, in order and without a gap: entries, macros, comments, preambles, text between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from citekit.fields import LINKS
from citekit.write.bibtex_cut import BRACED, FIELD, HEAD, QUOTED, cut

_SAID = re.compile(r"@(comment|preamble)[ \t]*\{", re.IGNORECASE)
_MACRO = re.compile(r"@string\s*[{(]\s*([^\s=]+)\s*=", re.IGNORECASE)
_TOKEN = re.compile(rf'{BRACED}|"{QUOTED}"|[^\s{{}}",=#@\\()]+')
_BRACE = re.compile(r"(?<!\\)[{}]")
_KEY = re.compile(r"[^\s,{}\"]+")


class Part(NamedTuple):
    """A stretch of a text: ``kind`` is ``entry``, ``macro``, ``broken``, ``comment``, ``preamble`` or ``text``.

    ``name`` is the type of an entry, ``key`` its key or the name of a macro, ``value`` that of a macro as it stands.
    """

    kind: str
    text: str
    name: str = ""
    key: str = ""
    value: str = ""


def parts(text: str) -> Iterator[Part]:
    """The parts of a text; put together again they are the text."""
    at = 0
    for piece in cut(text):
        start, end = piece.span
        if start < at:
            continue
        yield from _between(text[at:start])
        value = piece.fields[0][1] if piece.kind == "macro" else ""
        yield Part(piece.kind, text[start:end], piece.name, piece.key, value)
        at = end
    yield from _between(text[at:])


def _between(text: str) -> Iterator[Part]:
    at = 0
    for found in _SAID.finditer(text):
        end = _end(text, found.end())
        if found.start() < at or not end:
            continue
        if found.start() > at:
            yield Part("text", text[at : found.start()])
        yield Part(found[1].casefold(), text[found.start() : end])
        at = end
    if at < len(text):
        yield Part("text", text[at:])


def _end(text: str, at: int) -> int:
    """Where the brace that is open is closed; 0 where it is not."""
    depth = 1
    for found in _BRACE.finditer(text, at):
        depth += 1 if found[0] == "{" else -1
        if not depth:
            return found.end()
    return 0


def renamed(part: Part, key: str, keys: Mapping[str, str], macros: Mapping[str, str]) -> str:
    """The text of a part under another key, with the keys and macros that it names under theirs.

    ``macros`` are told in small letters. What does not read plainly stays as it is.
    """
    if part.kind == "macro":
        head = _MACRO.match(part.text)
        return part.text[: head.start(1)] + key + part.text[head.end(1) : head.end()] + _with_macros(
            part.text[head.end() :], macros
        ) if head else part.text  # fmt: skip
    head = HEAD.match(part.text) if part.kind == "entry" else None
    if not head:
        return part.text
    told, at = [part.text[: head.start(2)], key, part.text[head.end(2) : head.end()]], head.end()
    while found := FIELD.match(part.text, at):
        start, end = found.span(2)
        value = _with_macros(found[2], macros)
        told += [part.text[at:start], _with_keys(value, keys) if found[1].casefold() in LINKS else value]
        told.append(part.text[end : found.end()])
        at = found.end()
    return "".join([*told, part.text[at:]])


def _with_macros(value: str, macros: Mapping[str, str]) -> str:
    return _TOKEN.sub(lambda token: macros.get(token[0].casefold(), token[0]), value) if macros else value


def _with_keys(value: str, keys: Mapping[str, str]) -> str:
    return _KEY.sub(lambda key: keys.get(key[0], key[0]), value) if keys else value
