"""From boxes to the finished tree: punctuation that meets, quotes and italics that alternate, faces set outside.

The steps, on a flat run of tokens: markup opens and closes; a translation leaves the italics and quotation marks it
stands in; punctuation that meets is merged, and goes inside a closing quotation mark where the locale wants it;
quotation marks alternate; what is italic inside italics becomes roman.
"""

from __future__ import annotations

from typing import NamedTuple

from citekit.style.box import DELIMITER, QUOTATION, Box, Node, Text
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

_SILENCED = {"!:", "?:"}
"""Pairs of which the second falls away though a quotation mark stands between and would keep it out."""
_GAPLESS = (".", ",")
_OF_THE_STYLE = ("affix", "value")
_BLANKS = (" ", "\u00a0")

_OF_THE_LINE = frozenset({"superscript", "subscript", "baseline", "light"})
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
    return Quotes(
        locale.term("open-quote") or "“",
        locale.term("close-quote") or "”",
        locale.term("open-inner-quote") or "‘",
        locale.term("close-inner-quote") or "’",
        stops_inside=locale.option("punctuation-in-quote") == "true",
    )


class _Token:
    __slots__ = ("held", "inside", "item", "kind", "source", "text")

    def __init__(
        self, kind: int, text: str, source: Source | None = None, item: str = "", *, held: bool = False
    ) -> None:
        self.held = held
        self.inside: _Token | None = None  # of a closing quotation mark: the stops it takes in
        self.kind = kind
        self.text = text  # of a mark: its style, and its address after a blank
        self.source = source
        self.item = item


def flow(node: Node, quotes: Quotes, item: str = "", *, tidy: bool = False) -> Span:
    """The finished tree of a node; ``item`` is the id that its leaves come from, unless a box names another.

    ``tidy`` closes up what empty variables leave between a style's marks: ``, ,`` and ``. .`` become one, a blank in
    front of a full stop or comma goes.
    """
    walk = _Walk()
    walk.node(node, item)
    _punctuate(walk.tokens, stops_inside=quotes.stops_inside, tidy=tidy)
    return _tree(walk.tokens, quotes)


class _Walk:
    """Makes the tokens of a node.

    ``opened`` are the marks that are open, ``quoted`` is how many quotation marks are. Faces stand outside both: they
    interrupt italics and their like, and wait in ``waiting`` until the last quotation mark has closed.
    """

    def __init__(self) -> None:
        self.tokens: list[_Token] = []
        self.opened: list[_Token] = []
        self.quoted = 0
        self.waiting: list[tuple[Box, str]] = []

    def node(self, node: Node, item: str) -> None:
        if isinstance(node, Text):
            if node.text:
                self.tokens.append(_Token(TEXT, node.text, node.source, item, held=node.held))
            return
        if node.what == "cite":
            item = node.who.id  # type: ignore[attr-defined] # who is the cite
        elif node.what == "face" and self.quoted:
            self.waiting.append((node, item))
            return
        if node.what == "face" and self.opened:
            self._interrupt(node, item)
        elif node.display:
            self._displayed(node, item)
        elif node.marks or node.quoted or node.what == QUOTATION:
            self._set_apart(node, item)
        else:
            self._kids(node, item)

    def _kids(self, node: Box, item: str) -> None:
        for kid in node.kids:
            self.node(kid, item)

    def _displayed(self, node: Box, item: str) -> None:
        outer = self.opened, self.quoted, self.waiting
        self.opened, self.quoted, self.waiting = [], 0, []
        self.tokens.append(_Token(OPEN, node.display))
        start = len(self.tokens)
        if node.marks or node.quoted:
            self._set_apart(node, item)
        else:
            self._kids(node, item)
        if len(self.tokens) == start:
            self.tokens.pop()
        else:
            self.tokens.append(_Token(CLOSE, node.display))
        self.opened, self.quoted, self.waiting = outer

    def _set_apart(self, node: Box, item: str) -> None:
        """Italics, quotation marks and their like around the content, and behind them the faces that waited."""
        flip = "flip" if node.flips else ""
        marks = [_Token(OPEN, f"{mark} {node.href}" if node.href else mark, item=flip) for mark in node.marks]
        self.tokens += marks
        self.opened += marks
        if node.quoted:
            self.tokens.append(_Token(QUOTE, node.what))
        start = len(self.tokens)
        quotes = node.quoted or node.what == QUOTATION
        self.quoted += quotes
        self._kids(node, item)
        self.quoted -= quotes
        if len(self.tokens) == start:  # nothing inside
            del self.tokens[start - len(marks) - node.quoted :]
        else:
            if node.quoted:
                self.tokens.append(_Token(UNQUOTE, ""))
            self.tokens += [_Token(CLOSE, mark) for mark in reversed(node.marks)]
        del self.opened[len(self.opened) - len(marks) :]
        if not self.quoted:
            waited, self.waiting = self.waiting, []
            for face, owner in waited:
                self.node(face, owner)

    def _interrupt(self, face: Box, item: str) -> None:
        """A face with the marks around it closed before it and open again behind it, but for those of its line."""
        marks = self.opened
        kept = [mark for mark in marks if mark.text in _OF_THE_LINE]
        self.tokens += [_Token(CLOSE, mark.text) for mark in reversed(marks)]
        self.tokens += kept
        self.opened = []
        self._kids(face, item)
        self.opened = marks
        self.tokens += [_Token(CLOSE, mark.text) for mark in reversed(kept)]
        self.tokens += marks


