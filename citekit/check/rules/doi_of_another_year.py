"""A DOI that tells a year (Elsevier's and Wiley's often do) far from the year of the entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.check.values import doi_of

_YEARS = (
    re.compile(r"10\.1016/j\.[a-z]+\.(\d{4})\.\d\d\.\d{3}$"),
    re.compile(r"10\.1111/j\.\d{4}-\d{3}[\dx]\.(\d{4})\.\w+\.x$"),
)
_APART = 3
"""Years that may lie between the first printing online and the volume."""


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    doi = doi_of(value).casefold()
    found = next(filter(None, (pattern.match(doi) for pattern in _YEARS)), None)
    if found and entry.year and 1900 <= int(found[1]) <= 2100 and abs(int(found[1]) - entry.year) > _APART:
        message = f"The DOI is of {found[1]}, the entry of {entry.year}."
        yield Fault(message, name, help="See whether the DOI or the year belongs to another work.")


RULE = Rule("CK033", "warning", on=("doi",), value=_check)
