"""The tracked files of the project."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def tracked(root: Path) -> list[str]:
    """The files that git tracks; where the project is no git checkout there is nothing to look at."""
    if not (root / ".git").exists() or not shutil.which("git"):
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("the project is no git checkout here")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name and (root / name).exists()]


@pytest.fixture(scope="session")
def texts(root: Path, tracked: list[str]) -> dict[str, str]:
    """Name → text of each tracked file that is text."""
    return {
        name: data.decode("utf-8", "replace") for name in tracked if b"\0" not in (data := (root / name).read_bytes())
    }
