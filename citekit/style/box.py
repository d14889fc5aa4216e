"""What rendering builds: texts and boxes, before punctuation meets and quotes and italics alternate.

A :class:`Text` is a run of characters with its source. A :class:`Box` holds texts and boxes and says what is done to
them together: marks (italic, bold …), quotation marks, display. Both are never changed once made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from citekit.style.node import Source

DELIMITER = Source("affix", "delimiter")


class Text:
    """A run of characters; ``fixed`` text keeps its case, ``held`` text its punctuation, whatever a style wants."""

    __slots__ = ("fixed", "held", "source", "text")

    def __init__(self, text: str, source: Source, *, fixed: bool = False, held: bool = False) -> None:  # noqa: D107 - the class says it
        self.text = text
        self.source = source
        self.fixed = fixed
        self.held = held


QUOTATION = "quotation"
"""``what`` of a box with quotation marks of the style's own around it, which the style gives as affixes."""


class Box:
    """Texts and boxes in their order, and what is done to them together.

    ``marks`` are styles of :class:`citekit.style.node.Span`; ``flips`` says that a mark turns into its opposite inside
    its like (markup of a field does). ``what`` names boxes that a later step looks for: ``names``, ``name``, ``label``,
    ``suffix`` (a year suffix), ``face`` (a translation or other script, which leaves quotes and italics).
    """

    __slots__ = ("display", "fixed", "flips", "href", "kids", "marks", "quoted", "what", "who")

    def __init__(  # noqa: D107, PLR0913 - what can be done to a box is a fixed list
        self,
        kids: list[Node],
        marks: tuple[str, ...] = (),
        *,
        quoted: bool = False,
        display: str = "",
        flips: bool = False,
        href: str = "",
        what: str = "",
        who: object = None,
        fixed: bool = False,
    ) -> None:
        self.kids = kids
        self.marks = marks
        self.quoted = quoted
        self.display = display
        self.flips = flips
        self.href = href
        self.what = what
        self.who = who
        self.fixed = fixed

    def with_kids(self, kids: list[Node]) -> Box:
        """The same box around other content."""
        return Box(
            kids,
            self.marks,
            quoted=self.quoted,
            display=self.display,
            flips=self.flips,
            href=self.href,
            what=self.what,
            who=self.who,
            fixed=self.fixed,
        )


Node: TypeAlias = Text | Box


def texts(node: Node) -> Iterator[Text]:
    """The texts of a node in their order."""
    if isinstance(node, Text):
        yield node
        return
    for kid in node.kids:
        yield from texts(kid)


def plain(node: Node | None) -> str:
    """The characters of a node, as they stand before the flow of punctuation."""
    if node is None:
        return ""
    return node.text if isinstance(node, Text) else "".join([plain(kid) for kid in node.kids])


def has_text(node: Node) -> bool:
    """Whether a node has anything to print but blanks."""
    if isinstance(node, Text):
        return bool(node.text.strip())
    return any(map(has_text, node.kids))


def mapped(node: Node, change: Callable[[Text], Text | None]) -> Node | None:
    """A copy of a node with each text changed; what becomes None falls away, and boxes left empty with it."""
    if isinstance(node, Text):
        return change(node)
    kids = [kid for kid in (mapped(kid, change) for kid in node.kids) if kid is not None]
    return node.with_kids(kids) if kids else None


def joined(nodes: list[Node], delimiter: str) -> Node | None:
    """One node of several, with a delimiter between them; None of none."""
    if len(nodes) < 2:
        return nodes[0] if nodes else None
    if not delimiter:
        return Box(nodes)
    between = Text(delimiter, DELIMITER)
    kids: list[Node] = [nodes[0]]
    for node in nodes[1:]:
        kids += (between, node)
    return Box(kids)
