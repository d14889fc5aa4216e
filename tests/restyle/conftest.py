"""Styles by name, and libraries laid out in them."""

from __future__ import annotations

from functools import cache

import pytest

from citekit.restyle.desk import lay_out
from citekit.restyle.views import default_view
from citekit.style.catalogue import Catalogue
from citekit.style.locales import Locales
from citekit.style.style import Style


@cache
def compiled(name: str) -> Style:
    """A style, compiled once for all tests."""
    return Style(Catalogue().find(name).xml, Locales(), what=name)


@pytest.fixture(scope="session")
def desk_of():
    """Lay out a library in a style of this name."""
    return lambda library, name: lay_out(library, compiled(name), default_view(compiled(name), name))


@pytest.fixture(scope="session")
def style_of():
    """The style of this name."""
    return compiled