def _punctuate(tokens: list[_Token], *, stops_inside: bool, tidy: bool) -> None:
    before: list[tuple[_Token, _Token | None]] = []  # texts, and the quotation mark that closes after them
    for token in tokens:
        if token.kind == UNQUOTE and before:
            last, closed = before[-1]
            before[-1] = (last, closed or token)
        elif token.kind == QUOTE:
            before.clear()
        elif token.kind == TEXT:
            if not token.held:
                if tidy:
                    _close_up(before, token)
                _let_meet(before, token, stops_inside=stops_inside)
            if token.text:
                before.append((token, None))


def _let_meet(before: list[tuple[_Token, _Token | None]], token: _Token, *, stops_inside: bool) -> None:
    """A text meets the last one before it, and where nothing is left of that, the one before that."""
    while before:
        last, closed = before[-1]
        if closed is not None:
            if stops_inside:
                _meet_in_quotes(last, token, closed)
            if closed.inside not in (None, last):
                before.append((closed.inside, closed))
            return
        token.text = _meet(last, token.text)
        if last.text:
            return
        before.pop()


def _close_up(before: list[tuple[_Token, _Token | None]], token: _Token) -> None:
    """Takes away blanks in front of a full stop or comma of the style's own: what it counted on there is empty."""
    if token.text[:1] not in _GAPLESS or token.text[1:].lstrip()[:1] == "." or _kind(token) not in _OF_THE_STYLE:
        return
    while before and not before[-1][1] and _kind(before[-1][0]) != "variable":
        last = before[-1][0]
        if last.source and last.source.name == DELIMITER.name:
            last.text = ""  # what brings its own sign needs none in front of it
        elif last.text[-1:] in _BLANKS:
            last.text = last.text[:-1]
        if last.text:
            break
        before.pop()
    last, closed = before[-1] if before else (token, None)
    if token.text[0] == "." and last.text == "," and _kind(last) == "affix":  # a comma, and then nothing
        if closed:
            closed.inside = None
        last.text = ""
        before.pop()


def _kind(token: _Token) -> str:
    return token.source.kind if token.source else ""


