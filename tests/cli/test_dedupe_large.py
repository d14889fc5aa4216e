"""``citekit dedupe`` for tables in Parquet, and for libraries that are searched on disk."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

LIBRARY = Path(__file__).with_name("libraries") / "library.bib"


@pytest.fixture(autouse=True)
def library(tmp_path):
    (tmp_path / "library.bib").write_bytes(LIBRARY.read_bytes())
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


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("made.parquet", "--in-place"), "--in-place is for libraries that are merged"),
        (("made.parquet", "--lead", "newest"), "--lead is for libraries that are merged"),
        (("made.parquet", "-o", "-"), "written to a folder"),
        (("made.parquet", "library.bib"), "searched alone"),
        (("none.parquet",), "There is no file none.parquet"),
        (("made.parquet", "--decisions", "nowhere"), "There is no file nowhere with decisions"),
        (("made.parquet", "-o", "library.bib"), "cannot be written to library.bib"),
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
