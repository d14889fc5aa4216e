"""Page ranges in the formats of CSL 1.0.2, appendix V; the examples of Chicago are those of its manual of style."""

from __future__ import annotations

import pytest

from citekit.style.pages import page_range

CHICAGO = {
    "3-10": "3–10",
    "71-72": "71–72",
    "100-104": "100–104",
    "600-613": "600–613",
    "1100-1123": "1100–1123",
    "107-108": "107–8",
    "505-517": "505–17",
    "1002-1006": "1002–6",
    "321-325": "321–25",
    "415-532": "415–532",
    "11564-11568": "11564–68",
    "13792-13803": "13792–803",
    "1496-1504": "1496–1504",
    "2787-2816": "2787–2816",
}
CHICAGO_16 = {
    "3-10": "3–10",
    "71-72": "71–72",
    "92-113": "92–113",
    "100-104": "100–104",
    "600-613": "600–613",
    "1100-1123": "1100–1123",
    "107-108": "107–8",
    "505-517": "505–17",
    "1002-1006": "1002–6",
    "321-325": "321–25",
    "415-532": "415–532",
    "1087-1089": "1087–89",
    "1496-1500": "1496–500",
    "11564-11615": "11564–615",
    "12991-13001": "12991–3001",
}
FORMATS = {
    "chicago": CHICAGO,
    "chicago-15": CHICAGO,
    "chicago-16": CHICAGO_16,
    "expanded": {
        "42-45": "42–45",
        "321-328": "321–328",
        "2787-2816": "2787–2816",
        "321-8": "321–328",
        "2787-816": "2787–2816",
        "N110-5": "N110-5",
        "N110-N115": "N110–N115",
        "110-N6": "110-N6",
        "N110-P5": "N110-P5",
        "3, 5-7, 110-15": "3, 5–7, 110–115",
        "328-321": "328–321",
        "xi-xiii": "xi–xiii",
        "12": "12",
        "": "",
        "passim": "passim",
    },
    "minimal": {
        "42-45": "42–5",
        "321-328": "321–8",
        "2787-2816": "2787–816",
        "N110-N115": "N110–5",
        "99-101": "99–101",
        "321-8": "321–8",
        "3, 50-57 & 110-115": "3, 50–7 & 110–5",
    },
    "minimal-two": {
        "7-9": "7–9",
        "42-45": "42–45",
        "321-328": "321–28",
        "2787-2816": "2787–816",
        "99-101": "99–101",
    },
    "": {
        "321-8": "321–8",
        "321-328": "321–328",
        "321--328": "321–328",
        "321–328": "321–328",
        "321 - 328": "321–328",
        "12\\-3": "12-3",
        "e123-e130": "e123–e130",
    },
}
CASES = [(form, value, line) for form, table in FORMATS.items() for value, line in table.items()]


@pytest.mark.parametrize(("form", "value", "line"), CASES)
def test_a_range_in_a_format(form, value, line):
    assert page_range(value, form, "–") == line


def test_the_delimiter_is_that_of_the_locale(made):
    own = '<locale><terms><term name="page-range-delimiter">~</term></terms></locale>'
    assert made.printed('<text variable="page"/>', {"page": "3-5"}, before=own) == "3~5"
    assert made.printed('<text variable="page"/>', {"page": "3-5"}, language="fr-FR") == "3\u20115"


def test_the_format_is_that_of_the_style(made):
    xml = made.style('<text variable="page"/>', options='page-range-format="minimal"')
    assert made.cited(xml, {"page": "321-328"}) == "321–8"
