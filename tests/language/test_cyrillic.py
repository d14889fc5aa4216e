"""Cyrillic in Latin letters."""

from __future__ import annotations

import pytest

from citekit.language.cyrillic import latin


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Чайковский", "chaikovskii"),
        ("Преступление и наказание", "prestuplenie i nakazanie"),
        ("Хрущёв", "khrushchev"),
        ("Київ", "kiiv"),
        ("Über Haiti", "Über Haiti"),
        ("", ""),
    ],
)
def test_latin(text, letters):
    assert latin(text) == letters
