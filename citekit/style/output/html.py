"""HTML, with the tags and classes that CSL processors agree on."""

from __future__ import annotations

from collections.abc import Iterable

from citekit.style.node import Leaf, Span, Tree
from citekit.style.output.layout import PLAIN, Layout
from citekit.style.output.links import safe

_TAGS = {
    "italic": ("<i>", "</i>"),
    "bold": ("<b>", "</b>"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
    **{
        style: (f'<span style="{look}">', "</span>")
        for style, look in {
            "oblique": "font-style:oblique;",
            "roman": "font-style:normal;",
            "light": "font-weight:lighter;",
            "unbold": "font-weight:normal;",
            "small-caps": "font-variant:small-caps;",
            "caps-normal": "font-variant:normal;",
            "underline": "text-decoration:underline;",
            "no-underline": "text-decoration:none;",
            "baseline": "baseline",
        }.items()
    },
    "left-margin": ('\n    <div class="csl-left-margin">', "</div>"),
    "right-inline": ('<div class="csl-right-inline">', "</div>\n  "),
    "block": ('\n\n    <div class="csl-block">', "</div>\n"),
    "indent": ('<div class="csl-indent">', "</div>\n  "),
}


def escape(text: str) -> str:
    """A text as HTML, between tags."""
    return text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")


def _quoted(text: str) -> str:
    """A text as HTML, between double quotes."""
    return escape(text).replace('"', "&#34;")


def write_entry(tree: Tree, *, data_attributes: bool = False) -> str:
    """One entry, note or citation; with ``data_attributes`` each leaf says which variable it comes from.

    Only addresses of the web become links.
    """
    pieces: list[str] = []
    (_write_with_data if data_attributes else _write)(tree, pieces)
    return "".join(pieces)


def write_bibliography(entries: Iterable[Tree], layout: Layout = PLAIN, *, data_attributes: bool = False) -> str:
    """The entries in ``<div class="csl-bib-body">``; the layout is left to the page's style sheet."""
    del layout
    body = "".join(
        f'  <div class="csl-entry">{write_entry(entry, data_attributes=data_attributes)}</div>\n' for entry in entries
    )
    return f'<div class="csl-bib-body">\n{body}</div>'


def _write(tree: Tree, pieces: list[str]) -> None:
    # Asked once a node: an exact type is told apart faster than a kind.
    if type(tree) is Leaf:
        pieces.append(tree.text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;"))
        return
    before, after = _tags(tree) if tree.style else ("", "")  # type: ignore[arg-type,union-attr]
    pieces.append(before)
    for child in tree.children:  # type: ignore[union-attr]
        _write(child, pieces)
    pieces.append(after)


def _write_with_data(tree: Tree, pieces: list[str]) -> None:
    if isinstance(tree, Leaf):
        source = tree.source
        told = {
            "item": source.item,
            "variable": source.name if source.kind in ("variable", "number") else "",
            "part": source.part,
            "face": source.face,
        }
        data = "".join(f' data-{name}="{_quoted(value)}"' for name, value in told.items() if value)
        pieces.append(f"<span{data}>{escape(tree.text)}</span>" if data else escape(tree.text))
        return
    before, after = _tags(tree)
    pieces.append(before)
    for child in tree.children:
        _write_with_data(child, pieces)
    pieces.append(after)


def _tags(span: Span) -> tuple[str, str]:
    if span.style == "link" and (href := safe(span.href)):
        return f'<a href="{_quoted(href)}">', "</a>"
    return _TAGS.get(span.style, ("", ""))
