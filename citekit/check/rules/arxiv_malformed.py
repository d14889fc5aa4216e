"""An identifier that arXiv has never given: ``2301.04567``, before April 2007 ``hep-th/9901001``."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.arxiv import ARXIV, is_arxiv, month_of
from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    if is_arxiv(entry) and value.strip():
        found = ARXIV.fullmatch(value.strip().strip("{}"))
        if not found or not month_of(found):
            help_ = "It reads 2301.04567, or hep-th/9901001 before April 2007."
            yield Fault(f"{value.strip()} is no identifier of arXiv.", name, help=help_)


RULE = Rule("CK041", "warning", on=("eprint",), value=_check)
