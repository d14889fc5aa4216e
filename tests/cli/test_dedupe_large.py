"""``citekit dedupe`` for tables in Parquet, and for libraries that are searched on disk."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

LIBRARY = Path(__file__).with_name("libraries") / "library.bib"


@pytest.fixture(autouse=True)
def library(tmp_path):
    (tmp_path / "library.bib").write_bytes(LIBRARY.read_bytes())
    (tmp_path / "library.txt").write_text("")
    titles = ["Zhongguo yu Lianheguo weihe xingdong", "Jiangou Heping", "Zhongguo yu lienheguo weihe xingdong"]
    rows = {"id": ["a", None, "c"], "Title": titles, "Authors": ["Tang, Yongsheng", "Zhao, Lei", "Tang, Y."]}
    pq.write_table(pa.table({**rows, "Year": [2002.0, None, 2002.0]}), tmp_path / "made.parquet")


def test_a_table_is_searched_and_told(citekit, tmp_path):
    before = sorted(tmp_path.iterdir())
    done = citekit("dedupe", "made.parquet")
    assert (done.returncode, done.stdout) == (1, b"one work: a, c\n")
    assert done.stderr.decode() == "3 records: 1 work more than once (1 record too many), 1 pair told.\n"
    assert sorted(tmp_path.iterdir()) == before


def test_a_table_is_searched_into_a_folder_and_told_as_json(citekit, tmp_path):
    done = citekit("dedupe", "made.parquet", "-o", "found", "--json", "--memory", "1GiB", "-q")
    assert (done.returncode, done.stderr) == (1, b"")
    assert json.loads(done.stdout)["clusters"] == [[{"row": 1, "key": "a"}, {"row": 3, "key": "c"}]]
    assert pq.read_table(tmp_path / "found" / "pairs.parquet").column("verdict").to_pylist() == ["same"]
    assert sorted(path.name for path in (tmp_path / "found").iterdir()) == ["clusters.parquet", "pairs.parquet"]


def test_a_library_is_searched_on_disk_as_in_memory(citekit):
    in_memory = citekit("dedupe", "library.bib")
    done = citekit("dedupe", "library.bib", "--memory", "1GiB")
    assert (in_memory.returncode, done.returncode) == (1, 1)
    assert done.stdout == b"one work: tang2002, tang2002a\n"
    assert "line 11" in done.stderr.decode()


PLAN = """\
made.parquet:a takes in made.parquet:c
  Tang, Zhongguo yu Lianheguo weihe xingdong, 2002
  ≠ Title            Zhongguo yu lienheguo w…  made.parquet:c  kept beside
  ≠ Authors          Tang, Y.                  made.parquet:c  kept beside
  = ids              c                         made.parquet:c  a further key

"""


def test_a_plan_is_told_and_nothing_written(citekit, tmp_path):
    before = sorted(tmp_path.iterdir())
    done = citekit("dedupe", "made.parquet", "--dry-run", "-o", "merged.parquet")
    assert done.returncode == 1
    assert done.stdout.decode() == PLAN
    assert done.stderr.decode() == "3 records: 1 work more than once (1 record too many), 1 pair told.\n"
    assert sorted(tmp_path.iterdir()) == before


def test_a_long_plan_is_told_in_part_and_as_json_whole(citekit, tmp_path, monkeypatch):
    monkeypatch.setattr("citekit.cli.dedupe_table._SHOWN", 1)
    table = pq.read_table(tmp_path / "made.parquet")
    others = table.set_column(1, "Title", [["War and Law in Asia", "Jiangou Heping", "War and law in Asia"]])
    pq.write_table(pa.concat_tables([table, others]), tmp_path / "two.parquet")
    told = citekit("dedupe", "two.parquet", "--dry-run", "-q").stdout.decode()
    assert told.count("takes in") == 1
    assert told.endswith("\n\n2 works more; --json tells all 3.\n")
    merges = json.loads(citekit("dedupe", "two.parquet", "--dry-run", "--json", "-q").stdout)["merges"]
    assert [(one["lead"]["row"], [other["row"] for other in one["takes_in"]]) for one in merges] == [
        (1, [3]), (2, [5]), (4, [6]),
    ]  # fmt: skip
    change = {"how": "beside", "field": "Title", "value": "War and law in Asia", "source": "two.parquet:c"}
    assert change in merges[2]["changes"]


@pytest.mark.parametrize(("lead", "key", "other"), [("complete", "a", "c"), ("newest", "c", "a")])
def test_a_table_is_written_merged(citekit, tmp_path, lead, key, other):
    before = (tmp_path / "made.parquet").read_bytes()
    done = citekit("dedupe", "made.parquet", "-o", "merged.parquet", "--lead", lead, "--memory", "1GiB")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().endswith("1 pair told; merged.parquet has 2 rows.\n")
    rows = {row["id"]: row for row in pq.read_table(tmp_path / "merged.parquet").to_pylist()}
    assert rows[None] == pq.read_table(tmp_path / "made.parquet").to_pylist()[1] | {"ids": None, "merged": None}
    assert rows[key]["ids"] == [other]
    assert {one["field"] for one in rows[key]["merged"]} == {"Title", "Authors", "ids"}
    assert {one["key"] for one in rows[key]["merged"]} == {other}
    assert (tmp_path / "made.parquet").read_bytes() == before
    names = {"library.bib", "library.txt", "made.parquet", "merged.parquet"}
    assert {path.name for path in tmp_path.iterdir()} == names
    again = citekit("dedupe", "merged.parquet", "-o", "again.parquet", "--json", "-q")
    assert (again.returncode, json.loads(again.stdout)["merges"]) == (0, [])
    assert pq.read_table(tmp_path / "again.parquet").equals(pq.read_table(tmp_path / "merged.parquet"))


KILLED = """
import os, pathlib, signal, sys
from citekit import cli
if __name__ == "__main__":
    replace = pathlib.Path.replace
    def fall(self, other):
        if pathlib.Path(other).name == "merged.parquet":
            os.kill(os.getpid(), signal.SIGKILL)
        return replace(self, other)
    pathlib.Path.replace = fall
    sys.exit(cli.run(sys.argv[1:]))
