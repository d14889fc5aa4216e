"""A part that has the title of the whole."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.language import fold

_LEAST = 12  # letters; "Editorial" may stand in a journal of that name


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    title = entry.whole.get("title", "")
    for name in ("booktitle", "journaltitle"):
        alike = len(entry.whole.get(name, "")) == len(title) > _LEAST
        if alike and fold(entry.text("title")) == fold(entry.text(name)):
            help_ = "See which of the two is missing; a whole book is book or collection."
            yield Fault(f"The title is that of the {name}.", "title", help=help_)


RULE = Rule("CK110", "warning", on=("booktitle", "journaltitle"), entry=_check)
