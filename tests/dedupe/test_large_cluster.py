"""The search on disk with its steps on a cluster: a local one, of which a worker is killed."""

from __future__ import annotations

import os
import signal
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from distributed import LocalCluster

from citekit.dedupe.large.cluster import Cluster
from citekit.dedupe.large.find import find_large
from citekit.errors import CitekitError


@pytest.fixture(scope="module")
def scheduler():
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, memory_limit=0, silence_logs=50
    ) as local:
        yield local


class Killed(Cluster):
    """A cluster that loses a worker after the first task."""

    kills = 1

    def map(self, step, tasks):
        for done in super().map(step, tasks):
            if self.kills:
                self.kills -= 1
                os.kill(next(iter(self._client.run(os.getpid).values())), signal.SIGKILL)
            yield done


def test_a_cluster_finds_the_same_though_a_worker_is_killed(scheduler, made_works, tmp_path, monkeypatch):
    monkeypatch.setattr("citekit.dedupe.large.source.PART", 40)
    works = [work for records in made_works.makes(12, 80) for work in records]
    works += [replace(one, key="again") for one in works[:9]]
    find_large(works, tmp_path / "alone")
    cluster = Killed(scheduler.scheduler_address)
    try:
        find_large(works, tmp_path / "cluster", executor=cluster)
    finally:
        cluster.close()
    assert cluster.kills == 0
    for name in ("clusters.parquet", "pairs.parquet"):
        assert (tmp_path / "cluster" / name).read_bytes() == (tmp_path / "alone" / name).read_bytes()


def test_a_scheduler_that_does_not_answer_is_named():
    with pytest.raises(CitekitError, match="No scheduler answers at tcp:"):
        Cluster("tcp://127.0.0.1:1", wait=0.2)


def test_the_command_asks_a_scheduler(scheduler, tmp_path, capsysbinary):
    from citekit import cli  # noqa: PLC0415 - the others need no command line

    table = pa.table({"key": ["a", "b"], "title": ["Jiangou Heping"] * 2, "author": ["Zhao, Lei"] * 2})
    pq.write_table(table, tmp_path / "made.parquet")
    code = cli.run(["dedupe", str(tmp_path / "made.parquet"), "--scheduler", scheduler.scheduler_address, "-q"])
    assert (code, capsysbinary.readouterr().out) == (1, b"one work: a, b\n")
