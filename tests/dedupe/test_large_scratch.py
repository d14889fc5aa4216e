"""What a search that was killed left on disk goes with the next one; what a search that goes on needs stays."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from citekit.dedupe.large.find import find_large
from citekit.dedupe.large.scratch import scratch
from citekit.model import Face, Title, Work

KILLED = """
import os, signal, sys
from citekit.dedupe.large.find import find_large
from citekit.model import Work
def works():
    yield Work("a", "book")
    os.kill(os.getpid(), signal.SIGKILL)
find_large(works(), sys.argv[1])
"""
WORKS = [Work(key, "book", Title(Face("On war and the law of nations")), fields={"date": "2002"}) for key in "ab"]
FOUND = ["clusters.parquet", "pairs.parquet"]


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills in another way")
def test_what_a_killed_search_left_goes_with_the_next(tmp_path):
    done = subprocess.run([sys.executable, "-c", KILLED, tmp_path], check=False)
    assert done.returncode == -signal.SIGKILL
    assert [name.startswith(".searching-") for name in names(tmp_path)] == [True]
    find_large(WORKS, tmp_path)
    assert names(tmp_path) == FOUND


def test_a_search_that_goes_on_is_left_alone(tmp_path):
    """By another process, and by this one."""

    def works():
        yield WORKS[0]
        code = f"from citekit.dedupe.large.find import find_large; find_large([], {str(tmp_path)!r})"
        subprocess.run([sys.executable, "-c", code], check=True)
        find_large([], tmp_path)
        yield WORKS[1]

    assert find_large(works(), tmp_path).clusters == 1
    assert names(tmp_path) == FOUND


def test_a_search_that_fails_leaves_nothing(tmp_path):
    def works():
        yield WORKS[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        find_large(works(), tmp_path)
    assert names(tmp_path) == []


def test_folders_of_other_machines_are_left_alone(tmp_path):
    other = tmp_path / ".searching-elsewhere-x" / "files"
    other.mkdir(parents=True)
    with scratch(tmp_path):
        assert other.is_dir()
