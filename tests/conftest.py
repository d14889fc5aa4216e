"""What every test may lean on: where the project is, and where the papers are that it is measured on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def sample() -> Path:
    """The bundled paper."""
    return ROOT / "citekit" / "data" / "sample" / "peacekeeping.txt"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of papers and answers beside the project; a desk may lack it, CI may not."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(
            f"there is no folder {folder.name} beside the project"
        )
    return folder
