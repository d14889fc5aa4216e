r"""Signs that end or break a key in ``\cite`` or in BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_UNFIT = re.compile(r"[\s\"#%'(),={}~\\]")


def _check(entry: Entry, _: Setting) -> Iterator[Fault]:
    found = "".join(dict.fromkeys(_UNFIT.findall(entry.key)))
    if found:
        yield Fault(f"The key {entry.key} holds {found!r}, which LaTeX or BibTeX reads as something else.")


RULE = Rule("CK004", "warning", entry=_check, latex=True)
