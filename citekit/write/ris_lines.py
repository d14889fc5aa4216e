"""The lines of a RIS file to its references: any spacing, any line end, continued lines, things left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from citekit.write.ris_table import CODES, ORDER
from citekit.write.slots import Pair

_BLANKS = " \t"  # an ideographic blank may be part of a value
LINE_END = re.compile(r"\r\n|\r|\n")
"""What ends a line."""
_WIDE = re.compile(r"\s*(?P<tag>[A-Za-z][A-Za-z0-9])\s+[-–—](?P<value>.*)", re.DOTALL)
_CLOSE = re.compile(r"\s*(?P<tag>[A-Z][A-Z0-9])-\s*(?P<value>.*)", re.DOTALL)
_OTHERS = "A1 AD BT C4 C6 C7 C8 CA CT DI JA JF JO L1 L2 L3 L4 LB LK M2 N2 RP T1 TA U1 U2 U3 U4 U5 VO Y1 ER".split()
KNOWN = frozenset((*ORDER, *_OTHERS))
"""Tags that are known for such however they are written."""


@dataclass(slots=True)
class Reference:
    """One reference: its code, its pairs, its first and last line (1-based), and whether ER closed it.

    ``stray`` are lines that belong to no tag; a reference of nothing else stands for text between references.
    """

    code: str
    line: int
    last: int
    pairs: list[Pair] = field(default_factory=list)
    closed: bool = False
    stray: list[str] = field(default_factory=list)


def split(text: str) -> tuple[list[str], list[Reference]]:
    """The lines of a text and the references in it, in their order."""
    lines = LINE_END.split(text.removeprefix("\ufeff").rstrip("\x1a"))
    reader = _Reader()
    for number, line in enumerate(lines, 1):
        reader.take(line, number)
    return lines, reader.finished()


class _Reader:
    """Takes line by line; a reference is open until ER, the next TY or the end of the text."""

    def __init__(self) -> None:
        self._found: list[Reference] = []
        self._open: Reference | None = None
        self._value: list[str] = []  # the pieces of the value that may still go on
        self._close_spaced = self._small = self._blank = False

    def finished(self) -> list[Reference]:
        """What has been found when there is no line left."""
        self._settle()
        return self._found

    def take(self, line: str, number: int) -> None:
        """Read one line more."""
        tag, value = self._tagged(line)
        if tag:
            self._settle()
        if tag == "TY":
            self._start(value.strip(_BLANKS), number)
        elif tag == "ER":
            self._end(value.strip(_BLANKS), number)
        elif tag:
            reference = self._open or self._start("", number)
            reference.pairs.append((tag, ""))
            reference.last = number
            self._value = [value.strip(_BLANKS)]
        elif line.strip(_BLANKS):
            self._continue(line.strip(_BLANKS), number)
        self._blank = not line.strip(_BLANKS)

    def _settle(self) -> None:
        if self._open and self._value:
            self._open.pairs[-1] = (self._open.pairs[-1][0], "".join(self._value))
        self._value = []

    def _tagged(self, line: str) -> tuple[str, str]:
        """The tag and value of a line; no tag where it goes on with the line before."""
        wide = _WIDE.match(line)
        if wide:
            return (wide["tag"].upper(), wide["value"]) if self._is_tag(wide, line) else ("", "")
        close = _CLOSE.match(line)
        if close and (
            close["value"].strip(_BLANKS).upper() in CODES if close["tag"] == "TY" else self._is_close(close["tag"])
        ):
            self._close_spaced = True
            return close["tag"], close["value"]
        return "", ""

    def _is_tag(self, found: re.Match[str], line: str) -> bool:
        """Whether what looks like a tag is one: small ones only where TY is small too, strange ones by their blanks."""
        tag = found["tag"].upper()
        if tag == "TY":
            self._small, self._close_spaced = tag != found["tag"], False
            return True
        if tag != found["tag"] and not self._small:
            return False
        return tag in KNOWN or "  - " in f"{line} "

    def _is_close(self, tag: str) -> bool:
        return self._close_spaced and tag in KNOWN

    def _start(self, code: str, number: int) -> Reference:
        self._open = Reference(code.upper() if code.upper() in CODES else code, number, number)
        self._found.append(self._open)
        return self._open

    def _end(self, value: str, number: int) -> None:
        if self._open:
            self._open.closed, self._open.last = True, number
        self._open = None
        if value:
            self._continue(value, number)

    def _continue(self, line: str, number: int) -> None:
        """Text without a tag: more of the line before, or, where there is none, nobody's."""
        if self._open and self._value:
            self._value += ["\n" if self._blank else " ", line]
            self._open.last = number
            return
        if not self._open and not (self._found and self._found[-1].stray):
            self._found.append(Reference("", number, number))
        self._found[-1].stray.append(line)
        self._found[-1].last = number
