"""How lines become a text: what stays, what goes, what comes between."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.read.join import joined, pieces
from citekit.read.lines import Lines


def join(text: str) -> str:
    lines = Lines(text)
    rows = [(lines.heads[row], lines.tails[row]) for row in lines.filled(0, len(lines))]
    return joined(text, pieces(text, rows))


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("Renmin \nRibao", "Renmin Ribao"),
        ("January 22, \n\n2001.", "January 22, 2001."),
        ("the Secretary-\nGeneral", "the Secretary-General"),
        ("Verwaltungs-\ngeschichte", "Verwaltungsgeschichte"),
        ("Verwaltungs-\nund Sozialgeschichte", "Verwaltungs- und Sozialgeschichte"),
        ("non-\ncombat units", "non-combat units"),
        ("the non-\nArab population", "the non-Arab population"),
        ("pp. 211–\n240", "pp. 211–240"),
        ("pp. 211-\n240", "pp. 211-240"),
        ("pp. 30 –\n32", "pp. 30 – 32"),
        ("2-\nyear rotation", "2-year rotation"),
        ("Böhle/\nVoß", "Böhle/Voß"),
        ("zusam\u00ad\nmen", "zusammen"),
        ("zu\u00adsam\u00admen", "zusammen"),
        ("zusam\ufffe\nmen", "zusammen"),
        ("at http://www.\nchinanews.com.cn/gn/", "at http://www.chinanews.com.cn/gn/"),
        (
            "at http://www.example.org/weber/\nzitat.html (abgerufen",
            "at http://www.example.org/weber/zitat.html (abgerufen",
        ),
        ("at http://www.example.org/a-\nb-c.html", "at http://www.example.org/a-b-c.html"),
        ("at http://www.example.org/a?b=\nc", "at http://www.example.org/a?b=c"),
        ("at http://www.example\n.org/a", "at http://www.example.org/a"),
        ("at http://www.example.org/.\nSee also", "at http://www.example.org/. See also"),
        ("at http://www.example.org/\n(accessed", "at http://www.example.org/ (accessed"),
        ("at http://www.example.org/\naccessed 4 May", "at http://www.example.org/ accessed 4 May"),
        ("at http://www.example.org.\naccessed 4 May", "at http://www.example.org. accessed 4 May"),
        ("北京大学出版社，\n2011年", "北京大学出版社， 2011年"),
        ("北京大学出\n版社，第12页", "北京大学出版社，第12页"),
        ("載《世界\n經濟》", "載《世界經濟》"),
        ("헌법학\n서울", "헌법학 서울"),
        ("one  two\u00a0three\t four", "one  two\u00a0three\t four"),
    ],
)
def test_lines_are_joined_by_rule(lines, text):
    assert join(lines) == text


@given(st.text(st.sampled_from("aB1 -–/.\n\u00ad中。“)"), max_size=40))
def test_nothing_but_hyphens_and_blanks_is_left_out(text):
    left_out = str.maketrans("", "", "-\u00ad \n")
    assert join(text).translate(left_out) == text.translate(left_out)


@given(st.text(st.sampled_from("aB1 -–/.\n\u00ad中。“)"), max_size=40))
def test_the_spans_alone_give_the_text(text):
    lines = Lines(text)
    spans = pieces(text, [(lines.heads[row], lines.tails[row]) for row in lines.filled(0, len(lines))])
    assert all(start < stop for start, stop in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert joined(text, spans) == join(text)
