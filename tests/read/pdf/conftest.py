"""The makers of PDFs, and the notes that stand in them."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path

import pytest

from citekit.read import read_bytes


def load(name):
    """A module of this folder, which is no package."""
    spec = importlib.util.spec_from_file_location(f"pdf_{name}", Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def made():
    """Papers that Typst sets: see ``made.py``."""
    return load("made")


@pytest.fixture(scope="session")
def drawn():
    """Papers drawn operator by operator: see ``drawn.py``."""
    return load("drawn")


@pytest.fixture(scope="session")
def texts(made):
    """Notes of a line or three."""
    return tuple(note.text[:220].rpartition(" ")[0].rstrip(".,;: ") + "." for note in made.written(60))


@pytest.fixture(scope="session")
def passages(made):
    """Sentences of a body."""
    chance = random.Random(11)  # noqa: S311 - a paper, no secret
    return tuple(made.prose(chance, words) for words in (24, 31, 18, 40, 27, 22, 35))


@pytest.fixture(scope="session")
def printed(drawn, texts, passages):
    """How a paper is drawn → its document; ``notes`` are so many of the texts."""

    def read(notes=24, **how):
        return read_bytes(drawn.paper(texts[:notes], drawn.How(**how), passages), "paper.pdf")

    return read
