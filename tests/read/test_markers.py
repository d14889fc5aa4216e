"""Which numbers in running text may mark a note."""

from __future__ import annotations

import pytest

from citekit.read.lines import Lines
from citekit.read.markers import marker_candidates


def found(text: str) -> list[int]:
    return [candidate.number for candidate in marker_candidates(Lines(text))]


@pytest.mark.parametrize(
    "text",
    [
        "in international security.12 Chinese President",
        "as an example,12 he said",
        "its responsibilities.” 12 In fact",
        "described as “non-combat units” 12 ; however",
        "troops to Darfur. 12 This was",
        "in April 1990,12 China had",
        "by the end of 2009.12 In addition",
        "die Ordnungspolitik12 war",
        "after the war12, and",
        "(see below)12 and",
        "the troops.12",
        "the troops.12”",
        "the war.12In those days",
        "ended.[12] Then",
        "as told [12].",
        "in pairs (12), and",
        "records of it.(12)",
        "it is so¹² indeed",
        "新的问题。⑫有学者",
        "新的问题。[12]有学者",
        "die „Tarifautonomie“12 besteht",
        "l’été »12 et",
    ],
)
def test_a_marker_is_seen(text):
    assert found(text) == [12]


@pytest.mark.parametrize(
    "text",
    [
        "about 12 representatives",
        "sent 1,892 troops",
        "p.12 and",
        "pp. 12 ff",
        "No.12 of",
        "Vol. 12, No. 3",
        "S. 12 f.",
        "Art.12 and",
        "at 3.12 percent",
        "at 19:12 that day",
        "G20 and CO2 and F16",
        "the 12th of May",
        "pages 10-12, then",
        "1999/12, then",
        "US$12 and $12",
        "§ 12 UrhG",
        "(1) regional: (2) global",
        "Resolution 12. Then",
        "x² and 10³",
        "12 Weber",
        "in 2009. Then",
        "COVID19 came",
        "No. 5 (2004), pp. 30 – 32; and",
    ],
)
def test_other_numbers_are_none(text):
    assert 12 not in found(text)


def test_what_is_plain_to_see_weighs_more():
    weights = {
        text: marker_candidates(Lines(text))[0].score
        for text in ("end.12 And", "“end” 12 and", "Ordnung12 and", "1990,12 and", "Darfur. 12 And")
    }
    assert list(weights.values()) == sorted(weights.values(), reverse=True)
