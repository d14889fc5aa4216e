"""Typst: ``#footnote[…]`` in order, a label for a note used again, files that it includes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from citekit.model import Document
from citekit.read.bytes import decode
from citekit.read.markup.assemble import assemble
from citekit.read.markup.found import Found
from citekit.read.markup.prose import Prose
from citekit.read.options import NONE, Options
from citekit.read.sources.include import Includes, with_absent

_COMMENT = re.compile(r"(?<!:)//[^\n]*|/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"#(?:set|show|import|let)\b[^\n]*")
_CALL = re.compile(r"#(?P<name>[a-z][\w.-]*)")
_LABEL = re.compile(r"<(?P<name>[\w.:-]+)>")
_INCLUDE = re.compile(r"#include\s+\"(?P<name>[^\"]+)\"")
_STRING = re.compile(r"\"(?P<text>(?:[^\"\\]|\\.)*)\"")
_HEADING = re.compile(r"(?<![^\n])=+[ \t]+(?P<title>[^\n]*)")
_MATCHED: Mapping[str, tuple[re.Pattern[str], str]] = {
    "`": (re.compile(r"(?P<fence>`+)(?P<raw>.*?)(?P=fence)", re.DOTALL), "raw"),
    "<": (_LABEL, ""),
    "@": (re.compile(r"(?<!\w)(?P<key>@[\w:-]+(?:\.[\w:-]+)*)"), "key"),
    "h": (re.compile(r"(?P<address>https?://[^\s\]\[()<>\"]+)"), "address"),
}
"""What begins with a sign, and the part of it that is printed."""
_STYLES = {"emph": "italic", "smallcaps": "small-caps", "super": "superscript"}
_SILENT = frozenset({"pagebreak", "bibliography", "outline", "v", "h", "image", "line", "counter", "context", "label"})
_SIGNS = (("---", "—"), ("--", "–"), ("...", "…"), ("-?", "\u00ad"), ("~", "\u00a0"))
_DEEPEST = 60


def read_typst(data: bytes, source: str, options: Options = NONE) -> Document:
    """Read the notes of a Typst file and of those beside it that it includes.

    Raises :class:`CitekitError` where the bytes are no text.
    """
    decoded = decode(data, source)
    sheet = _Sheet(Includes(options.folder, (".typ",)))
    sheet.read(decoded.text.removeprefix("\ufeff"))
    return with_absent(assemble(list(sheet.found()), sheet.body, source, decoded.encoding), sheet.includes)


@dataclass(slots=True)
class _Sheet:
    """The body and the notes as they are put together."""

    includes: Includes
    body: Prose = field(default_factory=lambda: Prose(lines=True))
    notes: list[tuple[int, Prose]] = field(default_factory=list)

    def read(self, text: str) -> None:
        """Go through a file."""
        _Reader(self, _without_rules(_COMMENT.sub("", text)), self.body).read()

    def found(self) -> Iterator[Found]:
        """The notes, numbered in the order in which they stand; one that is called by its label stands once."""
        for number, (place, prose) in enumerate(self.notes, 1):
            yield Found(str(number), number, prose=prose, places=(place,), because="the file has it as #footnote")


def _without_rules(text: str) -> str:
    """The text without what sets or defines, brackets that go on over lines included."""
    parts, done = [], 0
    for rule in _RULE.finditer(text):
        if rule.start() < done:
            continue
        parts.append(text[done : rule.start()])
        done = rule.end()
        while (lacking := _open(text[rule.start() : done])) > 0 and (end := text.find("\n", done + 1)) > 0:
            done = end
            if lacking > _DEEPEST:
                break
    return "".join([*parts, text[done:]])


def _open(text: str) -> int:
    """How many brackets are open at the end of a stretch of code."""
    bare = _STRING.sub("", text)
    return sum(bare.count(sign) for sign in "([{") - sum(bare.count(sign) for sign in ")]}")


class _Reader:
    """Reads a stretch of markup into prose."""

    def __init__(self, sheet: _Sheet, text: str, into: Prose, depth: int = 0) -> None:
        self._sheet, self._text, self._into, self._depth = sheet, text, into, depth
        self._at = 0
        self._pending: list[str] = []
        self._opened: dict[str, int] = {}

    def read(self) -> None:
        """Read all of it."""
        while self._at < len(self._text):
            if not self._special():
                self._pending.append(self._text[self._at])
                self._at += 1
        self._flush()

    def _flush(self) -> None:
        text = "".join(self._pending)
        self._pending.clear()
        if not text:
            return
        blocks = re.split(r"\n[ \t]*\n", text)
        for number, block in enumerate(blocks):
            if number:
                self._into.break_line()
            self._into.write(block)

    def _special(self) -> bool:
        """Read what is no plain sign here; False where it is one."""
        sign = self._text[self._at]
        if sign == "\\":
            return self._escape()
        if sign == "#":
            return self._code()
        if sign in "_*":
            return self._toggle()
        if sign == "=" and (heading := _HEADING.match(self._text, self._at)):
            return self._heading(heading)
        return self._matched(sign) or self._ligature()

    def _heading(self, heading: re.Match[str]) -> bool:
        self._flush()
        self._into.break_line()
        self._inside(heading["title"])
        self._into.break_line()
        self._at = heading.end()
        return True

    def _matched(self, sign: str) -> bool:
        pattern, shown = _MATCHED.get(sign, (None, ""))
        found = pattern.match(self._text, self._at) if pattern else None
        return found is not None and self._put(found[shown] if shown else "", found.end())

    def _ligature(self) -> bool:
        for written, printed in _SIGNS:
            if self._text.startswith(written, self._at):
                return self._put(printed, self._at + len(written))
        return False

    def _put(self, printed: str, end: int) -> bool:
        self._pending.append(printed)
        self._at = end
        return True

    def _escape(self) -> bool:
        following = self._text[self._at + 1 : self._at + 2]
        unicode = re.match(r"\\u\{([0-9a-fA-F]{1,6})\}", self._text[self._at : self._at + 12])
        if unicode and int(unicode[1], 16) < 0x110000:
            return self._put(chr(int(unicode[1], 16)), self._at + unicode.end())
        return self._put(" " if following.isspace() or not following else following, self._at + 2)

    def _delimits(self) -> bool:
        """Whether an underscore or star stands at the edge of a word, or closes what is open."""
        before = self._text[self._at - 1 : self._at]
        after = self._text[self._at + 1 : self._at + 2]
        return not (before.isalnum() and after.isalnum())

    def _toggle(self) -> bool:
        if not self._delimits():
            return False
        self._flush()
        sign = self._text[self._at]
        if sign in self._opened:
            start = self._opened.pop(sign)
            self._into.mark(start, "italic" if sign == "_" else "")
        else:
            self._opened[sign] = self._into.length
        self._at += 1
        return True

    def _code(self) -> bool:
        include = _INCLUDE.match(self._text, self._at)
        if include:
            self._flush()
            self._into.break_line()
            self._sheet.includes.within(include["name"], self._sheet.read)
            return self._put("", include.end())
        call = _CALL.match(self._text, self._at)
        if not call or self._depth > _DEEPEST:
            return False
        self._flush()
        self._at = call.end()
        arguments = self._group("(", ")") if self._text[self._at : self._at + 1] == "(" else ""
        content = self._group("[", "]") if self._text[self._at : self._at + 1] == "[" else ""
        self._call(call["name"], arguments, content)
        return True

    def _group(self, opening: str, closing: str) -> str:
        """What stands between the bracket here and its partner."""
        depth, start = 0, self._at + 1
        while self._at < len(self._text):
            sign = self._text[self._at]
            if sign == "\\":
                self._at += 1
            elif sign == '"' and opening == "(" and (string := _STRING.match(self._text, self._at)):
                self._at = string.end() - 1
            elif sign == opening:
                depth += 1
            elif sign == closing:
                depth -= 1
            self._at += 1
            if depth == 0:
                return self._text[start : self._at - 1]
        return self._text[start:]

    def _call(self, name: str, arguments: str, content: str) -> None:
        first = _STRING.match(arguments.strip())
        text = first["text"] if first else ""
        inner = content or (arguments.strip()[1:-1] if arguments.strip().startswith("[") else "")
        if name == "footnote":
            self._footnote(arguments, inner)
        elif name == "link":
            with self._into.set_apart("link", target=text):
                self._inside(content or text)
        elif name == "cite":
            key = _LABEL.search(arguments)
            self._into.write(f"@{key['name']}" if key else "")
        elif name not in _SILENT:
            with self._into.set_apart(_STYLES.get(name, "")):
                self._inside(inner or (text if name in _STYLES else ""))

    def _footnote(self, arguments: str, content: str) -> None:
        again = _LABEL.match(arguments.strip())
        if self._into is not self._sheet.body or again:
            if not again:  # a note in a note is read where it stands
                self._inside(content)
            return
        note = Prose()
        self._sheet.notes.append((self._into.length, note))
        _Reader(self._sheet, content, note, self._depth + 1).read()

    def _inside(self, content: str) -> None:
        _Reader(self._sheet, content, self._into, self._depth + 1).read()
