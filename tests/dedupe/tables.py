"""Tables merged as the command merges them, but for clusters that are given."""

from __future__ import annotations

import pickle

import pyarrow as pa
import pyarrow.parquet as pq

from citekit.dedupe.large.executor import InProcess
from citekit.dedupe.large.merge import Merging
from citekit.dedupe.large.results import CLUSTERS


def sent(value):
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - it is ours


class Sent(InProcess):
    """Tasks and what is done as they come to another process, and back."""

    def map(self, step, tasks):
        for task in tasks:
            yield sent(step(sent(task)))


def merged(folder, table, *clusters, policy="complete"):
    """The table after the merge of clusters of its rows, and what is told of the merges; ``folder`` is an empty one."""
    pq.write_table(table, folder / "made.parquet", row_group_size=3)
    found = [(cluster[0], row, "") for cluster in sorted(map(sorted, clusters)) for row in cluster]
    rows = pa.table(list(zip(*found, strict=True)) or [[], [], []], schema=CLUSTERS)
    pq.write_table(rows, folder / "clusters.parquet")
    merging = Merging(str(folder / "made.parquet"), folder, Sent(), policy, telling=True)
    merges = []
    with (folder / "merged.parquet").open("wb") as file:
        written = merging.write(file, merges.append, lambda _: None)
    after = pq.ParquetFile(folder / "merged.parquet").read()
    assert (len(after), len(merges)) == (written, merging.works)
    return after, merges
