r"""LaTeX that a program took for text and escaped once more: ``\{\"o\}``, ``\textbackslash{}``, ``\$\backslash\$``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import EVERY, Fault, Rule, Setting

_TWICE = re.compile(
    r"\\\{\\?(?:\\textbackslash(?:\{\})?|\\)?[\"'`^~=.]|\\textbackslash(?:\{\})?\s?[\"'`^~&%_A-Za-z\\]"
    r"|\\\$\\backslash\\\$|\$\\backslash\$|\\\\[&%_]"
)
_UNPRINTED = frozenset({"abstract", "file", "comment"})


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _TWICE.search(value) if name not in _UNPRINTED else None
    if found:
        message = f"{found[0]} was escaped twice; LaTeX prints it as it stands."
        yield Fault(message, name, found.span(), help="Write the character that was meant.")


RULE = Rule("CK132", "warning", on=EVERY, marks="\\", value=_check, sign=r"\\\\|\\\{|backslash", latex=True)
