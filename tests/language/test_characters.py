"""Characters read as letters, for comparing and sorting."""

from __future__ import annotations

import pytest

from citekit.language.characters import divided_name, read_name, reading

READINGS = [
    ("建构和平", "jian gou he ping"),
    ("建構和平", "jian gou he ping"),
    ("2008年中国的国防", "2008 nian zhong guo de guo fang"),
    ("China", ""),
    ("日本の思想", ""),
    ("한국", ""),
]


@pytest.mark.parametrize(("text", "letters"), READINGS)
def test_a_text_is_read(text, letters):
    assert " ".join(reading(text).split()) == letters


NAMES = [
    ("曾国藩", ("zeng", "guofan")),
    ("欧阳修", ("ouyang", "xiu")),
    ("司马迁", ("sima", "qian")),
    ("秦 亚青", ("qin", "yaqing")),
    ("新华社通讯员", ("", "")),
    ("Mao", ("", "")),
]


@pytest.mark.parametrize(("name", "read"), NAMES)
def test_a_name_is_divided_and_read(name, read):
    assert read_name(name) == read


def test_a_surname_of_two_characters_is_known():
    assert divided_name("欧阳修") == ("欧阳", "修")
