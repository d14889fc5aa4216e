"""The text of a Word file: runs, fields, tracked changes, links, and where notes are called."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field

from citekit.read.markup.docx_calls import Call, Counting
from citekit.read.markup.docx_styles import Styles, read_properties
from citekit.read.markup.fields import Fields, is_record, origin_of
from citekit.read.markup.ordinals import is_label
from citekit.read.markup.prose import Prose
from citekit.read.markup.xml import Element, attribute, local

_SKIPPED = frozenset(
    {"del", "moveFrom", "rPr", "pPr", "tblPr", "trPr", "tcPr", "sdtPr", "sdtEndPr", "delText", "delInstrText", "rubyPr"}
    | {"rt", "Fallback", "annotationRef", "footnoteRef", "endnoteRef", "instrText", "tblGrid", "sectPr"}
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_SYMBOLS = range(0xF000, 0xF100)
_MENDELEY = "MENDELEY_CITATION_v3_"


@dataclass(frozen=True, slots=True)
class Page:
    """What the text of one part leans on: styles, the addresses of links, and properties that bookmarks stand for."""

    styles: Styles
    links: Mapping[str, str]
    properties: Mapping[str, str]


def write_body(root: Element, prose: Prose, page: Page) -> list[Call]:
    """Write the body, and tell where it calls notes, each with the rules of its section."""
    writer = _Writer(prose, page)
    writer.children(root)
    return writer.calls


def write_note(element: Element, page: Page, mark: str) -> Prose:
    """The text of a note, without the mark at its head where it has one of its own."""
    prose = Prose()
    _Writer(prose, page, mark).children(element)
    return prose


@dataclass(slots=True)
class _Writer:
    """Walks a part and writes what of it is printed."""

    prose: Prose
    page: Page
    mark: str = ""
    paragraph: str = ""
    section: int = 0
    leaf: int = 0
    calls: list[Call] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    bookmarks: dict[str, tuple[str, int]] = field(default_factory=dict)

    def children(self, element: Element) -> None:
        for child in element:
            self.element(child)

    def element(self, element: Element) -> None:
        name = local(element)
        if name == "r":
            self.run(element)
        elif name == "p":
            self._paragraph(element)
        elif name in _SKIPPED:
            self._section(element)
        elif name == "hyperlink":
            self._link(element)
        elif name == "fldSimple":
            with self.fields.whole(attribute(element, "instr"), self.prose):
                self.children(element)
        elif name in ("bookmarkStart", "bookmarkEnd"):
            self._bookmark(element, name)
        elif name == "sdt":
            self._control(element)
        else:
            self.children(element)

    def _paragraph(self, element: Element) -> None:
        style = element.find("./{*}pPr/{*}pStyle")
        outer, self.paragraph = self.paragraph, attribute(style, "val") if style is not None else ""
        self.children(element)
        self.paragraph = outer
        self.prose.break_line()

    def _section(self, element: Element) -> None:
        """A section ends with the paragraph whose properties tell its rules; they hold for the calls before it."""
        name = local(element)
        rules = element if name == "sectPr" else element.find("./{*}sectPr") if name == "pPr" else None
        if rules is None:
            return
        counting = Counting(rules)
        for call in self.calls:
            if call.section == self.section:
                call.counting = counting
        self.section += 1

    def _link(self, element: Element) -> None:
        start = self.prose.length
        self.children(element)
        if target := self.page.links.get(attribute(element, "id"), ""):
            self.prose.mark(start, "link", target=target)

    def _bookmark(self, element: Element, name: str) -> None:
        key = attribute(element, "id")
        if name == "bookmarkStart":
            self.bookmarks[key] = (attribute(element, "name"), self.prose.length)
        elif key in self.bookmarks:
            named, start = self.bookmarks.pop(key)
            record = self.page.properties.get(named, "")
            if is_record(record):
                self.prose.store(start, origin_of(record), record)

    def _control(self, element: Element) -> None:
        """A content control; Mendeley Cite keeps its record in the tag of one, in base 64."""
        start = self.prose.length
        tag = element.find("./{*}sdtPr/{*}tag")
        for content in element.iterchildren("{*}sdtContent"):
            self.children(content)
        value = attribute(tag, "val") if tag is not None else ""
        if value.startswith(_MENDELEY):
            self.prose.store(start, "mendeley", _decoded(value.removeprefix(_MENDELEY)))

    def run(self, element: Element) -> None:
        """A run: text of one look, pieces of fields, calls of notes."""
        properties: dict[str, bool | str] = {}
        for part in element:
            name = local(part)
            if name == "rPr":
                properties = self._looks(part)
                if properties.get("hidden"):
                    return
            elif name == "fldChar":
                self.fields.turn(attribute(part, "fldCharType"), self.prose)
            elif name == "instrText":
                self.fields.instruct(part.text or "")
            elif self.fields.instructing:
                continue
            elif name in ("footnoteReference", "endnoteReference"):
                self._call(name, part, element)
            elif name == "lastRenderedPageBreak":
                self.leaf += 1
            else:
                start = self.prose.length
                self._sign(part, name)
                self.prose.mark(start, *self._styles(properties))

    def _looks(self, part: Element) -> dict[str, bool | str]:
        """The properties of a run with those of its styles below them."""
        own = read_properties(part)
        named = self.page.styles.of(str(own.get("style", "")))
        return {**self.page.styles.of(self.paragraph), **named, **own}

    def _styles(self, properties: Mapping[str, bool | str]) -> list[str]:
        looks = properties or self.page.styles.of(self.paragraph)
        language = str(properties.get("language", ""))
        tags = [language] if language and self.page.styles.language not in ("", language) else []
        return [name for name in ("italic", "small-caps", "superscript") if looks.get(name)] + tags

    def _sign(self, part: Element, name: str) -> None:
        if name == "t":
            self._text(part.text or "")
        elif name in _SIGNS:
            self.prose.write(_SIGNS[name])
        elif name == "sym":
            self._text(_symbol(attribute(part, "char")))
        elif name not in _SKIPPED:
            self.children(part)

    def _text(self, text: str) -> None:
        """Text, but for a mark that stands beside the call of a note, or at its head: that is its label."""
        if self.mark and text.strip():
            text = text.lstrip().removeprefix(self.mark) if text.lstrip().startswith(self.mark) else text
            self.mark = ""
        self.prose.write(text)

    def _call(self, name: str, part: Element, run: Element) -> None:
        kind = name.removesuffix("noteReference")
        mark = _own_mark(run) if attribute(part, "customMarkFollows") not in ("", "0", "false") else ""
        self.prose.settle()
        self.calls.append(Call(kind, attribute(part, "id"), self.prose.length, mark, self.section, self.leaf))
        self.mark = mark


def _own_mark(run: Element) -> str:
    """The mark that follows a reference which has one: in its run, else in the next."""
    following = run.getnext()
    texts = [
        "".join(text.text or "" for text in one.iterchildren("{*}t")) for one in (run, following) if one is not None
    ]
    mark = next((text.strip() for text in texts if text.strip()), "*")
    return mark if is_label(mark) or len(mark) <= 3 else mark[:1]


def _symbol(code: str) -> str:
    """The character of a symbol font by its code in hexadecimal; U+FFFD where that is none."""
    try:
        number = int(code, 16)
        return bytes(chr(number - 0xF000 if number in _SYMBOLS else number), "utf-8").decode()
    except (ValueError, OverflowError):
        return "\ufffd"


def _decoded(text: str) -> str:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4)).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""
