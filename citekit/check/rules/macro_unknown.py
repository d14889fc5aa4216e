"""A name in the place of a value that no ``@string`` of the file explains; BibTeX prints nothing for it."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    for word in dict.fromkeys(entry.macros):
        name = next((name for name, value in entry.fields.items() if word in value), "")
        message = f"No @string of this file explains {word}."
        yield Fault(message, name, help="Put the value in braces, or define the macro; a file loaded before may do so.")


RULE = Rule("CK014", "warning", entry=_check, latex=True)
