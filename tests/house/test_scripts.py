"""The scripts run anywhere: POSIX sh, executable, one sentence where something is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# the test extra puts the program into the environment, which need not be on the PATH
BESIDE_PYTHON = Path(sys.executable).parent
SCRIPTS = ["demo", "test", "bench", "build-references", "compare-styles"]


@pytest.fixture(params=SCRIPTS)
def script(request, root):
    return root / "scripts" / request.param


def test_a_script_can_be_run(script):
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").startswith("#!/bin/sh\n")


def test_a_script_is_posix_shell(script):
    subprocess.run(["sh", "-n", script], check=True)


def test_shellcheck_has_nothing_to_say(root):
    # SC1091: setup.sh is found at run time, and is checked here itself
    files = [f"scripts/{name}" for name in [*SCRIPTS, "setup.sh"]]
    told = subprocess.run(
        [BESIDE_PYTHON / "shellcheck", "-s", "sh", "-e", "SC1091", *files],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")


def test_ci_runs_what_a_person_runs(root):
    assert os.access(root / ".ci" / "run", os.X_OK)
    assert "scripts/test" in (root / ".ci" / "run").read_text(encoding="utf-8")


def test_a_python_that_is_too_old_is_named_in_one_sentence(root, tmp_path):
    shutil.copytree(root / "scripts", tmp_path / "scripts")
    told = subprocess.run(
        [tmp_path / "scripts" / "demo"],
        env={"PATH": "/usr/bin:/bin", "PYTHON": "false"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 2
    assert told.stderr.startswith("citekit needs Python 3.11 or later")
    assert told.stderr.count("\n") == 1
    assert not (tmp_path / ".venv").exists()
