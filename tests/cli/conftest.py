"""The command line as a user has it, in an empty folder."""

from __future__ import annotations

import io
import sys
from types import SimpleNamespace

import pytest

from citekit import cli


@pytest.fixture
def citekit(tmp_path, monkeypatch, capsysbinary):
    """Run citekit in this process: arguments, stdin as bytes → exit code, stdout and stderr as bytes."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def call(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsysbinary.readouterr()
        code = cli.run(list(map(str, arguments)))
        told = capsysbinary.readouterr()
        return SimpleNamespace(returncode=code, stdout=told.out, stderr=told.err)

    return call
