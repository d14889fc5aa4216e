"""A field that nobody knows, one letter away from one that is known and that the entry lacks."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.model import is_known, misspelt
from citekit.check.rule import Fault, Rule, Setting


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    for name in entry.fields:
        meant = "" if is_known(name) else misspelt(name)
        if meant and meant not in entry.fields:
            yield Fault(f"There is no field {name}; it looks like {meant}.", name, help=f"Call it {meant}.")


RULE = Rule("CK009", "warning", entry=_check, latex=True)
