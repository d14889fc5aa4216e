"""Number variables: what counts as a number, and what becomes of it (CSL 1.0.2, "Number", "is-numeric")."""

from __future__ import annotations

import pytest

from citekit.style import numbers

NUMERIC = {
    **dict.fromkeys(["2", "0", "2nd", "D2", "2b", "L2d", "007", "12a-14b"], True),
    **dict.fromkeys(["2, 3", "2,3", "2-4", "2 - 4", "2–4", "2 & 4", "2&4", "2, 4-6 & 8"], True),
    **dict.fromkeys(
        ["", "second", "2nd edition", "edition 2", "Second edition", "n.d.", "-", ",", "&", "1, two"], False
    ),
}


@pytest.mark.parametrize("value", NUMERIC)
def test_what_is_numeric(value):
    assert numbers.is_numeric(value) is NUMERIC[value]


ROMAN = {1: "i", 4: "iv", 9: "ix", 14: "xiv", 40: "xl", 90: "xc", 400: "cd", 1994: "mcmxciv", 3999: "mmmcmxcix", 0: "0"}


@pytest.mark.parametrize("number", ROMAN)
def test_roman_numerals(number):
    assert numbers.roman(number) == ROMAN[number]


# form, edition, what is printed
FORMS = [
    ("numeric", "2", "2"),
    ("numeric", "2 , 3", "2, 3"),
    ("numeric", "2,3", "2, 3"),
    ("numeric", "2&3", "2 &#38; 3"),
    ("numeric", "2 &3", "2 &#38; 3"),
    ("numeric", "2b", "2b"),
    ("numeric", "Second", "Second"),
    ("numeric", "2nd edition", "2nd edition"),
    ("ordinal", "1", "1st"),
    ("ordinal", "2", "2nd"),
    ("ordinal", "3", "3rd"),
    ("ordinal", "4", "4th"),
    ("ordinal", "11", "11th"),
    ("ordinal", "12", "12th"),
    ("ordinal", "13", "13th"),
    ("ordinal", "21", "21st"),
    ("ordinal", "111", "111th"),
    ("ordinal", "122", "122nd"),
    ("ordinal", "2E", "2E"),
    ("ordinal", "second", "second"),
    ("ordinal", "1, 2", "1st, 2nd"),
    ("long-ordinal", "1", "first"),
    ("long-ordinal", "10", "tenth"),
    ("long-ordinal", "11", "11th"),
    ("long-ordinal", "2nd edition", "2nd edition"),
    ("roman", "12", "xii"),
    ("roman", "12b", "12b"),
    ("roman", "1-3", "i–iii"),
]


@pytest.mark.parametrize(("form", "value", "line"), FORMS)
def test_a_number_in_its_forms(made, form, value, line):
    assert made.printed(f'<number variable="edition" form="{form}"/>', {"edition": value}) == line


def test_a_number_may_be_a_number(made):
    assert made.printed('<number variable="volume" form="ordinal"/>', {"volume": 3}) == "3rd"


# label, plural, variable, value, what is printed
LABELS = [
    ("contextual", "page", "3", "page"),
    ("contextual", "page", "3-5", "pages"),
    ("contextual", "page", "3, 5", "pages"),
    ("contextual", "page", "3 & 5", "pages"),
    ("contextual", "volume", "12", "volume"),
    ("contextual", "number-of-pages", "1", "page"),
    ("contextual", "number-of-pages", "2", "pages"),
    ("contextual", "number-of-volumes", "1", "volume"),
    ("contextual", "number-of-volumes", "3", "volumes"),
    ("always", "page", "3", "pages"),
    ("never", "page", "3-5", "page"),
    ("contextual", "page", "", ""),
]


@pytest.mark.parametrize(("plural", "variable", "value", "word"), LABELS)
def test_a_label_is_plural_where_its_number_is(made, plural, variable, value, word):
    layout = f'<text value="-"/><label variable="{variable}" plural="{plural}"/>'
    assert made.printed(layout, {variable: value}) == f"-{word}"


def test_the_first_page_comes_from_the_pages(made):
    assert made.printed('<number variable="page-first"/>', {"page": "54-72"}) == "54"
    assert made.printed('<text variable="page-first"/>', {"page": "54–72"}) == "54"
