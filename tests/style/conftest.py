"""What the tests of styles share: a style made of the few elements a test is about, and the locale files."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from citekit.style.locales import Locales


def _beside(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"style_{name}", Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def locales() -> Locales:
    """The locale files that are installed."""
    return Locales()


@pytest.fixture(scope="session")
def made() -> ModuleType:
    """Styles made of a few elements, and what they print: see made.py."""
    return _beside("made")


@pytest.fixture(scope="session")
def harness() -> ModuleType:
    """What runs an official fixture: see harness.py."""
    return _beside("harness")
