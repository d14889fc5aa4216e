"""Names of CSL-JSON: particles and suffixes told apart, bodies, and names in scripts without blanks."""

from __future__ import annotations

import pytest

from citekit.style.person import Person, person

PEOPLE = [
    ({"family": "Zhao", "given": "Lei"}, Person("Zhao", "Lei")),
    ({"family": "Zhao"}, Person("Zhao")),
    ({"family": " Zhao ", "given": "Lei "}, Person("Zhao", "Lei")),
    # particles
    ({"family": "van Gogh", "given": "Vincent"}, Person("Gogh", "Vincent", particle="van")),
    ({"family": "von der Leyen", "given": "Ursula"}, Person("Leyen", "Ursula", particle="von der")),
    ({"family": "de la Cruz", "given": "Ana"}, Person("Cruz", "Ana", particle="de la")),
    ({"family": "al-Haytham", "given": "Hasan"}, Person("Haytham", "Hasan", particle="al-")),
    ({"family": "d'Artagnan", "given": "Charles"}, Person("Artagnan", "Charles", particle="d'")),
    ({"family": "d’Artagnan", "given": "Charles"}, Person("Artagnan", "Charles", particle="d’")),
    ({"family": "O'Brien", "given": "Flann"}, Person("O'Brien", "Flann")),
    ({"family": "La Fontaine", "given": "Jean de"}, Person("La Fontaine", "Jean", dropping="de")),
    ({"family": "Humboldt", "given": "Alexander von"}, Person("Humboldt", "Alexander", dropping="von")),
    ({"family": "Gogh", "given": "V.", "non-dropping-particle": "van"}, Person("Gogh", "V.", particle="van")),
    ({"family": "Humboldt", "given": "A.", "dropping-particle": "von"}, Person("Humboldt", "A.", dropping="von")),
    ({"family": '"van Happel"', "given": "Jan"}, Person("van Happel", "Jan")),
    ({"family": "hooks", "given": "bell"}, Person("hooks", "bell")),
    # suffixes
    ({"family": "King", "given": "Martin Luther, Jr."}, Person("King", "Martin Luther", suffix="Jr.")),
    ({"family": "King", "given": "Martin,! Jr."}, Person("King", "Martin", suffix="Jr.", comma=True)),
    ({"family": "King", "given": "M.", "suffix": "III"}, Person("King", "M.", suffix="III")),
    (
        {"family": "King", "given": "M.", "suffix": "Jr.", "comma-suffix": True},
        Person("King", "M.", suffix="Jr.", comma=True),
    ),
    # bodies
    ({"literal": "United Nations"}, Person(literal="United Nations")),
    ({"family": "WHO", "isInstitution": True}, Person(literal="WHO")),
    ({"given": "Plato"}, Person(literal="Plato")),
    ("United Nations", Person(literal="United Nations")),
    ({"family": "Zhao", "given": "Lei", "static-ordering": True}, Person("Zhao", "Lei", first="family")),
    # nobody
    ({}, None),
    ({"family": "", "given": ""}, None),
    ({"family": None}, None),
    (None, None),
    ([], None),
    (7, None),
]


@pytest.mark.parametrize(("value", "known"), PEOPLE)
def test_a_name_becomes_a_person(value, known):
    assert person(value) == known


@pytest.mark.parametrize(
    ("family", "given", "known"),
    [("赵", "磊", True), ("やまだ", "", True), ("이", "순신", True), ("Zhao", "Lei", False), ("赵", "Lei", False)],
)
def test_names_of_east_asian_scripts_are_known(family, given, known):
    assert Person(family, given).is_cjk is known


def test_order_and_faces_come_from_beside():
    known = person({"family": "Zhao", "given": "Lei"}, {"order": "family-first", "original": "赵磊"})
    assert known == Person("Zhao", "Lei", first="family", original="赵磊")


GOGH = {"family": "van Gogh", "given": "Vincent"}
FONTAINE = {
    "family": "Fontaine",
    "given": "Jean",
    "dropping-particle": "de",
    "non-dropping-particle": "La",
    "suffix": "III",
}
ZHAO = {"family": "赵", "given": "磊"}
UN = {"literal": "The United Nations"}
LEI = {"family": "Zhao", "given": "Lei", "static-ordering": True}

# demote-non-dropping-particle, options of the name, the name, what is printed (CSL 1.0.2, "Name-part Order")
ORDERS = [
    ("never", "", GOGH, "Vincent van Gogh"),
    ("never", 'name-as-sort-order="all"', GOGH, "van Gogh, Vincent"),
    ("sort-only", 'name-as-sort-order="all"', GOGH, "van Gogh, Vincent"),
    ("display-and-sort", 'name-as-sort-order="all"', GOGH, "Gogh, Vincent van"),
    ("display-and-sort", 'form="short"', GOGH, "van Gogh"),
    ("never", "", FONTAINE, "Jean de La Fontaine III"),
    ("never", 'name-as-sort-order="all"', FONTAINE, "La Fontaine, Jean de, III"),
    ("sort-only", 'name-as-sort-order="first"', FONTAINE, "La Fontaine, Jean de, III"),
    ("display-and-sort", 'name-as-sort-order="first"', FONTAINE, "Fontaine, Jean de La, III"),
    ("never", 'form="short"', FONTAINE, "La Fontaine"),
    ("never", 'name-as-sort-order="all" sort-separator=" "', GOGH, "van Gogh Vincent"),
    ("never", 'name-as-sort-order="all" initialize-with="."', GOGH, "van Gogh, V."),
    ("never", 'initialize-with="."', GOGH, "V. van Gogh"),
    ("never", 'initialize-with="." initialize="false"', GOGH, "Vincent van Gogh"),
    ("never", "", ZHAO, "赵磊"),
    ("never", 'name-as-sort-order="all"', ZHAO, "赵磊"),
    ("never", 'form="short"', ZHAO, "赵"),
    ("never", 'name-as-sort-order="all"', UN, "The United Nations"),
    ("never", 'form="short"', UN, "The United Nations"),
    ("never", 'initialize-with="."', UN, "The United Nations"),
    ("never", "", LEI, "Zhao Lei"),
    ("never", 'name-as-sort-order="all"', LEI, "Zhao Lei"),
    ("never", 'name-as-sort-order="all" initialize-with="."', LEI, "Zhao, L."),
    ("never", 'initialize-with="."', LEI, "L. Zhao"),
    ("never", 'form="short"', LEI, "Zhao"),
]


@pytest.mark.parametrize(("demote", "options", "name", "line"), ORDERS)
def test_the_order_of_the_parts(made, demote, options, name, line):
    xml = made.style(
        f'<names variable="author"><name {options}/></names>', options=f'demote-non-dropping-particle="{demote}"'
    )
    assert made.cited(xml, {"author": [name]}) == line
