"""``citekit extract`` on a folder: every paper in its row, none stopped by another, unchanged ones not read again."""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

SMALL = Path(__file__).parent / "papers" / "small.txt"
SAMPLE = Path(__file__).parents[2] / "citekit" / "data" / "sample" / "peacekeeping.txt"


@pytest.fixture
def papers(tmp_path):
    """A folder with two papers, one of them further down, a file that is none, and hidden things."""
    folder = tmp_path / "papers"
    (folder / "more" / ".cache").mkdir(parents=True)
    shutil.copy(SMALL, folder / "one.txt")
    shutil.copy(SMALL, folder / "more" / "two.txt")
    shutil.copy(SMALL, folder / "more" / ".cache" / "hidden.txt")
    shutil.copy(SMALL, folder / "~$lock.txt")
    (folder / "empty.txt").touch()
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


def rows(path):
    with path.open(encoding="utf-8", newline="") as lines:
        return {Path(row["paper"]).name: row for row in csv.DictReader(lines, delimiter="\t")}


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_paper_is_read_and_the_broken_one_is_told(citekit, papers, tmp_path, jobs):
    done = citekit("extract", papers, "-o", "all.bib", "--report", "all.tsv", "-j", jobs)
    assert done.returncode == 1
    assert done.stdout == b""
    found = rows(tmp_path / "all.tsv")
    assert set(found) == {"one.txt", "two.txt", "empty.txt"}
    assert "is empty" in found["empty.txt"]["error"]
    assert found["one.txt"]["works"] == found["two.txt"]["works"] != "0"
    assert b"2 of 3 read" in done.stderr
    assert (tmp_path / "all.bib").read_bytes().count(b"\n@") + 1 == 2 * int(found["one.txt"]["works"])


def test_the_processes_change_nothing(citekit, papers):
    (papers / "empty.txt").unlink()
    alone = citekit("extract", papers / "more" / "two.txt", papers / "one.txt", "-q")
    many = citekit("extract", papers, "-q", "-j", 2)
    assert many.stdout == alone.stdout
    assert many.returncode == alone.returncode


def test_a_report_may_be_json(citekit, papers, tmp_path):
    citekit("extract", papers, "-q", "--report", "all.json")
    assert {Path(row["paper"]).name for row in json.loads((tmp_path / "all.json").read_text("utf-8"))} == {
        "one.txt",
        "two.txt",
        "empty.txt",
    }


def test_what_has_not_changed_is_not_read_again(citekit, papers, tmp_path):
    (papers / "empty.txt").unlink()
    first = citekit("extract", papers, "-o", "all.bib", "--resume", "--report", "all.tsv")
    written = (tmp_path / "all.bib").read_bytes()
    assert b"earlier" not in first.stderr
    again = citekit("extract", papers, "-o", "all.bib", "--resume", "--report", "all.tsv")
    assert b"2 of 2 read, 2 of them in an earlier run" in again.stderr
    assert (tmp_path / "all.bib").read_bytes() == written
    (papers / "one.txt").write_bytes(SMALL.read_bytes() + b"\n")
    citekit("extract", papers, "-o", "all.bib", "--resume", "--report", "all.tsv")
    assert {name: row["kept"] for name, row in rows(tmp_path / "all.tsv").items()} == {
        "one.txt": "False",
        "two.txt": "True",
    }


def test_a_damaged_result_of_an_earlier_run_is_made_anew(citekit, papers, tmp_path):
    citekit("extract", papers, "-q", "-o", "all.bib", "--resume")
    for part in (tmp_path / "all.bib.parts").iterdir():
        part.write_text('{"of": [1', encoding="utf-8")
    done = citekit("extract", papers, "-o", "all.bib", "--resume")
    assert b"2 of 3 read;" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["papers", "-"], "stdin holds one paper"),
        (["papers", "--resume"], "name one with -o"),
        (["papers", "--report", "all.xlsx"], "ends in .tsv or .json"),
        (["papers/more/.cache"], "holds no paper"),
        (["papers/empty.txt", "-j", "2"], "None of the 1 papers"),
    ],
)
def test_what_cannot_be_done_is_said(citekit, papers, arguments, said):
    shutil.rmtree(papers / "more" / ".cache")
    (papers / "more" / ".cache").mkdir()
    done = citekit("extract", *arguments)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert done.stdout == b""


def run(arguments, tmp_path, **more):
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    return subprocess.Popen(
        [sys.executable, "-m", "citekit", *arguments],
        env=environment,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **more,
    )


def test_a_paper_that_kills_its_process_is_reported_and_the_others_are_read(papers, tmp_path):
    (papers / "killer.txt").write_text("A killer.\n", encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(
        "import os, citekit.read.files as files\n"
        "plain = files.read_file\n"
        "def read_file(path, **more):\n"
        "    if str(path).endswith('killer.txt'): os._exit(9)\n"
        "    return plain(path, **more)\n"
        "files.read_file = read_file\n",
        encoding="utf-8",
    )
    child = run(["extract", "papers", "-j", "2", "-o", "all.bib"], tmp_path)
    _, told = child.communicate(timeout=60)
    assert child.returncode == 1
    assert "killer.txt ends the process that reads it" in told.decode()
    assert "2 of 4 read" in told.decode()


def test_an_interrupt_ends_the_run_and_what_is_done_is_kept(papers, tmp_path):
    for number in range(40):
        shutil.copy(SAMPLE, papers / f"long{number}.txt")
    child = run(["extract", "papers", "-j", "2", "-o", "all.bib", "--resume"], tmp_path, start_new_session=True)
    parts = tmp_path / "all.bib.parts"
    while not parts.is_dir() or not list(parts.glob("*.json")):
        assert child.poll() is None
    os.killpg(child.pid, signal.SIGINT)
    out, told = child.communicate(timeout=60)
    assert (child.returncode, out) == (130, b"")
    assert told.decode().strip() == "citekit: interrupted"
    assert not (tmp_path / "all.bib").exists()
