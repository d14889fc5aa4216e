"""A full disk or a kill in the middle of a merge leaves the old file, and the way back leads where it should."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ENTRY = """@article{%s,
  author = {Tang, Yongsheng},
  title = {Zhongguo yu Lianheguo weihe xingdong},
  journal = {Shijie Jingji yu Zhengzhi},
  year = 2002, number = 9, pages = {39--44},
}
"""
LIBRARY = ENTRY % "tang2002" + "% between\n" + ENTRY % "tang2002a"

KILLED = """
import os, pathlib, signal, sys
replace, target = pathlib.Path.replace, sys.argv.pop(1)
def fall(self, other):
    if pathlib.Path(other).name == target:
        os.kill(os.getpid(), signal.SIGKILL)
    return replace(self, other)
pathlib.Path.replace = fall
from citekit import cli
sys.exit(cli.run(sys.argv[1:]))
"""


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "library.bib"
    path.write_text(LIBRARY)
    return path


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("falls", [1, 2])
def test_a_full_disk_leaves_the_old_file(citekit, library, monkeypatch, falls):
    calls, sync = [], os.fsync

    def full(descriptor):
        calls.append(descriptor)
        if len(calls) == falls:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    done = citekit("dedupe", "library.bib", "--in-place")
    assert done.returncode == 2
    assert b"No space left on device" in done.stderr
    assert library.read_text() == LIBRARY
    assert set(names(library.parent)) <= {"library.bib", "library.bib.undo"}
    assert citekit("dedupe", "--undo", "library.bib").returncode == 2
    assert library.read_text() == LIBRARY


def test_a_file_that_may_not_grow_stays_as_it_was(library):
    def narrow():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    done = subprocess.run(
        [sys.executable, "-m", "citekit", "dedupe", "library.bib", "--in-place"],
        cwd=library.parent,
        capture_output=True,
        preexec_fn=narrow,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert b"could not be written" in done.stderr
    assert names(library.parent) == ["library.bib"]
    assert library.read_text() == LIBRARY


@pytest.mark.parametrize("moment", ["library.bib.undo", "library.bib"])
def test_a_kill_leaves_the_old_file_and_the_next_run_goes_on(citekit, library, moment):
    done = subprocess.run(
        [sys.executable, "-c", KILLED, moment, "dedupe", "library.bib", "--in-place"],
        cwd=library.parent,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert library.read_text() == LIBRARY
    assert b"no merge of library.bib to be undone" in citekit("dedupe", "--undo", "library.bib").stderr
    assert citekit("dedupe", "library.bib", "--in-place").returncode == 1
    assert "ids = {tang2002a}" in library.read_text()
    assert citekit("dedupe", "--undo", "library.bib").returncode == 0
    assert library.read_text() == LIBRARY


def test_a_full_device_is_said(citekit, library):
    if not Path("/dev/full").exists():
        pytest.skip("there is no device that is always full")
    done = citekit("dedupe", library.name, "-o", "/dev/full", "--to", "bibtex")
    assert done.returncode == 2
    assert b"No space left on device" in done.stderr
