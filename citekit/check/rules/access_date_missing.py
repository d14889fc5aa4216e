"""A page of the web without the day on which it was seen, which tells an archived copy apart."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_ELSEWHERE = ("doi", "isbn", "eprint", "urldate", "accessed", "lastchecked", "pages", "volume")
"""Fields that lead to the work without its address, or tell the day."""


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    whole = entry.whole
    if "url" not in whole or any(name in whole for name in _ELSEWHERE):
        return
    told = f"{whole.get('note', '')} {whole.get('howpublished', '')} {whole.get('urldate', '')}".casefold()
    if entry.kind in _KINDS and not any(word in told for word in _SAID):
        message = "The page has an address and no day on which it was seen."
        yield Fault(message, "url", help="Add urldate = {YYYY-MM-DD}; an archived copy is looked for by it.")


_KINDS = frozenset("online misc webpage article report unpublished manual software dataset".split())

_SAID = ("access", "visited", "retrieved", "consult", "abgerufen", "zugriff", "checked", "viewed", "seen", "stand")
"""Words that tell the day in a note."""

RULE = Rule("CK049", "info", on=("url",), entry=_check)
