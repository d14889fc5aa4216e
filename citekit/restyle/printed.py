"""Notes, citations and entries written in a format, labels on the left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from citekit.style.node import Leaf, Source, Span, Tree
from citekit.style.output import writer
from citekit.style.output.layout import Layout
from citekit.style.style import Style

Align: TypeAlias = Literal["flush", "margin"]

_LABEL = Source("value", "label")
TITLE = "citekit"
"""What a page is called."""

_WHOLE = {"rtf", "docx"}
"""Formats whose files are one document, which nothing can be set behind."""

ROWS = Layout(second_field_align="flush", entry_spacing=0)
"""How notes are laid out: labels on the left, no empty lines."""


@dataclass(frozen=True, slots=True)
class Section:
    """Trees of one kind, and how they are laid out."""

    trees: tuple[Tree, ...]
    layout: Layout


def labelled(label: str, tree: Tree) -> Span:
    """A tree with its label before it."""
    left = Span((Leaf(f"{label} ", _LABEL),), "left-margin")
    return Span((left, Span((tree,), "right-inline")))


def layout_of(style: Style) -> Layout:
    """How the style lays out its bibliography (CSL 1.0.2, "Whitespace")."""
    options = style.bibliography.options if style.bibliography else {}
    align = options.get("second-field-align")
    return Layout(
        second_field_align=cast("Align", align) if align in ("flush", "margin") else None,
        hanging_indent=options.get("hanging-indent") == "true",
        entry_spacing=_lines(options.get("entry-spacing")),
        line_spacing=_lines(options.get("line-spacing")),
    )


def _lines(text: str | None) -> float:
    return float(text) if text and text.isdecimal() else 1


def write_sections(sections: Sequence[Section], form: str, *, data_attributes: bool = False) -> str | bytes:
    """The sections, one behind the other; ``docx`` gives bytes. ``data_attributes`` is for HTML.

    Raises StyleError for a format that is not there, and for ``docx`` without pandoc.
    """
    if form in _WHOLE:
        sections = [Section(tuple(tree for each in sections for tree in each.trees), sections[-1].layout)]
    if form == "docx":
        from citekit.style.output import docx  # noqa: PLC0415 - needs pandoc, which few have

        return docx.write_bibliography(sections[0].trees, sections[0].layout)
    return "\n".join(_written(each, form, data_attributes=data_attributes) for each in sections)


def _written(section: Section, form: str, *, data_attributes: bool) -> str:
    if form == "html":
        from citekit.style.output import html  # noqa: PLC0415 - the one format with attributes

        body = html.write_bibliography(section.trees, section.layout, data_attributes=data_attributes)
        return f"{body}\n"
    return writer(form).write_bibliography(section.trees, section.layout)


def page(sections: Sequence[Section], *, language: str, data_attributes: bool = False) -> str:
    """The sections as a whole page of HTML, each with its own look; ``language`` is that of the terms."""
    from citekit.style.output.html import escape  # noqa: PLC0415 - the one format that is a page

    looks, bodies = "", ""
    for number, section in enumerate(sections, 1):
        looks += "".join(f"#part-{number} {rule}\n" for rule in _rules(section.layout))
        body = _written(section, "html", data_attributes=data_attributes)
        bodies += f'<section id="part-{number}">\n{body}</section>\n'
    head = f'<meta charset="utf-8">\n<title>{TITLE}</title>\n<style>\n{looks}</style>\n'
    return f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n{head}{bodies}</html>\n'


def _rules(layout: Layout) -> Iterator[str]:
    """The rules of CSS for a layout."""
    space, line = layout.entry_spacing, layout.line_spacing * 1.35
    hanging = (
        " padding-left: 2em; text-indent: -2em;" if layout.hanging_indent and not layout.second_field_align else ""
    )
    yield f".csl-entry {{ clear: left; margin-bottom: {space:.3g}em; line-height: {line:.3g};{hanging} }}"
    yield ".csl-left-margin { float: left; }"
    yield ".csl-right-inline { margin-left: 3em; }"
    yield ".csl-indent { margin-left: 2em; }"
