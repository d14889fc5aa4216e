"""The data model of BibLaTeX: the types there are, what each must have and may have, and the fields there are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from citekit.check.entry import ALIASES, KINDS, VERBATIM
from citekit.data import rows

_OTHERS = frozenset(
    "artwork audio bibnote commentary customa customb customc customd custome customf image jurisdiction legal "
    "legislation letter movie music performance review software standard suppperiodical video xdata set dataset "
    "conference electronic mastersthesis phdthesis techreport www newspaper constitution legmaterial legadminmaterial "
    "presentation nameonly data archive map webpage thesis misc".split()
)
"""Types without fields of their own in the model, older names, and those that styles of APA, law and GB/T 7714 add."""

_FREE = frozenset(
    "key lastchecked collection country affiliation contents copyright lccn mrnumber price size zblnumber "
    "archive arxivid bibsource biburl eprintnote internal-note journal-iso journaltitle-iso local-url numpages "
    "ranking read research-notes review shortjournal researchareas times-cited usage-count".split()
)
"""Fields of other programs that are no misprints of BibLaTeX's."""

_LEAST = 5


@cache
def types() -> frozenset[str]:
    """Every entry type that a style may know."""
    return frozenset(_taken()) | frozenset(_needed()) | _OTHERS


def is_type(name: str) -> bool:
    """Whether there is such an entry type."""
    return name in types()


def needs(kind: str) -> tuple[str, ...]:
    """What a type must have; ``a|b`` where one of them is enough."""
    return _needed().get(kind, ())


def takes(kind: str) -> frozenset[str]:
    """The fields that a type takes, none where the model says nothing of it."""
    return _taken().get(kind, frozenset())


@cache
def _needed() -> Mapping[str, tuple[str, ...]]:
    return {kind: tuple(fields.split()) for kinds, fields in rows("biblatex-needs.tsv") for kind in kinds.split()}


@cache
def _taken() -> Mapping[str, frozenset[str]]:
    table = {kind: frozenset(fields.split()) for kinds, fields in rows("biblatex-fields.tsv") for kind in kinds.split()}
    everywhere = table.pop("*") | VERBATIM | {"subtitle", "titleaddon", "pubstate", "addendum", "note", "urldate"}
    return {kind: fields | everywhere for kind, fields in table.items()}


@cache
def _known() -> frozenset[str]:
    return frozenset().union(*_taken().values()) | ALIASES.keys() | _FREE | KINDS.keys()


@cache
def _proper() -> frozenset[str]:
    return _known() - _FREE


def is_known(name: str) -> bool:
    """Whether BibLaTeX has such a field at all."""
    return name in _proper()


@lru_cache(maxsize=4096)
def misspelt(name: str) -> str:
    """The field that a name is a misprint of, one slip away: ``auhtor`` → ``author``; the empty string for none."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - most fields are known

    if len(name) < _LEAST - 1 or name in _known() or not name.isalpha():
        return ""
    close = [known for known in _main() if OSA.distance(name, known, score_cutoff=1) <= 1]
    return ALIASES.get(close[0], close[0]) if close else ""


@cache
def _main() -> tuple[str, ...]:
    """The fields that people write by hand."""
    return tuple(
        "author title journaltitle journal booktitle publisher address location editor volume number pages year "
        "month date series edition institution school organization chapter howpublished subtitle translator abstract "
        "keywords eprint urldate isbn issn note language".split()
    )
