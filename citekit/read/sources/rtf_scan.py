"""RTF cut into its tokens: groups, control words with their numbers, signs, text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["open", "close", "word", "sign", "byte", "text"]

_TOKEN = re.compile(
    r"(?P<open>\{)|(?P<close>\})|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^A-Za-z'])|(?P<text>[^\\{}\r\n]+)|(?P<end>[\r\n]+|\\)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token: what it is, its text, and the number of a control word, None where it has none."""

    kind: Kind
    text: str = ""
    number: int | None = None


def tokens(source: str) -> Iterator[Token]:
    r"""The tokens of a file, decoded as Latin-1; ``\\binN`` passes over its bytes."""
    at = 0
    while found := _TOKEN.match(source, at):
        at = found.end()
        kind = found.lastgroup
        if found["word"]:
            number = int(found["number"]) if found["number"] else None
            if found["word"] == "bin":
                at += max(0, number or 0)
                continue
            yield Token("word", found["word"], number)
        elif kind in ("open", "close"):
            yield Token("open" if kind == "open" else "close")
        elif kind in ("sign", "byte", "text"):
            yield Token("sign" if kind == "sign" else "byte" if kind == "byte" else "text", found[kind])
