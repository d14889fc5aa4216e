"""Labels like [Doe65] of styles that cite by them."""

from __future__ import annotations

import pytest


def people(*families):
    return [{"family": family, "given": "A"} for family in families]


YEAR = {"date-parts": [[1965, 3]]}
LABELS = [
    ({"author": people("Doe"), "issued": YEAR}, "Doe65"),
    ({"author": people("Asthma"), "issued": YEAR}, "Asth65"),
    ({"author": people("Roe", "Noakes"), "issued": {"date-parts": [[1978]]}}, "RoNo78"),
    ({"author": people("Roe", "Noakes", "Ng"), "issued": {"date-parts": [[1978]]}}, "RNN78"),
    ({"author": people("Doe", "Ep", "Foe", "Goe", "Hoe"), "issued": {"date-parts": [[1926]]}}, "DEFG26"),
    ({"author": people("von Dipheria"), "issued": {"date-parts": [[2004]]}}, "Diph04"),
    ({"author": people("Doe")}, "Doe"),
    ({"author": [{"literal": "United Nations"}], "issued": YEAR}, "Unit65"),
    ({"editor": people("Doe"), "issued": YEAR}, "Doe65"),
    ({"citation-label": "Mine", "author": people("Doe"), "issued": YEAR}, "Mine"),
    ({"title": "Fog", "issued": {"literal": "n.d."}}, ""),
]


@pytest.mark.parametrize(("item", "label"), LABELS)
def test_a_label(made, item, label):
    assert made.printed('<text value="-"/><text variable="citation-label"/>', item) == f"-{label}"


def test_labels_that_are_alike_get_letters(made):
    item = {"author": people("Doe"), "issued": YEAR}
    xml = made.style(
        '<text variable="citation-label"/>', citation='disambiguate-add-year-suffix="true"', around='delimiter=", "'
    )
    assert made.cited(xml, item, item) == "Doe65a, Doe65b"