def _meet(last: _Token, text: str) -> str:
    """What is left of a text where it meets the one before it, which may lose its last sign."""
    while text and text[0] in _STOPS and last.text[-1:] in _STOPS and last.text:
        pair = last.text[-1] + text[0]
        if pair in _FIRST_STAYS:
            text = text[1:]
        elif pair in _SECOND_STAYS:
            last.text = last.text[:-1]
        else:
            break
    return text[1:] if text[:1] == " " and last.text[-1:] in _BLANKS else text


def _meet_in_quotes(last: _Token, token: _Token, closed: _Token) -> None:
    """The same where a quotation mark closes between them and takes full stops and commas in, behind all markup."""
    while token.text and token.text[0] in _STOPS and last.text:
        mark = token.text[0]
        pair = last.text[-1] + mark
        if pair not in _FIRST_STAYS:
            if mark not in _INSIDE:
                return
            if pair in _SECOND_STAYS:
                last.text = last.text[:-1]
            if closed.inside is None:
                closed.inside = _Token(TEXT, "", token.source, token.item)
            closed.inside.text += mark
            last = closed.inside
        elif mark not in _INSIDE and pair not in _SILENCED:
            return
        token.text = token.text[1:]


def _tree(tokens: list[_Token], quotes: Quotes) -> Span:
    tree = _Tree(quotes)
    for token in tokens:
        if token.kind == TEXT:
            tree.text(token)
        elif token.kind == QUOTE:
            tree.quote(single=token.text == "single")
        elif token.kind == UNQUOTE:
            tree.unquote(token.inside)
        elif token.kind == OPEN:
            tree.open(token)
        else:
            tree.close()
    return Span(tuple(tree.stack[0][2]))


_QUOTE = Source("punctuation", "quote")


def _placed(source: Source, item: str) -> Source:
    # a tuple made as such: there is one a leaf, and the constructor of a named tuple costs as much as the rest
    return tuple.__new__(Source, (source.kind, source.name, item, source.part, source.index, source.face))


class _Tree:
    """Builds spans: ``stack`` are those that are open, ``depth`` is how deep quotation marks are nested."""

    def __init__(self, quotes: Quotes) -> None:
        self.quotes = quotes
        self.stack: list[tuple[str, str, list[Tree]]] = [("", "", [])]
        self.depth = 0
        self.depths: list[int] = []
        self.active: dict[str, bool] = {}
        self.undo: list[tuple[int, dict[str, bool]]] = []
        self.sources: dict[tuple[Source | None, str], Source] = {}

    def text(self, token: _Token) -> None:
        if not token.text:
            return
        key = (token.source, token.item)
        source = self.sources.get(key)
        if source is None:
            source = self.sources[key] = _placed(token.source or _QUOTE, token.item)
        self.stack[-1][2].append(Leaf(token.text, source))

    def quote(self, *, single: bool) -> None:
        self.depths.append(self.depth)
        if single and not self.depth:
            self.depth = 1  # single marks of an author's own stay single where nothing is quoted around them
        mark = self.quotes.inner_opening if self.depth % 2 else self.quotes.opening
        self.stack[-1][2].append(Leaf(mark, _QUOTE))
        self.depth += 1

    def unquote(self, inside: _Token | None) -> None:
        if inside is not None:
            self.text(inside)
        mark = self.quotes.closing if self.depth % 2 else self.quotes.inner_closing
        self.stack[-1][2].append(Leaf(mark, _QUOTE))
        self.depth = self.depths.pop()

    def open(self, token: _Token) -> None:
        mark, _, href = token.text.partition(" ")
        shown, changes = _effect(mark, self.active, flips=token.item == "flip")
        self.undo.append((len(shown), {name: self.active.get(name, False) for name in changes}))
        self.active.update(changes)
        self.stack += [(style, href, []) for style in shown]

    def close(self) -> None:
        count, before = self.undo.pop()
        for _ in range(count):
            style, href, kids = self.stack.pop()
            if kids:
                self.stack[-1][2].append(Span(tuple(kids), style, href))
        self.active.update(before)


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
