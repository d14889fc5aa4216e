"""One locale as a style sees it: terms, date formats, options and ordinals, each from the first place that has it.

The places (CSL 1.0.2, "Locale Fallback"): the style's ``cs:locale`` of the dialect, of the language, without a
language; then the locale files of the dialect, of the language's primary dialect, of en-US.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple
from xml.etree.ElementTree import Element

NS = "{http://purl.org/net/xbiblio/csl}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_FORMS = {
    "long": ("long",),
    "short": ("short", "long"),
    "symbol": ("symbol", "short", "long"),
    "verb": ("verb", "long"),
    "verb-short": ("verb-short", "verb", "long"),
}
"""Form → the forms tried for it (CSL 1.0.2, "Terms")."""


class Term(NamedTuple):
    """A term: its texts for one and for several, the gender of the noun, and how an ordinal matches."""

    single: str
    multiple: str
    gender: str = ""
    match: str = ""


class Layer:
    """What one ``cs:locale`` holds: terms by name, form and gender of the form; dates by form; options; ordinals."""

    __slots__ = ("dates", "options", "ordinals", "terms")

    def __init__(self, root: Element) -> None:  # noqa: D107 - the class says it
        self.terms: dict[tuple[str, str], Term] = {}
        self.ordinals: dict[tuple[str, str], Term] = {}
        self.dates: dict[str, Element] = {}
        self.options: dict[str, str] = {}
        for child in root:
            if child.tag == f"{NS}terms":
                for term in child:
                    if term.tag == f"{NS}term":
                        self._take(term)
            elif child.tag == f"{NS}date":
                self.dates[child.get("form", "text")] = child
            elif child.tag == f"{NS}style-options":
                self.options.update(child.attrib)

    def _take(self, element: Element) -> None:
        name, form = element.get("name", ""), element.get("form", "long")
        single, multiple = element.find(f"{NS}single"), element.find(f"{NS}multiple")
        if single is None and multiple is None:
            one = several = _line(element)
        else:
            one, several = _line(single), _line(multiple)
        term = Term(one, several, element.get("gender", ""), element.get("match", ""))
        if name == "ordinal" or name.startswith("ordinal-"):
            self.ordinals[name, element.get("gender-form", "")] = term
        else:
            self.terms[name + (f"/{gender}" if (gender := element.get("gender-form", "")) else ""), form] = term


def _line(element: Element | None) -> str:
    """The text of a term; line breaks and what stands around them are the layout of the file."""
    text = (element.text or "") if element is not None else ""
    return " ".join(text.split()) if "\n" in text else text


class Locale:
    """The terms, dates and options that hold for one language.

    ``first`` are the layers of the style, ``later`` give those of files when they are asked for.
    """

    def __init__(self, tag: str, first: Iterable[Layer], later: Iterable[Callable[[], Layer | None]]) -> None:  # noqa: D107 - the class says it
        self.tag = tag
        self._layers = list(first)
        self._later = list(later)
        self._terms: dict[tuple[str, str], Term | None] = {}
        self._ordinals: dict[tuple[str, str], Term] | None = None
        self._options: dict[str, str] = {}

    def _each(self) -> Iterable[Layer]:
        yield from self._layers
        while self._later:
            layer = self._later.pop(0)()
            if layer:
                self._layers.append(layer)
                yield layer

    def find(self, name: str, form: str = "long") -> Term | None:
        """The term in this form, or in the form that stands in for it; None when no layer has it."""
        key = (name, form)
        if key not in self._terms:
            self._terms[key] = self._find(name, form)
        return self._terms[key]

    def _find(self, name: str, form: str) -> Term | None:
        for each in _FORMS.get(form, ("long",)):
            for layer in self._each():
                if (name, each) in layer.terms:
                    return layer.terms[name, each]
        return None

    def term(self, name: str, form: str = "long", *, plural: bool = False) -> str | None:
        """The text of a term, or None when no layer has it."""
        found = self.find(name, form)
        if found is None:
            return None
        return found.multiple if plural else found.single

    def gender(self, name: str) -> str:
        """The gender of a noun: ``masculine``, ``feminine`` or nothing."""
        found = self.find(name)
        return found.gender if found else ""

    def date(self, form: str) -> Element | None:
        """The ``cs:date`` of a form (``text``, ``numeric``)."""
        return next((layer.dates[form] for layer in self._each() if form in layer.dates), None)

    def option(self, name: str) -> str:
        """A style option (``punctuation-in-quote``, ``limit-day-ordinals-to-day-1``), or nothing."""
        if name not in self._options:
            found = (layer.options[name] for layer in self._each() if name in layer.options)
            self._options[name] = next(found, "")
        return self._options[name]

    def ordinal(self, number: int, gender: str = "") -> str:
        """The suffix of an ordinal (CSL 1.0.2, "Ordinal Suffixes"); the layer that names any names them all."""
        terms = self._ordinal_terms()
        for each in dict.fromkeys((gender, "")):
            found = _suffix(terms, number, each)
            if found is not None:
                return found
        return ""

    def _ordinal_terms(self) -> dict[tuple[str, str], Term]:
        if self._ordinals is None:
            self._ordinals = next((layer.ordinals for layer in self._each() if layer.ordinals), {})
        return self._ordinals

    def long_ordinal(self, number: int, gender: str = "") -> str | None:
        """The word of an ordinal from 1 to 10."""
        name = f"long-ordinal-{number:02}"
        return (self.term(f"{name}/{gender}") if gender else None) or self.term(name)


def _suffix(terms: dict[tuple[str, str], Term], number: int, gender: str) -> str | None:
    if ("ordinal", gender) not in terms and ("ordinal", "") not in terms:
        return _old_suffix(terms, number, gender)
    ends = ((f"{number % 100:02}", 100), (f"{number % 10:02}", 10))
    for end, size in ends:
        term = terms.get((f"ordinal-{end}", gender))
        if term and _matches(term.match, number, int(end), size):
            return term.single
    term = terms.get(("ordinal", gender))
    return term.single if term else None


def _matches(match: str, number: int, end: int, size: int) -> bool:
    if match == "whole-number":
        return number == end
    if match == "last-two-digits":
        return number % 100 == end
    if match == "last-digit":
        return number % 10 == end
    return size == (10 if end < 10 else 100)


def _old_suffix(terms: dict[tuple[str, str], Term], number: int, gender: str) -> str | None:
    """The scheme of CSL 1.0: 01–03 by the last digit, but for the teens, and 04 for all else."""
    last = number % 10 if number % 10 in (1, 2, 3) and number % 100 // 10 != 1 else 4
    term = terms.get((f"ordinal-{last:02}", gender))
    return term.single if term else None
