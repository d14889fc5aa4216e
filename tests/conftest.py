"""What every test may lean on: where the project is, and where the papers are that it is measured on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from citekit.romanise.lexicon import Lexicon, is_full, load_lexicon

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


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory) -> Iterator[None]:
    """A cache for all workers of this run, so that no test depends on what a user has in theirs."""
    with pytest.MonkeyPatch.context() as patch:
        base = tmp_path_factory.getbasetemp()
        patch.setenv("XDG_CACHE_HOME", str(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base))
        yield


@pytest.fixture(scope="session")
def lexicon(_cache) -> Lexicon:
    """The lexicon of the extra zh, built once; CI may not lack it."""
    if not is_full():
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("the packages of citekit[zh] are not there")
    return load_lexicon()
