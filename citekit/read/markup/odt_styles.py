"""What the styles of an OpenDocument text set apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from citekit.read.markup.xml import Element, attribute

_DEPTH = 20


@dataclass(slots=True)
class Looks:
    """Styles by family and name: what each sets on or off, and its parent."""

    own: dict[tuple[str, str], dict[str, bool]] = field(default_factory=dict)
    parents: dict[tuple[str, str], str] = field(default_factory=dict)
    known: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def of(self, style: str, family: str) -> tuple[str, ...]:
        """What a style sets apart, what it has from its parents included."""
        key = (family, style)
        if key not in self.known:
            chain: list[dict[str, bool]] = []
            name = style
            while name and len(chain) < _DEPTH:
                chain.append(self.own.get((family, name), {}))
                name = self.parents.get((family, name), "")
            looks = {look: on for link in reversed(chain) for look, on in link.items()}
            self.known[key] = tuple(look for look, on in looks.items() if on)
        return self.known[key]


def looks_in(roots: Sequence[Element]) -> Looks:
    """The styles of the parts of a file; a language counts where it is not that of the default style."""
    looks = Looks()
    default = next((_language(one) for root in roots for one in root.iter("{*}default-style") if _language(one)), "")
    for root in roots:
        for style in root.iter("{*}style"):
            key = (attribute(style, "family"), attribute(style, "name"))
            looks.parents[key] = attribute(style, "parent-style-name")
            looks.own[key] = _read(style, default)
    return looks


def _read(style: Element, default: str) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for properties in style.iterchildren("{*}text-properties"):
        slant, variant = attribute(properties, "font-style"), attribute(properties, "font-variant")
        position = attribute(properties, "text-position")
        found |= {"italic": slant in ("italic", "oblique")} if slant else {}
        found |= {"small-caps": variant == "small-caps"} if variant else {}
        found |= {"superscript": _is_raised(position)} if position else {}
    tag = _language(style)
    return found | ({tag: True} if tag and tag != default else {})


def _is_raised(position: str) -> bool:
    """``super 58%`` or ``33% 58%``; below the line is ``sub`` or less than nothing."""
    first = position.split(maxsplit=1)[0] if position.split() else ""
    return first == "super" or (first.endswith("%") and first[0].isdigit() and first != "0%")


def _language(style: Element) -> str:
    for properties in style.iterchildren("{*}text-properties"):
        language, country = attribute(properties, "language"), attribute(properties, "country")
        if language and language not in ("none", "zxx"):
            return f"{language}-{country}" if country and country != "none" else language
    return ""
