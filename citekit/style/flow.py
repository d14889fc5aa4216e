"""From boxes to the finished tree: punctuation that meets, quotes and italics that alternate, faces set outside.

The steps, on a flat run of tokens: markup opens and closes; a translation leaves the italics and quotation marks it
stands in; punctuation that meets is merged, and goes inside a closing quotation mark where the locale wants it;
quotation marks alternate; what is italic inside italics becomes roman.
"""

from __future__ import annotations

from typing import NamedTuple

from citekit.style.box import Box, Node, Text
from citekit.style.locale import Locale
from citekit.style.node import Leaf, Source, Span, Tree

TEXT, OPEN, CLOSE, QUOTE, UNQUOTE = range(5)

_STOPS = frozenset(".,:;!?")
_INSIDE = frozenset(".,!?")
_FIRST_STAYS = {
    *("..", "::", ";;", "!!", "??", ",,"),
    *(";:", "!:", "?:", ":.", ";.", "!.", "?."),
}
"""Pairs of which the second falls away."""
_SECOND_STAYS = {":!", ";!", ":?", ";?"}
"""Pairs of which the first falls away; in all other pairs both stay, in their order."""

_FLIPPED = {"italic": "roman", "bold": "unbold", "small-caps": "caps-normal"}
_RESET = {reset: mark for mark, reset in _FLIPPED.items()}


