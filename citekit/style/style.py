"""A style compiled: its citation and bibliography, sort keys, options, and the locale for a language."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple, Protocol
from xml.etree.ElementTree import Element

from citekit.style.compiler import Compiler, Scope, options_of
from citekit.style.dress import marks
from citekit.style.elements import Render
from citekit.style.errors import StyleError
from citekit.style.locale import NS, XML_LANG, Layer, Locale
from citekit.style.sorting import Key, sort_keys
from citekit.style.xml import parse


class LocaleFiles(Protocol):
    """Where locale files come from."""

    def chain(self, tag: str) -> list[str]:
        """The locales that stand in for a language, the nearest first; ``en-US`` ends it."""

    def find(self, tag: str) -> str | None:
        """The XML of a locale."""


class Layout(NamedTuple):
    """A ``cs:layout``: its parts for a type of item, and what goes around and between."""

    renders: Callable[[str], list[Render]]
    prefix: str
    suffix: str
    delimiter: str
    marks: tuple[str, ...]
    language: str = ""


class Area(NamedTuple):
    """``cs:citation`` or ``cs:bibliography``: its layouts (more than one in CSL-M), sort keys and attributes."""

    layouts: list[Layout]
    keys: list[Key]
    options: dict[str, str]

    def layout(self, language: str) -> Layout:
        """The layout for items in a language; the one without a language for all others."""
        if len(self.layouts) == 1:
            return self.layouts[0]
        fold = language.casefold().replace("_", "-")
        tags = [(tag, layout) for layout in self.layouts for tag in layout.language.casefold().split()]
        for fits in (fold.__eq__, lambda tag: bool(fold) and _main(tag) == _main(fold)):
            found = next((layout for tag, layout in tags if fits(tag)), None)
            if found:
                return found
        return next((layout for layout in self.layouts if not layout.language), self.layouts[-1])


def _main(tag: str) -> str:
    return tag.partition("-")[0]


class Style:
    """A compiled style.

    Raises StyleError for XML that is no style, a macro that is missing or calls itself, and a style without citations.
    """

    def __init__(self, xml: str | bytes, files: LocaleFiles, *, language: str = "", what: str = "the style") -> None:  # noqa: D107
        root = parse(xml, what)
        if root.tag != f"{NS}style":
            raise StyleError(f"{what}: the outermost element is {root.tag.rpartition('}')[2]!r} where style should be.")
        self.root = root
        self.files = files
        self.default_language = root.get("default-locale", "")
        self.language = language or self.default_language or "en-US"
        self.is_note = root.get("class") == "note"
        self.title = (root.findtext(f"{NS}info/{NS}title") or "").strip()
        self._compiler = Compiler(root, what)
        self._scope = Scope("", options_of(root))
        self._locales: dict[str, Locale] = {}
        self._layers = [(each.get(XML_LANG, ""), Layer(each)) for each in root if each.tag == f"{NS}locale"]
        self._files: dict[str, Layer | None] = {}
        citation = root.find(f"{NS}citation")
        if citation is None:
            raise StyleError(f"{what}: it has no citation element, so that nothing can be cited with it.")
        self.citation = self._area(citation, "citation", what)
        bibliography = root.find(f"{NS}bibliography")
        self.bibliography = self._area(bibliography, "bibliography", what) if bibliography is not None else None
        self.locale = self.locale_for(self.language)

    @property
    def warnings(self) -> list[str]:
        """What the style holds that is not known, a sentence each."""
        return self._compiler.warnings

    @property
    def disambiguate_conditions(self) -> int:
        """How many conditions of the style ask if a cite is ambiguous."""
        return sum(
            each.get("disambiguate") == "true" for each in self.root.iter() if each.tag in (f"{NS}if", f"{NS}else-if")
        )

    @property
    def initialize_with(self) -> str | None:
        """The mark of initials, from the first element of the style that has one in its citation."""
        found = (each.get("initialize-with") for each in self.root.iter())
        return next((mark for mark in found if mark is not None), None)

    @property
    def is_numbered(self) -> bool:
        """Whether the bibliography prints the numbers of its entries."""
        return any(each.get("variable") == "citation-number" for each in self.root.iter(f"{NS}text"))

    @property
    def page_format(self) -> str:
        """``page-range-format``."""
        return self._compiler.page_format

    def _area(self, element: Element, name: str, what: str) -> Area:
        scope = Scope(name, options_of(element, self._scope.options))
        found = [each for each in element if each.tag == f"{NS}layout"]
        if not found:
            raise StyleError(f"{what}: its {name} has no layout.")
        layouts = [
            Layout(
                self._by_type(each, scope),
                each.get("prefix", ""),
                each.get("suffix", ""),
                each.get("delimiter", ""),
                marks(each),
                each.get("locale", ""),
            )
            for each in found
        ]
        return Area(layouts, sort_keys(self._compiler, element.find(f"{NS}sort"), scope), dict(element.attrib))

    def _by_type(self, element: Element, scope: Scope) -> Callable[[str], list[Render]]:
        return cache(lambda kind: self._compiler.children(element, scope._replace(type=kind)))

    def locale_for(self, language: str) -> Locale:
        """The locale of a language, with the style's own terms over those of the files."""
        found = self._locales.get(language)
        if found is None:
            own = [layer for tag, layer in self._own(language)]
            later = [self._file(tag) for tag in self.files.chain(language)]
            found = self._locales[language] = Locale(language, own, later)
        return found

    def _own(self, language: str) -> list[tuple[str, Layer]]:
        """The style's own locales that hold for a language, the nearest first."""
        main = language.split("-", maxsplit=1)[0].casefold()
        ranks = {language.casefold(): 0, main: 1, "": 2}
        fitting = [(tag, layer) for tag, layer in self._layers if tag.casefold() in ranks]
        return sorted(fitting, key=lambda each: ranks[each[0].casefold()])

    def _file(self, tag: str) -> Callable[[], Layer | None]:
        def read() -> Layer | None:
            if tag not in self._files:
                xml = self.files.find(tag)
                self._files[tag] = Layer(parse(xml, f"the locale {tag}")) if xml else None
            return self._files[tag]

        return read
