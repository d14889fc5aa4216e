"""Titles, containers and publishers with their other faces: original script beside, translation in brackets.

Such faces keep their case and stand roman, outside italics and quotation marks; :mod:`citekit.style.flow` moves them
there.
"""

from __future__ import annotations

from citekit.style.box import Box, Node, Text
from citekit.style.context import Context
from citekit.style.node import Source
from citekit.style.rich import rich


def faced(ctx: Context, name: str, value: str, *, bare: bool) -> Node | None:
    """The node of a variable that has faces, as the view wants it; ``bare`` shows one face alone."""
    source = Source("variable", name)
    faces = ctx.item.faces[name]
    original, translation = faces.get("original"), faces.get("translation")
    if ctx.view == "original" and original:
        return Box([rich(original.text, Source("variable", name, face="original"))], fixed=True)
    main = rich(value, source) if value else None
    if main is not None and ctx.item.title_language(name) and not _is_english(ctx.item.title_language(name)):
        main = Box([main], what="foreign")
    if bare:
        return main
    kids: list[Node] = [main] if main is not None else []
    if original and (ctx.view == "all" or (main is None and not translation)):
        kids.append(_face(original.text, Source("variable", name, face="original"), blank=bool(kids)))
    if translation:
        kids.append(_face(f"[{translation.text}]", Source("variable", name, face="translation"), blank=bool(kids)))
    return Box(kids) if kids else None


def _face(text: str, source: Source, *, blank: bool) -> Box:
    node: list[Node] = [Text(" ", Source("affix"))] if blank else []
    if text.startswith("["):
        node += [Text("[", Source("affix")), rich(text[1:-1], source), Text("]", Source("affix"))]
    else:
        node.append(rich(text, source))
    return Box(node, what="face")


def _is_english(language: str) -> bool:
    return language[:2].casefold() == "en" and not language[2:3].isalpha()
