"""Duplicates in libraries as findings: what is one work, what should be looked at, what is akin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citekit.dedupe.comparison import Comparison, Found
from citekit.dedupe.entries import Entry
from citekit.model import Finding

_RELATED = {
    "preprint-of": "are preprint and publication of each other",
    "version-of": "are versions of one work that came out in places of two kinds, as a talk and an article do",
    "translation-of": "are a work and its translation",
    "edition-of": "are editions of one work",
    "part-of": "are a whole and a part of it",
    "erratum-of": "are a work and an erratum to it",
}
"""Relation → what two works are to each other, whichever of them stands first."""

_MERGE = "See them with --dry-run, and merge them with -o or --in-place."
_LOOK = "Decide with --review; what you decide is kept."
_KEEP = "Keep both."


def findings_of(entries: Sequence[Entry], found: Found) -> tuple[Finding, ...]:
    """A finding for each cluster, then for each pair to be looked at, then for each pair that is akin."""
    return (*_clusters(entries, found), *_looks(entries, found), *_relations(entries, found))


def _clusters(entries: Sequence[Entry], found: Found) -> Iterator[Finding]:
    for cluster in found.clusters:
        names = [entries[member].name for member in cluster]
        message = f"{_all(names)} are one work."
        yield Finding("DU101", message, text=entries[cluster[0]].work.title.display, help=_MERGE)


def _looks(entries: Sequence[Entry], found: Found) -> Iterator[Finding]:
    joined = {member: number for number, cluster in enumerate(found.clusters) for member in cluster}
    for pair in found.pairs:
        if is_doubt(pair, joined):
            message = f"{entries[pair.first].name} and {entries[pair.second].name} may be one work."
            yield Finding("DU102", message, text=entries[pair.first].work.title.display, help=_LOOK)


def is_doubt(pair: Comparison, clusters: dict[int, int]) -> bool:
    """Whether a pair is to be looked at: it is alike, named by no relation, and not in one cluster anyhow.

    So is a pair that is the same by itself and yet was kept apart, for what else its members are alike to.
    """
    together = clusters.get(pair.first, -1) == clusters.get(pair.second, -2)
    return pair.verdict != "different" and not pair.relation and not together


def _relations(entries: Sequence[Entry], found: Found) -> Iterator[Finding]:
    for pair in found.pairs:
        if pair.relation:
            names = f"{entries[pair.first].name} and {entries[pair.second].name}"
            message = f"{names} {_RELATED[pair.relation]}; they stay apart."
            yield Finding("DU103", message, "info", text=entries[pair.first].work.title.display, help=_KEEP)


def _all(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"
