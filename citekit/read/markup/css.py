"""What style sheets set apart, as far as italic, small capitals and raised signs go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from citekit.read.markup.xml import Element, attribute, local

_RULE = re.compile(r"(?P<selectors>[^{}]{1,400})\{(?P<body>[^{}]*)\}")
_CLASS = re.compile(r"(?:^|[\s,>+~])(?P<tag>[a-z]\w*)?\.(?P<name>[\w-]+)\s*(?=,|$)", re.IGNORECASE)
_ITALIC = re.compile(r"(?<![\w-])font-style\s*:\s*(?P<value>italic|oblique|normal)", re.IGNORECASE)
_CAPITALS = re.compile(r"(?<![\w-])font-variant(?:-caps)?\s*:\s*small-caps", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*(?:super|top|text-top)", re.IGNORECASE)
_TAGS = {"i": "italic", "em": "italic", "cite": "italic", "sup": "superscript"}


@dataclass(slots=True)
class Sheets:
    """Class name → what its rules set apart; an upright class takes italic off."""

    classes: dict[str, frozenset[str]] = field(default_factory=dict)

    def add(self, css: str) -> None:
        """Read a style sheet; of selectors only those that end in a class count."""
        for rule in _RULE.finditer(css):
            looks = _looks(rule["body"])
            for selector in _CLASS.finditer(rule["selectors"]) if looks else ():
                self.classes[selector["name"]] = self.classes.get(selector["name"], frozenset()) | looks

    def of(self, element: Element, language: str) -> tuple[str, ...]:
        """What an element sets apart: by its name, its classes, its own style, and its language where it differs."""
        name = local(element)
        looks = {_TAGS[name]} if name in _TAGS and not (name == "cite" and _is_entry(element)) else set()
        attributes: Mapping[str, str] = element.attrib
        if not attributes:
            return tuple(looks)
        for word in attribute(element, "class").split() if "class" in attributes else ():
            looks |= self.classes.get(word, frozenset())
            looks |= {"small-caps"} if word in ("smcap", "smallcaps", "sc") else set()
        if "style" in attributes:
            looks |= _looks(str(attributes["style"]))
        if "upright" in looks:
            looks -= {"upright", "italic"}
        tag = attribute(element, "lang")
        return (*sorted(looks), *([tag] if tag and tag != language else []))


def _is_entry(element: Element) -> bool:
    """Whether a ``cite`` holds a whole reference, as Wikipedia's do, and not a title."""
    return "citation" in attribute(element, "class").split() or any(
        local(one) in ("i", "em") for one in element.iter("*")
    )


def _looks(body: str) -> frozenset[str]:
    slant = _ITALIC.search(body)
    found = set()
    if slant:
        found.add("upright" if slant["value"].casefold() == "normal" else "italic")
    if _CAPITALS.search(body):
        found.add("small-caps")
    if _RAISED.search(body):
        found.add("superscript")
    return frozenset(found)
