"""An entry type that neither BibTeX nor BibLaTeX knows: its styles take it for ``misc``."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from citekit.check.entry import Entry
from citekit.check.model import is_type, types
from citekit.check.rule import Fault, Rule, Setting


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    if not is_type(entry.given):
        close = get_close_matches(entry.given, sorted(types()), 1, 0.75)
        advice = f"Perhaps {close[0]} is meant." if close else "Name a type that styles know, misc for want of another."
        yield Fault(f"There is no entry type {entry.given}.", help=advice)


RULE = Rule("CK006", "warning", entry=_check, latex=True)
