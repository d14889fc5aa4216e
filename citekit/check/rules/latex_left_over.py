r"""LaTeX in a format that knows none: ``{\"o}``, ``\textit{}``, ``\&``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import EVERY, Fault, Rule, Setting

_COMMAND = re.compile(
    r"\{?\\(?:[\"'`^~=.]\{?\\?[A-Za-z]\}?|(?:text\w+|emph|mathrm|mathbf|url|href|ss|ae|oe|o|aa|l|i|c|v|u|H|k)(?![A-Za-z])\s?(?:\{[^{}]*\})?|[&%$#_{}])\}?"
)


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _COMMAND.search(value) if "$" not in value else None
    if found:
        message = f"{found[0]} is LaTeX, which this format does not know."
        yield Fault(message, name, found.span(), help="Write the character that is meant.")


RULE = Rule("CK131", "warning", on=EVERY, marks="\\", value=_check, sign=r"\\", latex=False)
