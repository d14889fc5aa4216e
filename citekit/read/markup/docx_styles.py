"""What the styles of a Word file set apart: italic, small capitals, raised, hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from citekit.read.markup.xml import Element, attribute, local

_OFF = frozenset({"0", "false", "off", "none", "baseline", "nil"})
_TOGGLES = {"i": "italic", "smallCaps": "small-caps", "vanish": "hidden", "webHidden": ""}
_DEPTH = 20


@dataclass(slots=True)
class Styles:
    """The styles of a file by id, each with the styles it sets on or off, and the language the file is in."""

    own: dict[str, dict[str, bool]] = field(default_factory=dict)
    based: dict[str, str] = field(default_factory=dict)
    language: str = ""

    def of(self, style: str) -> Mapping[str, bool]:
        """What a style sets, what it is based on included."""
        chain: list[dict[str, bool]] = []
        while style and len(chain) < _DEPTH:
            chain.append(self.own.get(style, {}))
            style = self.based.get(style, "")
        return {name: on for link in reversed(chain) for name, on in link.items()}


def styles_in(root: Element | None) -> Styles:
    """The styles of the part that holds them."""
    styles = Styles()
    for element in root if root is not None else ():
        if local(element) == "docDefaults":
            styles.language = next((attribute(lang, "val") for lang in element.iter("{*}lang")), "")
        if local(element) != "style":
            continue
        name = attribute(element, "styleId")
        for part in element:
            if local(part) == "rPr":
                styles.own[name] = {key: on for key, on in read_properties(part).items() if isinstance(on, bool)}
            elif local(part) == "basedOn":
                styles.based[name] = attribute(part, "val")
    return styles


def read_properties(element: Element) -> dict[str, bool | str]:
    """What the properties of a run set: styles on or off, ``language`` and ``style`` by name."""
    found: dict[str, bool | str] = {}
    for part in element:
        name, value = local(part), attribute(part, "val")
        if name in _TOGGLES:
            found[_TOGGLES[name]] = value not in _OFF
        elif name == "vertAlign":
            found["superscript"] = value == "superscript"
        elif name == "rStyle":
            found["style"] = value
        elif name == "lang" and value:
            found["language"] = value
    return found
