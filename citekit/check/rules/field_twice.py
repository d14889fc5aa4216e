"""A field that stands twice with different values: which one counts depends on the program."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    for name in dict.fromkeys(entry.twice):
        yield Fault(f"The field {name} stands twice.", name, help="Keep the one that is right.")


RULE = Rule("CK008", "warning", entry=_check, latex=True)
