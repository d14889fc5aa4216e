"""The commands that an author defines, put in their places before a file is read."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DEFINES = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s*\{?\s*\\(?P<name>[A-Za-z]+)\s*\}?\s*"
    r"(?:\[(?P<count>\d)\]\s*)?(?P<default>\[[^\]]*\]\s*)?(?=\{)|\\def\s*\\(?P<plain>[A-Za-z]+)\s*(?=\{)"
)
_COMMENT = re.compile(r"(?P<kept>\\(?:url|path|nolinkurl|href)\s*\{[^{}]*\}|\\.)|%[^\n]*(?:\n[ \t]*)?", re.DOTALL)
_MOST = 20_000
_LONGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class _Macro:
    """What a command stands for, how many arguments it takes, what the first is where it is left out (else None)."""

    body: str
    count: int
    default: str | None


def without_comments(text: str) -> str:
    """The text without what stands behind ``%``, and the line end with it, as TeX has it."""
    return _COMMENT.sub(lambda found: found["kept"] or "", text)


def group(text: str, start: int, signs: str = "{}") -> int:
    """Where the group that opens at an offset ends, behind its bracket; the end of the text where nothing closes it."""
    depth, at = 0, start
    while at < len(text):
        sign = text[at]
        if sign == "\\":
            at += 1
        elif sign == signs[0]:
            depth += 1
        elif sign == signs[1]:
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    return len(text)


def expanded(text: str, kept: frozenset[str]) -> str:
    """The text with the author's own commands replaced by what they stand for, and without their definitions.

    ``kept`` are the names of commands that are read as they are, whoever defines them anew.
    """
    macros: dict[str, _Macro] = {}
    parts, done = [], 0
    for found in _DEFINES.finditer(text):
        if found.start() < done:
            continue
        end = group(text, found.end())
        name = found["name"] or found["plain"]
        if name not in kept:
            macros[name] = _Macro(text[found.end() + 1 : end - 1], int(found["count"] or 0), found["default"])
        parts.append(text[done : found.start()])
        done = end
    text = "".join([*parts, text[done:]])
    return _replaced(text, macros) if macros else text


def _replaced(text: str, macros: dict[str, _Macro]) -> str:
    names = "|".join(sorted(map(re.escape, macros), key=len, reverse=True))
    call = re.compile(rf"\\(?P<name>{names})(?![A-Za-z])[ \t]*")
    at = 0
    for _ in range(_MOST):
        found = call.search(text, at)
        if not found or len(text) > _LONGEST:
            break
        body, end = _filled(text, found.end(), macros[found["name"]])
        text = f"{text[: found.start()]}{body}{text[end:]}"
        at = found.start() if found["name"] not in body else found.start() + len(body)
    return text


def _filled(text: str, at: int, macro: _Macro) -> tuple[str, int]:
    """The body of a command with its arguments in their places, and where the last of them ends."""
    arguments = []
    for number in range(macro.count):
        signs = "[]" if number == 0 and macro.default is not None else "{}"
        end = group(text, at, signs) if text[at : at + 1] == signs[0] else at
        absent = (macro.default or "").strip()[1:-1] if signs == "[]" else ""
        arguments.append(text[at + 1 : end - 1] if end > at else absent)
        at = end
    if not macro.count and text[at : at + 2] == "{}":
        at += 2
    return re.sub(r"#(\d)", lambda found: (arguments + [""] * 9)[int(found[1]) - 1], macro.body), at
