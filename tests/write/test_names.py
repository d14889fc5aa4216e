"""Names and the name fields of BibTeX."""

from __future__ import annotations

import pytest
from pybtex.database import Person

from citekit.model import Name
from citekit.write.bibtex_names import names_value, read_names

BOTH_WAYS = [
    (Name("Zhao", "Lei"), "Zhao, Lei"),
    (Name("Stähle", "Stefan"), "Stähle, Stefan"),
    (Name("Kim", "Samuel S."), "Kim, Samuel S."),
    (Name("Boutros-Ghali", "Boutros"), "Boutros-Ghali, Boutros"),
    (Name("O’Neill", "John Terence"), "O’Neill, John Terence"),
    (Name("Genugten", "Willem", "van"), "van Genugten, Willem"),
    (Name("Fontaine", "Jean", "de la", "Jr."), "de la Fontaine, Jr., Jean"),
    (Name("García Márquez", "Gabriel"), "García Márquez, Gabriel"),
    (Name("garcia y vega", "Ana"), "{garcia y vega}, Ana"),
    (Name("Guo"), "Guo"),
    (Name("赵", "磊"), "赵, 磊"),
    (Name(literal="Xinhua Yuebao she"), "{Xinhua Yuebao she}"),
    (Name(literal="Foreign and Commonwealth Office"), "{Foreign and Commonwealth Office}"),
    (Name(literal="R&D, Inc. {x}"), r"{R\&D, Inc. \textbraceleft{}x\textbraceright{}}"),
    (Name(literal="family=Zhao"), "{family{=}Zhao}"),
]
READ = [
    ("Katsumi Ishizuka", {"family": "Ishizuka", "given": "Katsumi", "order": "given-first"}),
    (
        "Ludwig van Beethoven",
        {"family": "Beethoven", "given": "Ludwig", "particle": "van", "order": "given-first"},
    ),
    (r"St{\"a}hle, Stefan", {"family": "Stähle", "given": "Stefan", "order": "given-first"}),
    ("{Barnes and Noble, Inc.}", {"literal": "Barnes and Noble, Inc.", "order": "literal"}),
    ("others", {"literal": "others"}),
    ("Zhao, Lei", {"family": "Zhao", "given": "Lei", "order": "family-first"}),
    ("Zhao, ", {"family": "Zhao", "order": "inverted"}),
    (",,,", {"order": "inverted", "suffix": ", "}),
    ("{", {"family": "", "order": ""}),
    ("", {}),
]


@pytest.mark.parametrize(("name", "value"), BOTH_WAYS)
def test_a_name_is_written_and_read(name, value):
    assert names_value([name]) == value
    read = read_names(value)["1"]
    assert {part: read.get(part, "") for part in ("family", "given", "particle", "suffix", "literal")} == {
        part: getattr(name, part) for part in ("family", "given", "particle", "suffix", "literal")
    }


@pytest.mark.parametrize(("name", "value"), BOTH_WAYS)
def test_pybtex_takes_each_value_for_one_name_of_the_same_family(name, value):
    person = Person(value)
    family = " ".join(person.last_names).replace("{", "").replace("}", "")
    assert family == (name.family or family)
    assert " ".join(person.prelast_names) == name.particle


def test_the_accent_of_a_long_vowel_is_no_sign_of_equality():
    value = names_value([Name("Ōe", "Kenzaburō"), Name(literal="a=ō")], latex=True)
    assert value == r"\={O}e, Kenzabur\={o} and {a{=}\={o}}"
    assert [(one.get("family"), one.get("literal")) for one in read_names(value).values()] == [
        ("Ōe", None),
        (None, "a=ō"),
    ]


def test_several_names_are_joined():
    names = [Name("Zhong", "Longbiao"), Name(literal="Barnes and Noble"), Name("Wang", "Jun")]
    value = "Zhong, Longbiao and {Barnes and Noble} and Wang, Jun"
    assert names_value(names) == value
    assert [name.get("family", "") for name in read_names(value).values()] == ["Zhong", "", "Wang"]


def test_others_ends_a_list_and_is_a_name_when_alone():
    assert names_value([Name("Zhao", "Lei"), Name(literal="others")]) == "Zhao, Lei and others"
    assert names_value([Name(literal="others")]) == "{others}"


def test_a_name_of_which_nothing_is_known_is_left_out():
    assert names_value([Name(), Name("Zhao", "Lei"), Name(literal=" ")]) == "Zhao, Lei"


@pytest.mark.parametrize(("value", "name"), READ)
def test_names_of_other_hands_are_read(value, name):
    assert read_names(value) == (
        {"1": {part: text for part, text in name.items() if text}} if any(name.values()) else {}
    )


@pytest.mark.parametrize("name", [Name("Zhao, Lei", "a, b", suffix="c"), Name("Zhao", "Lei and Wang")])
def test_what_bibtex_would_take_for_several_names_stands_in_braces(name):
    assert len(read_names(names_value([name]))) == 1


def test_a_particle_with_a_capital_goes_with_the_family():
    assert names_value([Name("Gaulle", "Charles", "De")]) == "De Gaulle, Charles"
