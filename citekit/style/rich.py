"""The text of a field or an affix as nodes: markup, quotation marks and apostrophes understood.

Markup is that of CSL-JSON: ``<i> <b> <sup> <sub> <sc>``, ``<span style="font-variant:small-caps;">``,
``<span class="nocase">``, ``<span class="nodecor">``. A tag without its partner is text.
"""

from __future__ import annotations

import re

from citekit.style.box import Box, Node, Text
from citekit.style.node import Source

_TAG = re.compile(
    r"<(?:(?P<open>i|b|sup|sub|sc)|/(?P<close>i|b|sup|sub|sc|span)"
    r'|span\s+(?:style\s*=\s*"font-variant:\s*(?P<caps>small-caps);?"|class\s*=\s*"(?P<named>nocase|nodecor)"))\s*>'
)
_MARKS = {"i": "italic", "b": "bold", "sup": "superscript", "sub": "subscript", "sc": "small-caps"}
_SPECIAL = re.compile("[<'\"‘’“”«»]")
_GUILLEMETS = re.compile("«[ \u00a0]|[ \u00a0]»")  # French sets a narrow blank there that breaks no line
_FIXED = {"superscript", "subscript", "small-caps"}


def rich(value: str, source: Source) -> Node:
    """The node of a text; its leaves all have this source."""
    if not _SPECIAL.search(value):
        return Text(value, source)
    value = _GUILLEMETS.sub(lambda found: "«\u202f" if found[0][0] == "«" else "\u202f»", value)
    pieces = _tokens(value)
    _pair_quotes(pieces)
    return _built(pieces, source)


class _Token:
    """A stretch of text, or a sign: ``kind`` is ``text``, ``open`` or ``close`` of ``name``, or ``quote``."""

    __slots__ = ("kind", "name", "parent", "partner", "text")

    def __init__(self, kind: str, text: str, name: str = "") -> None:
        self.kind = kind
        self.text = text
        self.name = name
        self.partner: _Token | None = None
        self.parent: _Token | None = None  # the tag it stands in


_DEEPEST = 20
"""How many signs can be open at once; what is open longer than that is text."""


_SIGN = re.compile(f"{_TAG.pattern}|(?P<quote>['\"‘’“”«»])")


def _tokens(value: str) -> list[_Token]:
    found, at = [], 0
    for sign in _SIGN.finditer(value):
        if sign.start() > at:
            found.append(_Token("text", value[at : sign.start()]))
        at = sign.end()
        if sign["quote"]:
            found.append(_Token("quote", sign[0]))
        elif sign["close"]:
            found.append(_Token("close", sign[0], sign["close"]))
        else:
            name = sign["open"] or ("sc" if sign["caps"] else sign["named"])
            found.append(_Token("open", sign[0], name))
    if at < len(value):
        found.append(_Token("text", value[at:]))
    _pair_tags(found)
    return found


def _pair_tags(tokens: list[_Token]) -> None:
    """Ties each closing tag to the last opening one of its kind; those in between, and those left, are text."""
    stack: list[_Token] = []
    for token in tokens:
        if token.kind == "open":
            stack = [*stack[1 - _DEEPEST :], token]
        elif token.kind == "close":
            fitting = [at for at, opened in enumerate(stack) if _closes(token, opened)]
            if fitting:
                opened = stack[fitting[-1]]
                opened.partner, token.partner = token, opened
                del stack[fitting[-1] :]
    parent: _Token | None = None
    for token in tokens:
        if token.kind in ("open", "close") and token.partner is None:
            token.kind = "text"
        if token.kind == "close" and token.partner is not None:
            parent = token.partner.parent
        token.parent = parent
        if token.kind == "open":
            parent = token


def _closes(token: _Token, opened: _Token) -> bool:
    if token.name == "span":
        return opened.text.startswith("<span")
    return token.name == opened.name and not opened.text.startswith("<span")


_OPENERS = {"“": "”", "‘": "’"}
_BEFORE_OPEN = set(' \u00a0\u202f\t\n([{—–-/“‘«"')
_AFTER_CLOSE = set(" \u00a0\u202f\t\n)]}.,;:!?—–-/”’»\"'…")


def _pair_quotes(tokens: list[_Token]) -> None:
    """Ties quotation marks that belong together; single marks left over are apostrophes, double ones stay."""
    stack: list[_Token] = []
    for at, token in enumerate(tokens):
        if token.kind != "quote":
            continue
        before, after = _neighbour(tokens, at, -1), _neighbour(tokens, at, 1)
        opens = _may_open(token.text, before, after)
        closes = _may_close(token.text, before, after)
        match = next((n for n in range(len(stack) - 1, -1, -1) if _fits(stack[n].text, token.text)), None)
        if closes and match is not None and stack[match].parent is token.parent:
            opened = stack[match]
            opened.partner, token.partner = token, opened
            opened.kind, token.kind = "open", "close"
            opened.name = token.name = "quote"
            del stack[match:]
        elif opens:
            stack = [*stack[1 - _DEEPEST :], token]
    for token in tokens:
        if token.kind == "quote":
            token.kind = "text"
            token.text = "’" if token.text == "'" else token.text


def _neighbour(tokens: list[_Token], at: int, step: int) -> str:
    """The character beside a quotation mark, tags skipped; empty at either end."""
    at += step
    while 0 <= at < len(tokens):
        if (tokens[at].kind == "text" and tokens[at].text) or tokens[at].name == "quote" or tokens[at].kind == "quote":
            return tokens[at].text[-1 if step < 0 else 0]
        at += step
    return ""


def _may_open(mark: str, before: str, after: str) -> bool:
    if mark in _OPENERS:
        return True
    other = {"'": '"', '"': "'"}.get(mark, "")
    return (
        mark in "'\""
        and (not before or before in _BEFORE_OPEN or before == other)
        and bool(after)
        and not after.isspace()
    )


def _may_close(mark: str, before: str, after: str) -> bool:
    if mark == "”":
        return True
    if mark in "'\"’":
        return bool(before) and not before.isspace() and (not after or after in _AFTER_CLOSE)
    return False


def _fits(opened: str, closing: str) -> bool:
    return opened == closing if opened in "'\"" else _OPENERS.get(opened) == closing


def _built(tokens: list[_Token], source: Source) -> Node:
    kids: list[Node] = []
    stack: list[tuple[_Token, list[Node]]] = []
    fixed = 0
    for token in tokens:
        if token.kind == "open":
            stack.append((token, kids))
            kids = []
            fixed += _is_fixed(token)
        elif token.kind == "close":
            opened, outer = stack.pop()
            fixed -= _is_fixed(opened)
            if kids:
                outer.append(_boxed(opened, kids, source))
            kids = outer
        elif token.text:
            if kids and isinstance(kids[-1], Text) and kids[-1].fixed == bool(fixed):
                kids[-1] = Text(kids[-1].text + token.text, source, fixed=bool(fixed))
            else:
                held = bool(kids) and isinstance(kids[-1], Box) and kids[-1].quoted
                kids.append(Text(token.text, source, fixed=bool(fixed), held=held))
    return kids[0] if len(kids) == 1 else Box(kids)


def _is_fixed(token: _Token) -> bool:
    return token.name in ("nocase", "nodecor") or _MARKS.get(token.name, "") in _FIXED


def _boxed(token: _Token, kids: list[Node], source: Source) -> Box:
    if token.name == "quote":
        return Box(kids, quoted=True, what="single" if token.text == "‘" and source.kind == "affix" else "")
    if token.name in ("nocase", "nodecor"):
        return Box(kids, (token.name,))
    return Box(kids, (_MARKS[token.name],), flips=True)
