"""A style's elements compiled to closures, type of item by type of item, and only as far as they are reached.

A condition on the type is settled when an element is compiled, so that a rendering meets none; a macro is compiled
when it is first called, and the branches of a choice when they are first taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from citekit.style import elements
from citekit.style.elements import Render
from citekit.style.errors import StyleError
from citekit.style.locale import NS


class Scope(NamedTuple):
    """Where an element stands: its area, the type of item, the name options that hold there.

    ``options`` are those of CSL 1.0.2, "Inheritable Name Options". ``parent`` is the ``cs:names`` whose substitute
    this is.
    """

    area: str
    options: tuple[tuple[str, str], ...] = ()
    type: str = ""
    parent: Element | None = None


NAME_OPTIONS = (
    *("and", "delimiter-precedes-et-al", "delimiter-precedes-last", "et-al-min", "et-al-use-first", "et-al-use-last"),
    *("et-al-subsequent-min", "et-al-subsequent-use-first", "initialize", "initialize-with"),
    *("initialize-with-hyphen", "name-as-sort-order", "sort-separator", "name-form", "name-delimiter"),
    *("names-delimiter", "demote-non-dropping-particle"),
)

_KNOWN = frozenset(
    f"{NS}{name}"
    for name in (
        "style info locale terms term single multiple style-options date date-part macro citation bibliography sort key"
        " layout text number label group choose if else-if else names name name-part et-al substitute institution"
        " institution-part"
    ).split()
)
"""Elements of CSL 1.0.2, and those of CSL-M that may be left out."""


def options_of(element: Element, outer: tuple[tuple[str, str], ...] = ()) -> tuple[tuple[str, str], ...]:
    """The name options of an element over those around it."""
    merged = dict(outer)
    merged.update({name: element.get(name, "") for name in NAME_OPTIONS if element.get(name) is not None})
    return tuple(sorted(merged.items()))


class Compiler:
    """Compiles the elements of one style; ``what`` names the style in errors.

    Raises StyleError for a macro that is not there or calls itself; elements it does not know go to ``warnings``.
    """

    def __init__(self, root: Element, what: str) -> None:  # noqa: D107 - the class says it
        self.root = root
        self.macros = {each.get("name", ""): each for each in root if each.tag == f"{NS}macro"}
        self.page_format = root.get("page-range-format", "")
        self.explicit_suffix = any(each.get("variable") == "year-suffix" for each in root.iter(f"{NS}text"))
        self.warnings = _unknown(root)
        self._macros: dict[tuple[str, Scope], list[Render]] = {}
        self._check(what)

    def _check(self, what: str) -> None:
        """Every macro that is called is there, none calls itself, and all of them together come to an end."""
        calls = {name: _called(element) for name, element in self.macros.items()}
        for name in sorted({name for each in self.root for name in _called(each)}):
            if name not in self.macros:
                raise StyleError(f"{what}: it calls a macro {name!r} that it does not have.")
        sizes: dict[str, _Size] = {}
        for name in self._callees_first(calls, what):
            sizes[name] = _size(self.macros[name], sizes)
        for area in self.root:
            size = _size(area, sizes) if area.tag in _AREAS else _Size(0, 0)
            if size.depth > _DEEPEST:
                raise StyleError(f"{what}: its elements and macros are nested more than {_DEEPEST} deep.")
            if size.calls > _MOST_CALLS:
                raise StyleError(f"{what}: its macros call each other more than {_MOST_CALLS:,} times over.")

    @staticmethod
    def _callees_first(calls: dict[str, set[str]], what: str) -> list[str]:
        """The macros in an order in which each comes after those that it calls."""
        done: dict[str, None] = {}
        for start, first in calls.items():
            stack, path = [(start, iter(sorted(first)))], [start]
            while stack:
                name, left = stack[-1]
                following = next((each for each in left if each not in done), None)
                if following is None:
                    done[name] = None
                    stack.pop()
                    path.pop()
                elif following in path:
                    raise StyleError(f"{what}: its macro {following!r} calls itself.")
                else:
                    stack.append((following, iter(sorted(calls[following]))))
                    path.append(following)
        return list(done)

    def children(self, element: Element, scope: Scope) -> list[Render]:
        """The closures of an element's children."""
        return [render for child in element if (render := self.element(child, scope)) is not None]

    def element(self, element: Element, scope: Scope) -> Render | None:
        """The closure of an element; None for one that prints nothing or is not known."""
        make = elements.MAKERS.get(element.tag)
        return make(self, element, scope) if make else None

    def macro(self, name: str, scope: Scope) -> list[Render]:
        """The closures of a macro's parts in a scope."""
        key = (name, scope._replace(parent=None))
        found = self._macros.get(key)
        if found is None:
            found = self._macros[key] = self.children(self.macros[name], key[1])
        return found


class _Size(NamedTuple):
    """How deep an element goes and how many macros it calls, those that they call included."""

    depth: int
    calls: int


def _size(element: Element, sizes: Mapping[str, _Size]) -> _Size:
    """The size of an element when those of all macros that it calls are known."""
    inner = [_size(child, sizes) for child in element]
    if element.tag in _CALLERS and (called := sizes.get(element.get("macro", ""))):
        inner.append(_Size(called.depth, called.calls + 1))
    return _Size(1 + max((each.depth for each in inner), default=0), sum(each.calls for each in inner))


_AREAS = {f"{NS}citation", f"{NS}bibliography"}
_DEEPEST = 100  # styles in use go 72 deep; a renderer that follows a stranger's further would break
_MOST_CALLS = 1_000_000  # styles in use come to 225,281; each level of a bomb doubles them


def _called(element: Element) -> set[str]:
    """The macros that an element calls."""
    return {name for each in element.iter() if each.tag in _CALLERS and (name := each.get("macro")) is not None}


_CALLERS = {f"{NS}text", f"{NS}key"}


def _unknown(root: Element) -> list[str]:
    info = root.find(f"{NS}info")
    about = set(info.iter()) if info is not None else set()
    tags = {each.tag for each in root.iter() if each not in about and isinstance(each.tag, str)}
    names = sorted(tag.rpartition("}")[2] for tag in tags - _KNOWN)
    return [f"The element {name} is not known and left out." for name in names]