class Quotes(NamedTuple):
    """The quotation marks of a locale, and whether full stops and commas go inside them."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    stops_inside: bool


def quotes_of(locale: Locale) -> Quotes:
    """The quotation marks of a locale."""
    terms = [locale.term(name) or mark for name, mark in (("open-quote", "“"), ("close-quote", "”"))]
    inner = [locale.term(name) or mark for name, mark in (("open-inner-quote", "‘"), ("close-inner-quote", "’"))]
    return Quotes(*terms, *inner, stops_inside=locale.option("punctuation-in-quote") == "true")


class _Token:
    __slots__ = ("held", "item", "kind", "source", "text")

    def __init__(
        self, kind: int, text: str, source: Source | None = None, item: str = "", *, held: bool = False
    ) -> None:
        self.held = held
        self.kind = kind
        self.text = text  # of a mark: its style, and its address after a blank
        self.source = source
        self.item = item


def flow(node: Node, quotes: Quotes, item: str = "") -> Span:
    """The finished tree of a node; ``item`` is the id that its leaves come from, unless a box names another."""
    tokens: list[_Token] = []
    _walk(node, tokens, item, None)
    _punctuate(tokens, stops_inside=quotes.stops_inside)
    return _tree(tokens, quotes)


def _walk(node: Node, tokens: list[_Token], item: str, pending: list[tuple[Box, str]] | None) -> None:
    if isinstance(node, Text):
        if node.text:
            tokens.append(_Token(TEXT, node.text, node.source, item, held=node.held))
        return
    if node.what:
        if node.what == "cite":
            item = node.who.id  # type: ignore[attr-defined]
        elif node.what == "face" and pending is not None:
            pending.append((node, item))
            return
    if not (node.marks or node.quoted or node.display):
        for kid in node.kids:
            _walk(kid, tokens, item, pending)
        return
    faces: list[tuple[Box, str]] = [] if pending is None else pending
    if node.display:
        tokens.append(_Token(OPEN, node.display))
        faces, outer = [], pending
    else:
        outer = None
    inner = faces if node.marks or node.quoted else None
    start = len(tokens)
    for mark in node.marks:
        tokens.append(_Token(OPEN, f"{mark} {node.href}" if node.href else mark, item="flip" if node.flips else ""))
    if node.quoted:
        tokens.append(_Token(QUOTE, node.what))
    for kid in node.kids:
        _walk(kid, tokens, item, inner)
    if node.quoted:
        tokens.append(_Token(UNQUOTE, ""))
    for mark in reversed(node.marks):
        tokens.append(_Token(CLOSE, mark))
    if len(tokens) - start == 2 * (len(node.marks) + node.quoted):
        del tokens[start:]  # nothing inside
    if pending is None or node.display:
        for face, owner in faces if inner is not None else ():
            _walk(face, tokens, owner, None)
    if node.display:
        tokens.append(_Token(CLOSE, node.display))
        del outer


def _punctuate(tokens: list[_Token], *, stops_inside: bool) -> None:
    before: list[tuple[_Token, bool]] = []  # texts, and whether a quotation mark closes after them
    for token in tokens:
        if token.kind == UNQUOTE:
            if before:
                before[-1] = (before[-1][0], True)
        elif token.kind == QUOTE:
            before.clear()
        elif token.kind == TEXT:
            while before and not token.held:
                last, closed = before[-1]
                _meet(last, token, closed=closed, stops_inside=stops_inside)
                if last.text:
                    break
                before.pop()
            if token.text:
                before.append((token, False))


def _meet(last: _Token, token: _Token, *, closed: bool, stops_inside: bool) -> None:
    """What becomes of the characters where two texts meet; ``closed`` when a quotation mark closes between them."""
    text = token.text
    while text and text[0] in _STOPS and last.text:
        before = last.text[-1:]
        if closed:
            if not stops_inside:
                break
            if text[0] not in _INSIDE:
                if before + text[0] not in ("!:", "?:"):
                    break
                text = text[1:]
                continue
        elif before not in _STOPS:
            break
        pair = before + text[0]
        if pair in _FIRST_STAYS:
            text = text[1:]
        elif pair in _SECOND_STAYS:
            last.text = last.text[:-1] + (text[0] if closed else "")
            if not closed:
                break
            text = text[1:]
        elif closed:
            last.text += text[0]
            text = text[1:]
        else:
            break
    if not closed and text[:1] == " " and last.text[-1:] in " \u00a0":
        text = text[1:]
    token.text = text


def _tree(tokens: list[_Token], quotes: Quotes) -> Span:
    stack: list[tuple[str, str, list[Tree]]] = [("", "", [])]
    depth = 0
    depths: list[int] = []
    active: dict[str, bool] = {}
    undo: list[list[tuple[str, bool]]] = []
    punctuation = Source("punctuation", "quote")
    sources: dict[tuple[Source | None, str], Source] = {}
    for token in tokens:
        kind = token.kind
        if kind == TEXT:
            if token.text:
                key = (token.source, token.item)
                source = sources.get(key)
                if source is None:
                    source = sources[key] = (token.source or punctuation)._replace(item=token.item)
                stack[-1][2].append(Leaf(token.text, source))
        elif kind == QUOTE:
            depths.append(depth)
            if token.text == "single" and not depth:
                depth = 1  # single marks of an author's own stay single where nothing is quoted around them
            stack[-1][2].append(Leaf(quotes.opening if depth % 2 == 0 else quotes.inner_opening, punctuation))
            depth += 1
        elif kind == UNQUOTE:
            depth -= 1
            stack[-1][2].append(Leaf(quotes.closing if depth % 2 == 0 else quotes.inner_closing, punctuation))
            depth = depths.pop()
        elif kind == OPEN:
            mark, _, href = token.text.partition(" ")
            shown, changes = _effect(mark, active, flips=token.item == "flip")
            undo.append([(name, active.get(name, False)) for name in changes])
            active.update(changes)
            stack += [(style, href, []) for style in shown]
            undo[-1].append(("", len(shown) != 0))
            undo[-1].append((str(len(shown)), False))
        else:
            back = undo.pop()
            for _ in range(int(back.pop()[0])):
                style, href, kids = stack.pop()
                if kids:
                    stack[-1][2].append(Span(tuple(kids), style, href))
            back.pop()
            active.update(back)
    return Span(tuple(stack[0][2]))


def _effect(mark: str, active: dict[str, bool], *, flips: bool) -> tuple[list[str], dict[str, bool]]:
    """The styles a mark opens where it stands, and what it switches on and off."""
    if mark == "nocase":
        return [], {}
    if mark == "nodecor":
        on = [name for name in _FLIPPED if active.get(name)]
        return [_FLIPPED[name] for name in on], dict.fromkeys(on, False)
    if mark in _FLIPPED:
        if flips and active.get(mark):
            return [_FLIPPED[mark]], {mark: False}
        return [mark], {mark: True}
    if mark in _RESET:
        return ([mark], {_RESET[mark]: False}) if active.get(_RESET[mark]) else ([], {})
    return [mark], {}
