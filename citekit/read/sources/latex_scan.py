"""The text of LaTeX read into prose: what its commands print, where they call notes, what they set apart."""

from __future__ import annotations

import re
from typing import Protocol

from citekit.read.markup.prose import Prose
from citekit.read.sources.latex_macros import group
from citekit.read.sources.latex_words import (
    ACCENT,
    BEGINNINGS,
    ESCAPED,
    HEADINGS,
    QUOTES,
    SIGNS,
    SILENT,
    STYLES,
    SWITCHES,
    UNREAD,
    printed,
    printed_command,
)

_PLAIN = re.compile(r"[^\\{}$~`'\"\-\n&]+")
_COMMAND = re.compile(r"\\(?P<name>[A-Za-z@]+\*?)[ \t]*\n?[ \t]*(?!\n)")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
_MATH = re.compile(r"\$\$?(?P<formula>[^$]{0,400})\$\$?")
_CITES = re.compile(r"(?i:(?:foot|super|smart|auto|paren|text|full|footfull|author|year|title|note|foot)?cite\w*\*?)")
_DEEPEST = 100


class Desk(Protocol):
    """Who takes what a scan finds beside text."""

    def command(self, name: str, scan: Scan) -> bool:
        """Take a command whose arguments are still to be read; False where it is none of its own."""
        ...


class Scan:
    """Reads a stretch of LaTeX into prose."""

    def __init__(self, text: str, into: Prose, desk: Desk, depth: int = 0) -> None:
        """``depth`` is that of the group the text stands in."""
        self.into = into
        self.depth = depth
        self._text, self._desk = text, desk
        self._at = 0

    def read(self) -> None:
        r"""Read all of it; what a switch such as ``\\itshape`` sets apart ends with it."""
        opened: list[tuple[int, str]] = []
        while self._at < len(self._text):
            plain = _PLAIN.match(self._text, self._at)
            if plain:
                self.into.write(plain[0])
                self._at = plain.end()
            elif self._text[self._at] == "\\":
                self._backslash(opened)
            else:
                self._sign()
        for start, style in opened:
            self.into.mark(start, style)

    def inside(self, text: str) -> None:
        """Read an argument into the same prose; what is nested deeper than anyone nests stands there as it is."""
        if self.depth < _DEEPEST:
            Scan(text, self.into, self._desk, self.depth + 1).read()
        else:
            self.into.write(text)

    def argument(self) -> str:
        """The next argument in braces, or the sign that stands in its place."""
        self._blanks()
        if self._text[self._at : self._at + 1] != "{":
            self._at += 1
            return self._text[self._at - 1 : self._at]
        end = group(self._text, self._at)
        found = self._text[self._at + 1 : end - 1] if self._text[end - 1] == "}" else self._text[self._at + 1 :]
        self._at = end
        return found

    def options(self) -> list[str]:
        """The arguments in square brackets that stand here."""
        found = []
        while self._text[self._at : self._at + 1] == "[":
            end = group(self._text, self._at, "[]")
            found.append(self._text[self._at + 1 : end - 1])
            self._at = end
            self._blanks()
        return found

    def has_options(self) -> bool:
        """Whether an argument in square brackets stands here."""
        return self._text[self._at : self._at + 1] == "["

    def has_argument(self) -> bool:
        """Whether an argument in braces stands here."""
        self._blanks()
        return self._text[self._at : self._at + 1] == "{"

    def skip_to(self, mark: str) -> None:
        """Go on behind a mark, or at the end where there is none."""
        found = self._text.find(mark, self._at)
        self._at = len(self._text) if found < 0 else found + len(mark)

    def _blanks(self) -> None:
        while (
            self._text[self._at : self._at + 1] in (" ", "\t", "\n") and self._text[self._at : self._at + 2] != "\n\n"
        ):
            self._at += 1

    def _sign(self) -> None:
        text, at = self._text, self._at
        if paragraph := _PARAGRAPH.match(text, at):
            self.into.break_line()
            self._at = paragraph.end()
        elif text[at] == "{":
            end = group(text, at)
            self.inside(text[at + 1 : end - 1] if text[end - 1] == "}" else text[at + 1 :])
            self._at = end
        elif text[at] == "$" and (formula := _MATH.match(text, at)):
            self.into.write(printed(formula[0]))
            self._at = formula.end()
        else:
            written, shown = next(((a, b) for a, b in SIGNS if text.startswith(a, at)), (text[at], _alone(text[at])))
            self.into.write(shown)
            self._at += len(written)

    def _backslash(self, opened: list[tuple[int, str]]) -> None:
        accent = ACCENT.match(self._text, self._at)
        if accent:
            self.into.write(printed(accent[0]))
            self._at = accent.end()
            return
        command = _COMMAND.match(self._text, self._at)
        if not command:
            sign = self._text[self._at + 1 : self._at + 2]
            self.into.write(ESCAPED.get(sign, sign))
            self._at += 2
            return
        self._at = command.end()
        if command["name"] in SWITCHES:
            opened.append((self.into.length, SWITCHES[command["name"]]))
        elif not self._desk.command(command["name"], self):
            self._command(command["name"], spaced=command[0][-1].isspace())

    def _command(self, name: str, *, spaced: bool) -> None:
        if name in STYLES:
            with self.into.set_apart(STYLES[name]):
                self.inside(self.argument())
        elif name in QUOTES:
            self.options()
            self.into.write(QUOTES[name][0])
            self.inside(self.argument())
            self.into.write(QUOTES[name][1])
        elif name in ("url", "path", "nolinkurl", "href"):
            self._link(name)
        elif name in HEADINGS:
            self._heading()
        elif name in ("begin", "end"):
            self._environment(name)
        elif name in SILENT:
            self._pass_over(SILENT[name])
        else:
            self._mark(name, spaced=spaced)

    def _pass_over(self, count: int) -> None:
        self.options()
        for _ in range(count):
            if self.has_argument():
                self.argument()

    def _mark(self, name: str, *, spaced: bool) -> None:
        """A command without arguments: the end of a paragraph, a sign, or nothing that prints."""
        if name in ("par", "item", "newline", "linebreak", "bibitem"):
            self.into.break_line()
            self._item(name)
        else:
            self.into.write(printed_command(name))
            if spaced and self.has_argument():
                self.into.write(" ")

    def _item(self, name: str) -> None:
        self.options()
        if name == "bibitem":
            self.argument()

    def _link(self, name: str) -> None:
        target = re.sub(r"\\([%#&_~{}])", r"\1", self.argument())
        with self.into.set_apart("link", target=target):
            if name == "href":
                self.inside(self.argument())
            else:
                self.into.write(target)

    def _heading(self) -> None:
        self.options()
        self.into.break_line()
        self.inside(self.argument())
        self.into.break_line()

    def _environment(self, name: str) -> None:
        kind = self.argument()
        self.into.break_line()
        if name == "end":
            return
        if kind in UNREAD:
            self.skip_to(f"\\end{{{kind}}}")
            return
        self.options()
        for _ in range(BEGINNINGS.get(kind, 0)):
            self.argument()
        if kind == "thebibliography":
            self.into.write("References")
            self.into.break_line()


def is_cite(name: str) -> bool:
    """Whether a command cites by key: those of LaTeX, natbib and biblatex."""
    return bool(_CITES.fullmatch(name))


def _alone(sign: str) -> str:
    """What a sign prints that stands for no more than itself."""
    return "" if sign in "{}$" else " " if sign in "&\n" else sign
