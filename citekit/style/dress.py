"""What the attributes of an element do to its content: case, periods, formatting, quotes, affixes, display.

Affixes stand outside all the rest (CSL 1.0.2, "Affixes").
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias
from xml.etree.ElementTree import Element

from citekit.style.box import QUOTATION, Box, Node, Text, mapped
from citekit.style.context import Context, is_english
from citekit.style.superior import affix
from citekit.style.textcase import recased

Dress: TypeAlias = Callable[[Node, Context], Node]

_MARKS = {
    ("font-style", "italic"): "italic",
    ("font-style", "oblique"): "oblique",
    ("font-style", "normal"): "roman",
    ("font-variant", "small-caps"): "small-caps",
    ("font-variant", "normal"): "caps-normal",
    ("font-weight", "bold"): "bold",
    ("font-weight", "light"): "light",
    ("font-weight", "normal"): "unbold",
    ("text-decoration", "underline"): "underline",
    ("text-decoration", "none"): "no-underline",
    ("vertical-align", "sup"): "superscript",
    ("vertical-align", "sub"): "subscript",
    ("vertical-align", "baseline"): "baseline",
}
_QUOTES = {
    '"': '"',
    "'": "'",
    "“": "”",
    "„": "“”",
    "‘": "’",
    "‚": "‘’",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "《": "》",
}
_FORMATTING = ("font-style", "font-variant", "font-weight", "text-decoration", "vertical-align")


def marks(element: Element) -> tuple[str, ...]:
    """The formatting of an element as styles of a span, the outermost first."""
    found = (_MARKS.get((name, element.get(name, ""))) for name in reversed(_FORMATTING))
    return tuple(mark for mark in found if mark)


def _affixed(prefix: str, suffix: str) -> Callable[[Node], Node] | None:
    """What puts affixes around a node; quotation marks that a style gives as affixes go next to it in a box."""
    if not (prefix or suffix):
        return None
    quoting = bool(prefix and suffix) and suffix[0] in _QUOTES.get(prefix[-1], "")
    opening, closing = (prefix[-1], suffix[0]) if quoting else ("", "")
    before = [affix(prefix.removesuffix(opening))] if prefix != opening else []
    after = [affix(suffix.removeprefix(closing))] if suffix != closing else []

    def around(node: Node) -> Node:
        if quoting:
            node = Box([affix(opening), node, affix(closing)], what=QUOTATION)
        return Box([*before, node, *after]) if before or after else node

    return around


def dresser(element: Element, *, affixes: bool = True, worded: bool = False) -> Dress | None:
    """What an element does to its content, or None when it does nothing.

    ``worded`` says that the content is in the words of the locale, not in those of the item, for its case.
    """
    formatting = marks(element)
    quoted = element.get("quotes") == "true"
    strip = element.get("strip-periods") == "true"
    case = element.get("text-case", "")
    display = element.get("display", "")
    prefix = element.get("prefix", "") if affixes else ""
    suffix = element.get("suffix", "") if affixes else ""
    if not (formatting or quoted or strip or case or display or prefix or suffix):
        return None
    around = _affixed(prefix, suffix)
    inner = bool(formatting or quoted or strip or case)

    def dress(node: Node, ctx: Context) -> Node:
        if inner:
            if case:
                english = is_english(ctx.locale.tag) if worded else ctx.english
                node = recased(node, case, english=english, turkish=ctx.turkish)
                if worded and case == "lowercase":
                    node = Box([node], fixed=True)  # small by the style's wish, also where it opens a note
            if strip:
                node = stripped(node)
            if formatting:
                node = Box([node], formatting)
            if quoted:
                node = Box([node], quoted=True)
        if around:
            node = around(node)
        return Box([node], display=display) if display else node

    return dress


def stripped(node: Node) -> Node:
    """The node without its periods; a node of nothing but periods stays as an empty text."""
    found = mapped(node, _without_periods)
    return found if found is not None else Box([])


def _without_periods(text: Text) -> Text | None:
    return Text(text.text.replace(".", ""), text.source, fixed=text.fixed) if "." in text.text else text
