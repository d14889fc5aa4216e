"""An identifier of arXiv with ``arXiv:`` or an address before it, which styles put there themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.arxiv import is_arxiv
from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_LABEL = re.compile(r"\s*(?:arxiv:\s*|(?:https?://)?arxiv\.org/(?:abs|pdf)/)(?=\S)", re.IGNORECASE)


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _LABEL.match(value) if is_arxiv(entry) else None
    if found:
        yield Fault("Styles put arXiv: before the number themselves.", name, found.span(), "", "Give the number alone.")


RULE = Rule("CK043", "info", on=("eprint",), value=_check, fix="safe")
