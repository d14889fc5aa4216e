"""Pages that run backwards: ``212--198``. A last page in short is completed first: ``123--9`` is 123 to 129."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.pages import ranges
from citekit.check.rule import Fault, Rule, Setting


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    for found in ranges(value):
        if found.last < found.first:
            message = f"The pages {value[slice(*found.span)].strip()} run backwards."
            yield Fault(message, name, found.span, help="See which of the two numbers is misprinted.")


RULE = Rule("CK070", "warning", on=("pages",), value=_check)
