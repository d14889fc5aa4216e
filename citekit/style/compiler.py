"""A style's elements compiled to closures, once; a macro is one closure a place it is called from, never expanded."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from citekit.style import elements
from citekit.style.box import Box, Node
from citekit.style.context import Context
from citekit.style.elements import Render
from citekit.style.errors import StyleError
from citekit.style.locale import NS


class Scope(NamedTuple):
    """Where an element stands: its area, and the name options that hold there (CSL 1.0.2, "Inheritable Name Options")."""

    area: str
    options: tuple[tuple[str, str], ...] = ()
    parent: Element | None = None
    """The ``cs:names`` whose substitute this is."""


NAME_OPTIONS = (
    *("and", "delimiter-precedes-et-al", "delimiter-precedes-last", "et-al-min", "et-al-use-first", "et-al-use-last"),
    *("et-al-subsequent-min", "et-al-subsequent-use-first", "initialize", "initialize-with"),
    *("initialize-with-hyphen", "name-as-sort-order", "sort-separator", "name-form", "name-delimiter"),
    *("names-delimiter", "demote-non-dropping-particle"),
)


def options_of(element: Element, outer: tuple[tuple[str, str], ...] = ()) -> tuple[tuple[str, str], ...]:
    """The name options of an element over those around it."""
    merged = dict(outer)
    merged.update({name: element.get(name, "") for name in NAME_OPTIONS if element.get(name) is not None})
    return tuple(sorted(merged.items()))


class Compiler:
    """Compiles the elements of one style.

    Raises StyleError for a macro that is not there or calls itself; elements it does not know go to ``warnings``.
    """

    def __init__(self, root: Element) -> None:
        self.root = root
        self.macros = {each.get("name", ""): each for each in root if each.tag == f"{NS}macro"}
        self.page_format = root.get("page-range-format", "")
        self.explicit_suffix = any(each.get("variable") == "year-suffix" for each in root.iter(f"{NS}text"))
        self.warnings: list[str] = []
        self._compiled: dict[tuple[str, Scope], list[Render]] = {}
        self._open: list[str] = []

    def children(self, element: Element, scope: Scope) -> list[Render]:
        """The closures of an element's children."""
        return [render for child in element if (render := self.element(child, scope)) is not None]

    def element(self, element: Element, scope: Scope) -> Render | None:
        """The closure of an element; None for one that is not known."""
        make = _makers().get(element.tag)
        if make is None:
            self._warn(element)
            return None
        return make(self, element, scope)

    def _warn(self, element: Element) -> None:
        if not isinstance(element.tag, str):
            return
        said = f"The element {element.tag.rpartition('}')[2]} is not known and left out."
        if said not in self.warnings:
            self.warnings.append(said)

    def macro(self, name: str, scope: Scope) -> Render:
        """The closure of a macro; it is compiled when it is first called from an area."""
        if name not in self.macros:
            raise StyleError(f"The style calls a macro {name!r} that it does not have.")
        if name in self._open:
            raise StyleError(f"The macro {name!r} of the style calls itself.")
        key = (name, scope._replace(parent=None))
        if key not in self._compiled:
            self._open.append(name)
            self._compiled[key] = self.children(self.macros[name], key[1])
            self._open.pop()
        renders = self._compiled[key]

        if len(renders) == 1:
            return renders[0]

        def render(ctx: Context) -> Node | None:
            nodes = elements.run(renders, ctx)
            if len(nodes) < 2:
                return nodes[0] if nodes else None
            return Box(nodes)

        return render


def _makers():  # type: ignore[no-untyped-def]
    global _MAKERS
    if not _MAKERS:
        from citekit.style import date_parts, names  # noqa: PLC0415 - they import this module's nouns

        _MAKERS.update(
            {
                f"{NS}text": elements.text,
                f"{NS}number": elements.number,
                f"{NS}label": elements.label,
                f"{NS}group": elements.group,
                f"{NS}choose": elements.choose,
                f"{NS}date": date_parts.date,
                f"{NS}names": names.names,
            }
        )
    return _MAKERS


_MAKERS: dict = {}
