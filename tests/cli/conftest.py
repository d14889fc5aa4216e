"""The command line as a user has it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.fixture
def citekit(tmp_path):
    """Run citekit in an empty folder: arguments, stdin as bytes, further environment → the finished process."""

    def call(*arguments, stdin=b"", **environment):
        return subprocess.run(
            [sys.executable, "-m", "citekit", *map(str, arguments)],
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            env={**os.environ, "COLUMNS": "80", **environment},
            check=False,
            timeout=120,
        )

    return call
