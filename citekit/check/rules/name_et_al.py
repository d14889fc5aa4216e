"""``et al.`` as a person; BibTeX writes ``and others``, and styles make of it what they print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.people import outside
from citekit.check.rule import NAMES, Fault, Rule, Setting

_ET_AL = re.compile(
    r"(?:,?\s+and\s+|[\s,;]+|^)\{?(?:et\.?\s+al(?:ii|ia)?|et\s+coll|u\.\s?a)\b\.?,?\}?\.?\s*$|等\s*$", re.IGNORECASE
)


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _ET_AL.search(value)
    if not found:
        return
    before = outside(value[: found.start()]).strip()
    exact = entry.is_latex and before and "等" not in found[0]
    fix = " and others" if exact else None
    yield Fault("“et al.” stands as a person.", name, found.span(), fix, "Write “and others”, or name them all.")


RULE = Rule("CK081", "warning", on=NAMES, value=_check, sign="(?i:et|u\\.|等)", fix="safe")
