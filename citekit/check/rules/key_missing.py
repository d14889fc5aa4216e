"""An entry without a key cannot be cited; BibTeX and biber drop it."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    if not entry.key:
        yield Fault("The entry has no key.", help="Put a key behind the opening brace.")


RULE = Rule("CK001", "error", entry=_check, latex=True)
