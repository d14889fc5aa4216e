"""Names in one line: persons inverted, bodies with a comma at the end."""

from __future__ import annotations

import pytest

from citekit.model import Name
from citekit.write.plain_names import name_line, read_names

BOTH_WAYS = [
    ("Zhao, Lei", Name("Zhao", "Lei", order="family-first")),
    ("Kim, Samuel S.", Name("Kim", "Samuel S.", order="given-first")),
    ("van den Berg, Jan, Jr.", Name("Berg", "Jan", "van den", "Jr.", order="given-first")),
    ("United Nations,", Name(literal="United Nations", order="literal")),
    ("Plato", Name("Plato")),
    ("赵磊", Name("赵磊")),
]


@pytest.mark.parametrize(("line", "name"), BOTH_WAYS)
def test_a_name_and_its_line(line, name):
    assert name_line(name) == line
    assert [Name(**found) for found in read_names(line)] == [name]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (Name("Zhao", "", original="赵"), "Zhao"),
        (Name(original="外交部", translated="Foreign Ministry"), "Foreign Ministry,"),
        (Name(literal="Department of Peacekeeping, United Nations"), "Department of Peacekeeping, United Nations"),
        (Name(literal=" a \n b "), "a b,"),
        (Name("", "Lei", "van"), "van, Lei"),
        (Name(), ""),
    ],
)
def test_other_names_have_a_line_too(name, line):
    assert name_line(name) == line


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Zhang,Yun", [Name("Zhang", "Yun", order="family-first")]),
        (
            "Zhao, Lei; Wang, Jun",
            [Name("Zhao", "Lei", order="family-first"), Name("Wang", "Jun", order="family-first")],
        ),
        ("Ministry of Defense", [Name(literal="Ministry of Defense", order="literal")]),
        ("University of California,, Berkeley", [Name(literal="University of California, Berkeley", order="literal")]),
        ("de la Cruz, María", [Name("Cruz", "María", "de la", order="given-first")]),
        ("von", [Name("von")]),
        (" ; , ;", []),
    ],
)
def test_lines_of_other_programs_are_read(line, names):
    assert [Name(**found) for found in read_names(line)] == names
