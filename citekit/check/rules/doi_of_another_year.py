"""A DOI that tells a year (Elsevier's and Wiley's often do) far from the year of the entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.check.values import doi_of

_YEARS = re.compile(
    r"10\.(?:1016/j\.[a-z]+\.(?P<elsevier>\d{4})\.\d\d\.\d{3}|1111/j\.\d{4}-\d{3}[\dx]\.(?P<wiley>\d{4})\.\w+\.x"
    r"|1080/\d{7}[\dx]\.(?P<taylor>\d{4})\.\d+|(?:1007|1186|1038|1057|1140)/s\d{5}-0(?P<springer>\d\d)-[\dxyzw]+-\w"
    r"|3389/[a-z]+\.(?P<frontiers>\d{4})\.\d+|1109/[a-z0-9-]+\.(?P<ieee>\d{4})\.\d+"
    r"|48550/arxiv\.(?P<arxiv>\d\d)\d\d\.\d+)"
)
"""DOIs of publishers that put the year into them, in full or its last two figures."""

_APART = 3
"""Years that may lie between the first printing online and the volume."""


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _YEARS.fullmatch(doi_of(value).casefold())
    told = next(filter(None, found.groups())) if found else ""
    year = int(told if len(told) == 4 else f"20{told}") if told else 0
    if entry.year and 1900 <= year <= 2100 and abs(year - entry.year) > _APART:
        message = f"The DOI is of {year}, the entry of {entry.year}."
        yield Fault(message, name, help="See whether the DOI or the year belongs to another work.")


RULE = Rule("CK033", "warning", on=("doi",), value=_check)
