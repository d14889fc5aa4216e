"""The works that are written and read here, and the files that show what they become."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def _load(name):
    spec = importlib.util.spec_from_file_location(f"write_{name}", HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


made = _load("works")


@pytest.fixture(scope="session")
def library():
    """A library of works of every type."""
    return made.LIBRARY


def pytest_generate_tests(metafunc):
    """A test that asks for ``any_work`` runs once for each."""
    if "any_work" in metafunc.fixturenames:
        metafunc.parametrize("any_work", made.WORKS, ids=lambda work: work.key)


@pytest.fixture
def golden():
    """Compare a text with a file in ``golden/``; with GOLDEN=write in the environment the file is written anew."""

    def compare(name, text):
        path = HERE / "golden" / name
        if os.environ.get("GOLDEN") == "write":
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def biber(tmp_path_factory):
    """What biber has to say against a BibTeX text when it checks it by the data model: nothing when it is good."""
    if not shutil.which("biber"):
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(
            "biber is not installed: apt-get install biber"
        )

    def complaints(text):
        folder = tmp_path_factory.mktemp("biber")
        (folder / "in.bib").write_text(text, encoding="utf-8")
        command = "biber --tool --validate-datamodel --dieondatamodel --output-file=out.bib in.bib"
        told = subprocess.run(command.split(), cwd=folder, capture_output=True, text=True, check=False)
        found = [line for line in (told.stdout + told.stderr).splitlines() if not line.startswith("INFO")]
        return found or ([f"exit {told.returncode}"] if told.returncode else [])

    return complaints


@pytest.fixture(scope="session")
def bibutils(tmp_path_factory):
    """What a program of bibutils makes of a text, and what it says on stderr."""
    if not shutil.which("ris2xml"):
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(
            "bibutils is not installed: apt-get install bibutils"
        )

    def run(program, text):
        path = tmp_path_factory.mktemp("bibutils") / "in.txt"
        path.write_text(text, encoding="utf-8", newline="")
        told = subprocess.run([program, path], capture_output=True, text=True, check=True)
        return told.stdout, told.stderr

    return run
