"""Paths into a tree of elements, by which a table says where a value stands; and what is left of a tree once read.

``part/detail[@type='volume']/number`` is a child of a child; ``note[!type]`` one without that attribute;
``location/url/@dateLastAccessed`` an attribute.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from citekit.write.xml_read import local
from citekit.write.xml_write import is_mixed

_CONDITION = re.compile(r"\[@(\w+)='([^']*)'\]|\[!(\w+)\]")
_TELLING = ("type", "unit")
"""Attributes without which an element is another thing than with them."""


class Step(NamedTuple):
    """One step of a path: the name of a child, attributes it has, attributes it has not."""

    tag: str
    has: Mapping[str, str]
    lacks: tuple[str, ...]

    def fits(self, element: Element) -> bool:
        """Whether an element is what the step means."""
        if element.tag != self.tag:
            return False
        for name, value in self.has.items():
            if element.get(name) != value:
                return False
        return not self.lacks or not any(name in element.attrib for name in self.lacks)


@lru_cache(maxsize=512)
def steps(path: str) -> tuple[tuple[Step, ...], str]:
    """The steps of a path, and the attribute that it ends in."""
    body, _, attribute = path.partition("/@")
    return tuple(map(_step, filter(None, body.split("/")))), attribute


def _step(text: str) -> Step:
    found = _CONDITION.findall(text)
    has = {name: value for name, value, _ in found if name}
    return Step(text.partition("[")[0], has, tuple(name for *_, name in found if name))


def put(root: Element, path: str, value: str) -> Element:
    """Put a value where the path leads: into a new last element, or as an attribute of the one that is there."""
    found, attribute = steps(path)
    at = root
    for step in found if attribute else found[:-1]:
        there = next((child for child in at if step.fits(child)), None)
        at = SubElement(at, step.tag, dict(step.has)) if there is None else there
    if attribute:
        at.set(attribute, value)
        return at
    last = SubElement(at, found[-1].tag, dict(found[-1].has))
    last.text = value
    return last


class Reading:
    """A tree that is being read: what was taken is remembered, and :meth:`left` is what nobody took."""

    def __init__(self, root: Element) -> None:
        """Begin to read the tree of a record."""
        self.root = root
        self._known: dict[int, set[str]] = {id(root): set(root.attrib)}
        self._told: set[int] = set()
        self._tags = {element.tag for element in root.iter()}  # most paths end in an element that no record has

    def know(self, element: Element, *attributes: str) -> None:
        """Take the attributes of an element, and that it is there."""
        self._known.setdefault(id(element), set()).update(attributes)

    def find(self, path: str, under: Element | None = None) -> Iterator[Element]:
        """The elements that a path leads to and whose text nobody took."""
        found = steps(path)[0]
        if found[-1].tag in self._tags:
            for element in _walk(found, self.root if under is None else under):
                if id(element) not in self._told:
                    yield element

    def text(self, element: Element, *attributes: str) -> str:
        """Take the text of an element, and the attributes that tell how it is meant."""
        self.know(element, *attributes)
        self._told.add(id(element))
        return "" if len(element) else (element.text or "")

    def take(self, path: str, *attributes: str, under: Element | None = None) -> str:
        """Take the first value that a path leads to; the empty string where there is none."""
        root = self.root if under is None else under
        found, attribute = steps(path)
        if found[-1].tag not in self._tags:
            return ""
        for element in _walk(found, root):
            if attribute and attribute in element.attrib:
                self._pass(root, found, element)
                self.know(element, attribute)
                return element.attrib[attribute]
            if not attribute and not len(element) and (element.text or "").strip() and id(element) not in self._told:
                self._pass(root, found, element)
                return self.text(element, *attributes)
        return ""

    def _pass(self, root: Element, path: tuple[Step, ...], goal: Element) -> None:
        """Take the elements on the way, which hold nothing but what the path says."""
        at = root
        for step in path:
            at = next(child for child in at if step.fits(child) and (child is goal or goal in child.iter()))
            self.know(at, *step.has)

    def left(self, element: Element) -> Element | None:
        """What of an element nobody took; its attributes stay where anything else of it does."""
        known = self._known.get(id(element))
        if known is None or is_mixed(element):
            return element
        children = [left for child in element if (left := self.left(child)) is not None]
        text = "" if id(element) in self._told or len(element) else (element.text or "")
        if not children and not text.strip() and set(element.attrib) <= known:
            return None
        copy = Element(element.tag, dict(element.attrib))
        copy.text = text
        copy.extend(children)
        return copy


def _walk(path: tuple[Step, ...], at: Element) -> Iterator[Element]:
    step = path[0]
    for child in at:
        if child.tag == step.tag and step.fits(child):
            if len(path) == 1:
                yield child
            else:
                yield from _walk(path[1:], child)


def merge(parent: Element, piece: Element) -> None:
    """Give a tree back what was left of another: to the element it was left of where there is one, else beside it."""
    home = None if (piece.text or "").strip() else next((child for child in parent if _is_home(child, piece)), None)
    if home is None:
        parent.append(piece)
        return
    home.attrib.update(piece.attrib)
    for child in piece:
        merge(home, child)


def _is_home(element: Element, piece: Element) -> bool:
    return (
        element.tag == piece.tag
        and not (len(piece) and (element.text or "").strip())
        and all(element.get(name) == piece.get(name) for name in _TELLING)
        and all(piece.get(name, value) == value for name, value in element.attrib.items())
    )


def bare(root: Element, namespace: str) -> None:
    """Take a namespace off all names of a tree."""
    for element in root.iter():
        if element.tag == f"{{{namespace}}}{local(element.tag)}":
            element.tag = local(element.tag)


def in_order(root: Element, names: Iterable[str]) -> None:
    """Sort the children of an element by their names, as a format has them; strange ones stand at the end."""
    rank = {name: number for number, name in enumerate(names)}
    root[:] = sorted(root, key=lambda child: rank.get(child.tag, len(rank)))
