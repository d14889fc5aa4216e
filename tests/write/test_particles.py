"""Particles of family names."""

from __future__ import annotations

import pytest

from citekit.write.particles import apart


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("van Genugten", ("van", "Genugten")),
        ("van der Genugten", ("van der", "Genugten")),
        ("d’ Arc", ("d’", "Arc")),
        ("Genugten", ("", "Genugten")),
        ("Van Genugten", ("", "Van Genugten")),
        ("van", ("", "van")),
        ("de la", ("de", "la")),
        ("", ("", "")),
    ],
)
def test_words_in_lower_case_before_the_family_are_its_particle(text, parts):
    assert apart(text) == parts