"""
FULL = """
import resource, sys
from citekit import cli
from citekit.dedupe.large import merge
if __name__ == "__main__":
    gather = merge.Merging.{step}
    def narrow(*given):
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        return gather(*given)
    merge.Merging.{step} = narrow
    sys.exit(cli.run(sys.argv[1:]))
"""


@pytest.mark.parametrize("code", [KILLED, FULL.format(step="_gather"), FULL.format(step="write")])
def test_a_kill_or_a_full_disk_leaves_the_old_table(citekit, tmp_path, code):
    (tmp_path / "merged.parquet").write_text("old")
    (tmp_path / "run.py").write_text(code)
    before = sorted(tmp_path.iterdir())
    command = [sys.executable, "run.py", "dedupe", "made.parquet", "-o", "merged.parquet"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120, check=False)
    assert (tmp_path / "merged.parquet").read_text() == "old"
    assert done.returncode in {2, -signal.SIGKILL}
    if code != KILLED:
        assert "merged.parquet could not be written (File too large)" in done.stderr.decode()
        assert sorted(tmp_path.iterdir()) == before
    assert citekit("dedupe", "made.parquet", "-o", "merged.parquet").returncode == 1
    assert len(pq.read_table(tmp_path / "merged.parquet")) == 2
    assert not list(tmp_path.glob(".*merging*"))


def test_a_plan_stops_where_nobody_reads_on(tmp_path):
    run = f"{sys.executable} -m citekit dedupe made.parquet --dry-run --json | head -c 1"
    done = subprocess.run(run, shell=True, cwd=tmp_path, capture_output=True, timeout=120, check=False)  # noqa: S602
    assert done.stdout == b"{"
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("made.parquet", "--in-place"), "A table in Parquet is not written over; name the merged one with -o"),
        (("made.parquet", "--undo"), "never written over, so there is no merge of it to be undone"),
        (("made.parquet", "--lead", "made.parquet"), "--lead takes complete, first, newest, oldest here"),
        (("made.parquet", "--explain", "a", "c"), "--explain is for libraries that are searched in memory; tables in"),
        (("library.bib", "--memory", "1GiB", "--dry-run"), "--dry-run is for libraries that are searched in memory"),
        (("library.bib", "--memory", "1GiB", "--lead", "first"), "leave out --memory and --scheduler"),
        (("library.bib", "--memory", "1GiB", "-o", "out.bib"), "merged without --memory and --scheduler"),
        (("library.bib", "--memory", "1GiB", "-o", "out.parquet"), "merged without --memory and --scheduler"),
        (("made.parquet", "-o", "out.bib"), "merged into a name that ends in .parquet"),
        (("made.parquet", "-o", "made.parquet"), "made.parquet is an input and is not written over"),
        (("made.parquet", "-o", "none/out.parquet"), "The folder none of the output none/out.parquet is not there"),
        (("made.parquet", "-o", "-"), "A merged table goes into a file"),
        (("made.parquet", "library.bib"), "searched alone"),
        (("none.parquet",), "There is no file none.parquet"),
        (("made.parquet", "--decisions", "nowhere"), "There is no file nowhere with decisions"),
        (("made.parquet", "-o", "library.txt/found"), "cannot be written to library.txt/found"),
        (("library.bib", "--memory", "much"), "much is no size of memory"),
        (("library.bib", "--memory", "1MB"), "too little"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(citekit, options, said):
    done = citekit("dedupe", *options)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in " ".join(done.stderr.decode().split())
    assert "Traceback" not in done.stderr.decode()


def test_decisions_hold_for_tables(citekit, tmp_path):
    """In the file beside the table, in one that is named; a line that is none is told."""
    told = {"decision": "different", "records": [{"key": "a"}, {"key": "c"}]}
    (tmp_path / "made.parquet.decisions").write_text(json.dumps(told) + "\nnonsense\n")
    done = citekit("dedupe", "made.parquet", "--findings")
    assert (done.returncode, done.stdout) == (1, b"")
    assert "DU104" in done.stderr.decode()
    assert "0 works more than once" in done.stderr.decode()
    (tmp_path / "other").write_text(json.dumps(told | {"decision": "same"}))
    named = citekit("dedupe", "made.parquet", "--decisions", "other")
    assert named.stdout == b"one work: a, c\n"


def test_decisions_hold_for_a_library_on_disk(citekit, tmp_path):
    told = {"decision": "different", "records": [{"key": "tang2002"}, {"key": "tang2002a"}]}
    (tmp_path / "library.bib.decisions").write_text(json.dumps(told))
    assert citekit("dedupe", "library.bib", "--memory", "1GiB").stdout == b""
