"""``citekit extract`` from the outside: what stands on stdout, on stderr and in files, and how it ends."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SMALL = HERE / "papers" / "small.txt"
NOTE = "1 Wei Heping, Chinese Peacekeeping Troops, (Beijing: China Intercontinental Press, 2011).\n"
BODY = "The number of those who were sent has grown ever since, and so has what was written on them.\n"


@pytest.fixture
def paper(tmp_path):
    return Path(shutil.copy(SMALL, tmp_path / "small.txt"))


def test_the_works_go_to_stdout_and_the_summary_to_stderr(citekit, paper):
    done = citekit("extract", paper.name)
    assert done.returncode == 1
    assert done.stdout.startswith(b"@")
    assert b"Constructing Peace" in done.stdout
    assert done.stderr.decode() == (HERE / "papers" / "small.summary.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "opening"),
    [("refs.bib", b"@"), ("refs.json", b'{"schema":'), ("refs.csl.json", b"[\n"), ("refs.txt", b"")],
)
def test_the_format_follows_the_suffix(citekit, paper, name, opening):
    done = citekit("extract", paper.name, "-q", "-o", name)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    written = (paper.parent / name).read_bytes()
    assert written.startswith(opening)
    assert b"Constructing Peace" in written


def test_to_overrules_the_suffix(citekit, paper):
    citekit("extract", paper.name, "-q", "-o", "refs.txt", "--to", "bibtex")
    assert (paper.parent / "refs.txt").read_bytes() == citekit("extract", paper.name, "-q").stdout


def test_stdin_is_a_paper(citekit, paper):
    assert citekit("extract", "-", "-q", stdin=paper.read_bytes()).stdout == citekit("extract", paper.name, "-q").stdout


def test_every_finding_is_shown_where_it_is_asked_for(citekit, paper):
    document = json.loads(citekit("extract", paper.name, "-q", "--to", "json").stdout)
    done = citekit("extract", paper.name, "-q", "--findings")
    shown = done.stderr.decode()
    assert document["findings"]
    assert shown.count("\n\n") == len(document["findings"])
    assert all(shown.count(finding["code"]) for finding in document["findings"])


def test_several_papers_make_one_bibliography_with_keys_of_their_own(citekit, paper):
    shutil.copy(paper, paper.parent / "again.txt")
    alone = citekit("extract", paper.name, "-q").stdout.decode()
    both = citekit("extract", paper.name, "again.txt", "-q").stdout.decode()
    keys = [line for line in both.splitlines() if line.startswith("@")]
    assert len(keys) == len(set(keys)) == 2 * alone.count("\n@") + 2 * alone.startswith("@")


def test_several_papers_are_several_documents_in_json(citekit, paper):
    shutil.copy(paper, paper.parent / "again.txt")
    done = citekit("extract", paper.name, "again.txt", "-q", "--to", "json")
    assert [document["source"] for document in json.loads(done.stdout)["documents"]] == ["small.txt", "again.txt"]


def test_an_input_is_not_written_over(citekit, paper):
    before = paper.read_bytes()
    done = citekit("extract", paper.name, "-o", "./small.txt")
    assert done.returncode == 2
    assert b"is an input and is not written over" in done.stderr
    assert paper.read_bytes() == before


def test_a_second_paper_that_cannot_be_read_leaves_nothing_written(citekit, paper):
    done = citekit("extract", paper.name, "no.txt", "-o", "refs.bib")
    assert done.returncode == 2
    assert [path.name for path in paper.parent.iterdir()] == ["small.txt"]


def test_strict_counts_notices_too(citekit, paper):
    paper.write_text(BODY.replace("since", "since1") + "\n" + NOTE, encoding="utf-8")
    findings = json.loads(citekit("extract", paper.name, "-q", "--to", "json").stdout)["findings"]
    severe = any(finding["severity"] != "info" for finding in findings)
    assert citekit("extract", paper.name, "-q").returncode == (1 if severe else 0)
    assert citekit("extract", paper.name, "-q", "--strict").returncode == (1 if findings else 0)


def test_colour_is_for_terminals_that_want_it(paper):
    assert b"\x1b[" in on_a_terminal(paper)
    assert b"\x1b[" not in on_a_terminal(paper, NO_COLOR="1")


def on_a_terminal(paper, **environment):
    """What citekit says on stderr when that is a terminal."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "citekit", "extract", paper],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", **environment},
        check=False,
    )
    os.close(theirs)
    told = b""
    try:
        while chunk := os.read(ours, 65536):
            told += chunk
    except OSError:  # Linux says so that the other end is closed
        pass
    os.close(ours)
    return told


def test_head_may_close_the_pipe(tmp_path, sample):
    command = f"{sys.executable} -m citekit extract {sample} {sample} --to json; echo $? >&2"
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    piped = ["sh", "-c", f"({command}) | head -c 10"]
    done = subprocess.run(piped, capture_output=True, text=True, cwd=tmp_path, check=False, env=buffered)
    assert len(done.stdout) == 10
    assert done.stderr.endswith("\n1\n")
    assert "Broken" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("redirection", "code", "told"),
    [
        ("2>&-", 1, ""),
        (">&-", 1, ""),
        ("-o /dev/stdout | cat >/dev/null", 0, ""),
        ("-o /dev/null", 1, ""),
        (">/dev/full", 2, "citekit: stdout could not be written (No space left on device)"),
        ("- <&-", 2, "citekit: The input is empty"),
    ],
)
def test_streams_may_be_closed_full_or_devices(redirection, code, told):
    command = f"{sys.executable} -m citekit extract -q --to text {SMALL} {redirection}"
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, env=buffered)
    assert done.returncode == code
    assert done.stderr.startswith(told)
    assert done.stderr.count("\n") == bool(told)


def test_an_interrupt_ends_it_quietly_and_leaves_no_file(tmp_path, sample):
    big = tmp_path / "big.txt"
    big.write_text(sample.read_text(encoding="utf-8") * 20, encoding="utf-8")
    # citekit says on a line of its own that it has begun, so that the signal meets it at work
    script = (
        "import sys, citekit.pipeline as pipeline; from citekit import cli\n"
        "def begun(library): print('begun', flush=True); return library\n"
        "pipeline.STEPS = (begun, *pipeline.STEPS)\n"
        "sys.exit(cli.run(['extract', 'big.txt', '-o', 'big.bib']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as work:
        assert work.stdout.readline() == "begun\n"
        work.send_signal(signal.SIGINT)
        _, told = work.communicate(timeout=60)
    assert work.returncode == 130
    assert told.strip() == "citekit: interrupted"
    assert [path.name for path in tmp_path.iterdir()] == ["big.txt"]
