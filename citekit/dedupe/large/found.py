"""What a search of millions gives back; the rest stands in files."""

from __future__ import annotations

from dataclasses import dataclass

from citekit.model import Finding

CLUSTERS, PAIRS = "clusters.parquet", "pairs.parquet"
"""The files that are written into the folder of what was found."""


@dataclass(frozen=True, slots=True)
class FoundLarge:
    """How many records were searched, how many clusters hold how many of them, how many pairs were told of.

    ``findings`` tell of the records that could not be read.
    """

    records: int
    clusters: int
    clustered: int
    pairs: int
    findings: tuple[Finding, ...] = ()
