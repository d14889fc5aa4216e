r"""The keys that a text cites: ``\cite{a,b}`` and its kin in LaTeX, ``[@a; @b]`` in Markdown and Typst."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.model import Span

_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_COMMAND = re.compile(
    r"\\(?!(?:citestyle|citesetup|citereset|bibcite)\b|DeclareCite|cite\w+command)"
    r"[A-Za-z]*?[cC]ite(?!d)(?P<rest>[A-Za-z]*)\*?"
)
_ARGUMENTS = re.compile(r"(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>))*\s*\{([^{}]*)\}")
_KEY = re.compile(r"[^\s,{}]+")
_CODE = re.compile(r"^(```+|~~~+).*?^\1|`[^`\n]*`|<!--.*?-->", re.MULTILINE | re.DOTALL)
_AT = re.compile(r"(?<![\w@.\\/])-?@(?:\{([^{}\s]+)\}|([^\W_](?:[\w:.#$%&+?<>~/-]*\w)?))")
_NUMBERED = re.compile(r"(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|def|exm|exr|cnj)[:-]")
"""Keys of figures, tables and sections, which pandoc-crossref and Quarto refer to in the same way."""

_TEX = (".tex", ".ltx", ".sty", ".cls", ".latex", ".rnw")


def cited_keys(text: str, name: str) -> dict[str, Span]:
    """Each key that a text cites, and where it does so first; ``*`` is all entries. The ``name`` tells the language."""
    tex = name.casefold().endswith(_TEX) or "\\documentclass" in text
    found: dict[str, Span] = {}
    for key, span in _in_latex(text) if tex else _in_markdown(text):
        found.setdefault(key, span)
    return found


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _in_latex(text: str) -> Iterator[tuple[str, Span]]:
    plain = _blanked(_COMMENT, text)
    for command in _COMMAND.finditer(plain):
        arguments = _ARGUMENTS.match(plain, command.end())
        while arguments:
            yield from ((key[0], key.span()) for key in _KEY.finditer(plain, *arguments.span(1)))
            many = command["rest"].endswith("s") and plain[arguments.end() : arguments.end() + 1] in ("{", "[")
            arguments = _ARGUMENTS.match(plain, arguments.end()) if many else None


def _in_markdown(text: str) -> Iterator[tuple[str, Span]]:
    for found in _AT.finditer(_blanked(_CODE, text)):
        group = 1 if found[1] else 2
        if not _NUMBERED.match(found[group]):
            yield found[group], found.span(group)
